import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { lastDay } from '../../engine/calendar/office-day.ts';
import type { LevelDelegation, LevelDelegations as Delegations } from '../../server/api/delegation.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { date } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { queryOf } from '../../ui/query.ts';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { DelegateLevel } from './delegate-level.tsx';
import { EndDated } from './end-dated.tsx';

const asked = queryOf('GET /api/level-delegations', {});
const communal = 'commune';

/** A level in words: its kind, with one of its units. */
export const useLevelName = ({ kinds }: Delegations): ((kind: string) => string) => {
  const text = useText();
  const language = useLanguage();
  return (kind) => {
    const example = kinds.find((one) => one.kind === kind)?.example;
    return kind === communal ? text('levelCommune') : example ? text('levelLike', { example: pick(example, language) }) : kind;
  };
};

/** What one level of units delegates to another, in which procedure and by which document. */
export const LevelDelegations = ({ onDone }: { onDone: () => Promise<void> }) => {
  const text = useText();
  const client = useQueryClient();
  const found = useQuery({ ...asked, refetchOnWindowFocus: false });
  const done = async () => void (await Promise.all([client.invalidateQueries({ queryKey: asked.queryKey }), onDone()]));
  return (
    <div>
      <h2>{text('levelDelegations')}</h2>
      <p>{text('levelDelegationsLead')}</p>
      <Load of={found}>{(data) => <Given of={data} onDone={done} />}</Load>
    </div>
  );
};

const Given = ({ of, onDone }: { of: Delegations; onDone: () => Promise<void> }) => {
  const text = useText();
  const language = useLanguage();
  const levelName = useLevelName(of);
  const [ending, setEnding] = useState<LevelDelegation>();
  const nameOf = (key: string): string => pick(of.procedures.find((one) => one.key === key)?.name ?? { vi: key, en: key }, language);
  const isOver = ({ to }: LevelDelegation): boolean => to !== null && to <= of.at;
  const state = (one: LevelDelegation) => {
    if (isOver(one)) return <State tone="ended" word={text('roleOver')} />;
    if (one.from > of.at) return <State tone="plain" word={text('roleToCome')} />;
    return one.to === null ? <State tone="done" word={text('roleHolds')} /> : <State tone="soon" word={text('roleHoldsUntil', { day: date(lastDay(one.to)) })} />;
  };
  const acts = (one: LevelDelegation) => (isOver(one) ? null : <Button small aria-label={`${text('endRole')}: ${nameOf(one.procedure)}`} onClick={() => setEnding(one)}>{text('endRole')}</Button>);
  return (
    <>
      {of.delegations.length > 0 && (
        <Table
          caption={text('levelDelegations')} captionHidden rows={of.delegations} rowKey={({ id }) => id}
          columns={[
            { key: 'procedure', title: text('levelProcedure'), heading: true, cell: ({ procedure }) => nameOf(procedure) },
            { key: 'from', title: text('levelFrom'), cell: ({ fromKind }) => levelName(fromKind) },
            { key: 'to', title: text('levelTo'), cell: ({ toKind }) => levelName(toKind) },
            { key: 'document', title: text('roleBasis'), cell: ({ document }) => document },
            { key: 'span', title: text('roleTime'), cell: ({ from, to }) => (to === null ? text('roleSince', { from: date(from) }) : text('roleSpan', { from: date(from), to: date(lastDay(to)) })) },
            { key: 'state', title: text('roleState'), cell: state },
            { key: 'acts', title: text('acts'), cell: acts },
          ]}
        />
      )}
      <DelegateLevel of={of} levelName={levelName} onDone={onDone} />
      <EndDated
        open={ending !== undefined} title={ending ? text('endDelegationAsk', { procedure: nameOf(ending.procedure) }) : ''} at={of.at} onClose={() => setEnding(undefined)} onDone={onDone}
        onEnd={async (body, key) => ending && call('POST /api/level-delegations/:id/end', { params: { id: ending.id }, body, key })}
      >
        <p>{text('endDelegationHint')}</p>
      </EndDated>
    </>
  );
};
