import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { LetterName } from '../../procedures/letters/names.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { freshKey } from '../letters/letter-files.ts';
import { useText } from '../words.ts';
import type { AskedInput } from './table-file.ts';

/** Gives a table a column, and the steps that ask it the FEEL to fill it. */
export type Asking = (input: AskedInput, feel: string) => void;

/** An answer of the application or of a step as one more column of a table: to decide by it, or to reckon with it. */
export const AskMore = ({ decision, taken, offers, onAsk }: { decision: string; taken: readonly string[]; offers: readonly LetterName[] | undefined; onAsk: Asking }) => {
  const text = useText();
  const language = useLanguage();
  const [chosen, choose] = useState<string>();
  if (offers === undefined) return <p className="muted">{text('askNobody')}</p>;
  const name = offers.find(({ feel }) => feel === chosen) ?? offers[0];
  if (!name) return null;
  const id = `ask-more-${decision}`;
  const groups = [...new Set(offers.map(({ group }) => pick(group, language)))];
  const add = () => {
    const values = (name.options ?? []).map(({ value }) => String(value));
    const type = name.kind === 'yesNo' ? 'boolean' : name.kind === 'number' ? 'number' : 'string';
    onAsk({ name: freshKey(taken, name.feel.split('.').at(-1) ?? 'input').replaceAll('-', '_'), label: name.label, type, values }, name.feel);
  };
  return (
    <div className="ask-more">
      <Field id={id} label={text('askMore')}>
        <select id={id} className="control" value={name.feel} onChange={(event) => choose(event.target.value)}>
          {groups.map((group) => <optgroup key={group} label={group}>{offers.filter((one) => pick(one.group, language) === group).map((one) => <option key={one.feel} value={one.feel}>{pick(one.label, language)}</option>)}</optgroup>)}
        </select>
      </Field>
      <Button small onClick={add}><Icon of={Plus} />{text('askMoreAct')}</Button>
    </div>
  );
};
