import { useState } from 'react';
import type { ServiceSheet } from '../../server/api/procedure.ts';
import { Field } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from './words.ts';

const words = ['desk', 'hours', 'contact'] as const;

/** Where to come, when and whom to ask in one's own ward, where wards say it otherwise. */
export const LocalIn = ({ units }: { units: ServiceSheet['localIn'] }) => {
  const text = useText();
  const language = useLanguage();
  const [chosen, setChosen] = useState(units[0]?.unit.id ?? '');
  const here = units.find(({ unit }) => unit.id === chosen);
  return (
    <>
      <Field id="local-in" label={text('localIn')}>
        <select id="local-in" className="control" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {units.map(({ unit }) => <option key={unit.id} value={unit.id}>{pick(unit.name, language)}</option>)}
        </select>
      </Field>
      {here && <SummaryList rows={words.flatMap((one) => { const said = here[one]; return said === null ? [] : [{ label: text(`local_${one}`), value: pick(said, language) }]; })} />}
    </>
  );
};
