import type { ProcessView } from '../../server/api/move.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { waitWord } from './wait-word.ts';

interface TakeAwayProps {
  readonly tokens: ProcessView['tokens'];
  readonly cancel: readonly number[];
  readonly onChange: (cancel: readonly number[]) => void;
}

/** Which of the places where the process stands are left. */
export const TakeAway = ({ tokens, cancel, onChange }: TakeAwayProps) => {
  const text = useText();
  const language = useLanguage();
  return (
    <fieldset className="choices">
      <legend>{text('moveTake')}</legend>
      <p className="field-hint">{text('moveTakeHint')}</p>
      {tokens.map(({ token, step, waits }) => (
        <label key={token} className="choice">
          <input type="checkbox" checked={cancel.includes(token)} onChange={({ target }) => onChange(target.checked ? [...cancel, token] : cancel.filter((each) => each !== token))} />
          <span>{pick(step, language)} <span className="choice-hint">{text('tokenWaits', { what: text(waitWord(waits)) })}</span></span>
        </label>
      ))}
    </fieldset>
  );
};
