import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { checkDecisions } from '../../engine/decision/gaps.ts';
import { readDmn } from '../../engine/decision/read.ts';
import type { Finding } from '../../server/api/designer.ts';
import { FindingActs } from '../findings/acts.ts';
import { FixOffers } from '../fixes/fix-offers.tsx';
import { useText } from '../words.ts';
import type { Change } from './change-tables.ts';
import type { DecisionView } from './table-file.ts';

/** Offers the missing rule beside every gap of the tables: its cells accept what no rule answers, its answer is left to fill in. */
export const MissingRules = ({ source, decisions, onChange, children }: { source: string; decisions: readonly DecisionView[]; onChange: (change: Change) => void; children: ReactNode }) => {
  const text = useText();
  const reading = useQuery({ queryKey: ['decision model', source], queryFn: () => readDmn(source), placeholderData: (before) => before });
  const model = reading.data !== undefined && 'decisions' in reading.data ? reading.data.decisions : undefined;
  const acts = ({ rule, message }: Finding) => {
    const gap = rule === 'decision-complete' && model ? checkDecisions(model).find((one) => one.message === message) : undefined;
    const decision = decisions.find((one) => one.kind === 'table' && one.table === gap?.element);
    if (!gap?.tests || !decision) return null;
    const { tests } = gap;
    return <FixOffers about={message} fixes={[{ say: text('fixRule'), run: () => onChange({ change: 'add', decision: decision.id, inputs: tests }) }]} onDone={() => undefined} />;
  };
  return <FindingActs.Provider value={acts}>{children}</FindingActs.Provider>;
};
