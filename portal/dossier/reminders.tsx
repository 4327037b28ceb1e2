import type { Reminder } from '../../server/api/dossier.ts';
import { longDate } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';

/** After all is done: what the citizen will still be told, and when. */
export const Reminders = ({ reminders }: { reminders: readonly Reminder[] }) => {
  const text = useText();
  const language = useLanguage();
  if (reminders.length === 0) return null;
  return (
    <>
      <h2>{text('remindersTitle')}</h2>
      <ul>{reminders.map(({ at, name }, index) => <li key={`${at} ${index}`}>{longDate(at, language)}: {pick(name, language)}</li>)}</ul>
      <p className="muted small">{text('remindersHint')}</p>
    </>
  );
};
