import type { AnswerFigures } from '../../server/api/figures.ts';
import type { LocalText } from '../../server/api/shape.ts';
import { pick } from '../../ui/language.ts';
import { Table } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { percent } from './taken.ts';
import { useText } from './words.ts';

/** What people answered besides the stars, folded until it is asked for. */
export const Answers = ({ figures }: { figures: { readonly name: LocalText; readonly asked: readonly AnswerFigures[] } }) => {
  const text = useText();
  const language = useLanguage();
  const title = text('answersOf', { name: pick(figures.name, language) });
  return (
    <details className="clock-steps">
      <summary>{title}</summary>
      <Table
        caption={title}
        captionHidden
        rows={figures.asked}
        rowKey={({ id }) => id}
        columns={[
          { key: 'question', title: text('question'), heading: true, cell: ({ text: question }) => pick(question, language) },
          { key: 'answer', title: text('answer'), cell: ({ answered, answers }) => answers.map(({ value, word, count }) => <span className="block" key={value}>{percent(count / answered, language)} {pick(word, language)} ({count})</span>) },
        ]}
      />
    </details>
  );
};
