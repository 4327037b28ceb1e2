import type { ProcedureFigures } from '../../server/api/figures.ts';
import { pick } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { taken } from './taken.ts';
import { useText } from './words.ts';

/** The steps of one procedure, folded until they are asked for. */
export const Steps = ({ figures, minimum }: { figures: ProcedureFigures; minimum: number }) => {
  const text = useText();
  const language = useLanguage();
  const title = text('steps', { name: pick(figures.name, language) });
  const few = <span className="muted">{text('tooFew', { minimum })}</span>;
  return (
    <details className="clock-steps">
      <summary>{title}</summary>
      <Table
        caption={title}
        captionHidden
        rows={figures.steps}
        rowKey={({ node }) => node}
        columns={[
          { key: 'name', title: text('step'), heading: true, cell: ({ name }) => pick(name, language) },
          { key: 'whose', title: text('whose'), cell: ({ whose }) => text(`whose_${whose}`) },
          { key: 'median', title: text('median'), cell: ({ time }) => (time ? taken(time.median, 'working', language) : few) },
          { key: 'p90', title: text('p90'), cell: ({ time }) => (time ? taken(time.p90, 'working', language) : few) },
          { key: 'done', title: text('done'), number: true, cell: ({ done }) => done },
          { key: 'waiting', title: text('waiting'), number: true, cell: ({ waiting }) => waiting },
        ]}
      />
    </details>
  );
};
