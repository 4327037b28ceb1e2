import type { ProcedureFigures } from '../../server/api/figures.ts';
import { pick } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { percent } from './taken.ts';
import { useText } from './words.ts';

/** What people answered besides the stars, folded until it is asked for. */
export const Answers = ({ figures }: { figures: ProcedureFigures }) => {
  const text = useText();
  const language = useLanguage();
  const title = text('answersOf', { name: pick(figures.name, language) });
  const rows = figures.asked.flatMap(({ id, text: question, answered, answers }) => answers.map(({ value, word, count }) => ({ key: `${id}=${value}`, question, word, count, share: count / answered })));
  return (
    <details className="clock-steps">
      <summary>{title}</summary>
      <Table
        caption={title}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { key: 'question', title: text('question'), heading: true, cell: ({ question }) => pick(question, language) },
          { key: 'answer', title: text('answer'), cell: ({ word }) => pick(word, language) },
          { key: 'share', title: text('share'), number: true, cell: ({ share }) => percent(share, language) },
          { key: 'count', title: text('done'), number: true, cell: ({ count }) => count },
        ]}
      />
    </details>
  );
};
