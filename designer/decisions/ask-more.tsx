import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { LetterName } from '../../procedures/letters/names.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

interface AskMoreProps {
  id: string;
  label: string;
  act: string;
  offers: readonly LetterName[];
  onAsk: (name: LetterName) => void;
}

/** An answer of the application or of a step, to be asked by a table: to decide by it, or to reckon with it. */
export const AskMore = ({ id, label, act, offers, onAsk }: AskMoreProps) => {
  const text = useText();
  const language = useLanguage();
  const [chosen, choose] = useState<string>();
  const name = offers.find(({ feel }) => feel === chosen) ?? offers[0];
  if (!name) return <p className="muted">{text('askNobody')}</p>;
  const groups = [...new Set(offers.map(({ group }) => pick(group, language)))];
  return (
    <div className="ask-more">
      <Field id={id} label={label}>
        <select id={id} className="control" value={name.feel} onChange={(event) => choose(event.target.value)}>
          {groups.map((group) => <optgroup key={group} label={group}>{offers.filter((one) => pick(one.group, language) === group).map((one) => <option key={one.feel} value={one.feel}>{pick(one.label, language)}</option>)}</optgroup>)}
        </select>
      </Field>
      <Button small onClick={() => onAsk(name)}><Icon of={Plus} />{act}</Button>
    </div>
  );
};
