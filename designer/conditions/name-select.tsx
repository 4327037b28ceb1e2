import { Field } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import type { Named } from './named.ts';

/** One of the names that a condition may look at, under their headings. */
export const NameSelect = ({ id, label, named, value, onChange }: { id: string; label: string; named: readonly Named[]; value: string; onChange: (value: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const groups = Map.groupBy(named, ({ group }) => (group ? pick(group, language) : text('onNoPage')));
  return (
    <Field id={id} label={label}>
      <select id={id} className="control" value={value} onChange={({ target }) => onChange(target.value)}>
        {[...groups].map(([group, members]) => (
          <optgroup key={group} label={group}>
            {members.map((one) => <option key={one.name} value={one.name}>{pick(one.label, language)}</option>)}
          </optgroup>
        ))}
      </select>
    </Field>
  );
};
