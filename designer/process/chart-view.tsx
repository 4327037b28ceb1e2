import { useMemo } from 'react';
import type { Definition, Node } from '../../engine/definition.ts';
import { readStatechart } from '../../engine/statechart/read.ts';
import { statechartFile } from '../../procedures/process-path.ts';
import type { DesignerPackage, StepCounts } from '../../server/api/designer.ts';
import { TextArea } from '../../ui/field.tsx';
import { timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { FindingsView } from '../findings/findings-view.tsx';
import { edit } from '../package/bench.ts';
import type { Checking } from '../package/use-check.ts';
import { useText } from '../words.ts';
import { countWords } from './count-words.ts';
import { kindWord } from './words/kind.ts';

interface ChartViewProps {
  opened: DesignerPackage;
  text: string;
  saved: string;
  checking: Checking;
  counts: StepCounts | undefined;
  shown: boolean;
  onFile: (path: string) => void;
}

/** A process that is a statechart: its states with where they lead, what the check finds, and its text. */
export const ChartView = ({ opened, text: json, saved, checking, counts, shown, onFile }: ChartViewProps) => {
  const text = useText();
  const language = useLanguage();
  const definition = useMemo(() => {
    const reading = readStatechart(json);
    return 'definition' in reading ? reading.definition : undefined;
  }, [json]);
  const nameOf = (id: string) => {
    const node = definition?.nodes[id];
    return node && ((language === 'en' && node.step.nameEn) || node.name || id);
  };
  const role = ({ step }: Node) => {
    const known = opened.roles.find((one) => one.role === step.role);
    return [known ? pick(known.name, language) : step.role, step.connector, step.timeLimit && timeLimit(step.timeLimit, language)].filter(Boolean).join(' · ');
  };
  const find = (id: string) => document.querySelector(`#chart-${CSS.escape(id)}`)?.scrollIntoView({ block: 'center' });
  return (
    <div className="stack" hidden={!shown}>
      <FindingsView checking={checking} nameOf={nameOf} onElement={find} onFile={onFile} />
      {definition ? (
        <Table
          caption={text('chartStates')} rows={Object.values(definition.nodes)} rowKey={({ id }) => id}
          columns={[
            { key: 'state', title: text('chartState'), heading: true, cell: ({ id }) => named(id, nameOf(id)) },
            { key: 'kind', title: text('chartKind'), cell: ({ kind }) => kindWord(text, kind) },
            { key: 'who', title: text('role'), cell: role },
            { key: 'ways', title: text('chartWays'), cell: (node) => waysOut(definition, node, nameOf) },
            { key: 'counts', title: text('chartDossiers'), cell: ({ id }) => countsAt(counts, id, (count) => countWords(text, count)) },
          ]}
        />
      ) : <Notice kind="danger" title={text('cannotDraw')}><p>{text('chartUnread')}</p></Notice>}
      <TextArea id="chart-text" label={text('chartText')} hint={text('chartHint')} rows={24} spellCheck={false} value={json} onChange={({ target }) => edit(opened.key, statechartFile, target.value, saved)} />
    </div>
  );
};

const countsAt = (counts: StepCounts | undefined, id: string, say: (count: StepCounts['counts'][number]) => string): string => {
  const count = counts?.counts.find(({ node }) => node === id);
  return count ? say(count) : '';
};

const named = (id: string, name: string | undefined) => <span id={`chart-${id}`}>{name} <span className="muted">{id}</span></span>;

const waysOut = (definition: Definition, node: Node, nameOf: (id: string) => string | undefined) => (
  <ul>
    {node.outgoing.map((id) => {
      const flow = definition.flows[id];
      return flow && <li key={id}>{id.slice(node.id.length + 1)} → {nameOf(flow.target)}{flow.condition && <> <code>{flow.condition.text}</code></>}</li>;
    })}
  </ul>
);
