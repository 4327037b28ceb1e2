import type { MyDossier } from '../../server/api/dossier.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { longDate } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';

/** On top of a dossier when the citizen must act: what, until when, and the button that begins it. */
export const TodoCard = ({ todo }: { todo: MyDossier['todo'][number] }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <Notice kind="soon" title={text(`todo_${todo.kind}`, { name: pick(todo.name, language) })}>
      {todo.dueAt && <p>{text('todoBy', { date: longDate(todo.dueAt, language) })}</p>}
      <ButtonLink kind="main" href={`/supplement/${todo.task}`}>{text(todo.kind === 'supplement' ? 'supplementNow' : 'doNow')}</ButtonLink>
    </Notice>
  );
};
