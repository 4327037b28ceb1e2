import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { cellsOf } from '../../forms/ui/spreadsheet/sheet.ts';
import type { AreasTaken, PersonList } from '../../server/api/area.ts';
import type { UnitName } from '../../server/api/shape.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { Field } from '../../ui/field.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { Select } from '../worklist/filter-bar.tsx';
import { householdsIn } from './sheet-households.ts';
import { personsIn } from './sheet-persons.ts';

type What = 'areas' | 'households' | 'persons';

/** A register as a file: GeoJSON as it is, households also as a spreadsheet. What is wrong is said, and then nothing is kept. */
export const TakeIn = ({ units }: { units: readonly UnitName[] }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const [unit, setUnit] = useState(units[0]!.id);
  const [what, setWhat] = useState<What>('areas');
  const [validFrom, setFrom] = useState('');
  const [file, setFile] = useState<File>();
  const [wrong, setWrong] = useState<{ readonly file?: string; readonly from?: string }>({});
  const [taken, setTaken] = useState<AreasTaken>();
  const act = useAct(async (key, body: Blob | Pick<PersonList, 'persons'>) => {
    setTaken(what === 'persons' ? { ...await call('POST /api/households/persons', { key, body: { unit, ...(body as Pick<PersonList, 'persons'>) } }), leftOut: [] } : await call('POST /api/areas/import', { key, query: { unit, what, validFrom }, body: body as Blob }));
    await client.invalidateQueries({ queryKey: [queryOf('GET /api/areas', { query: {} }).queryKey[0]] });
  });
  const send = async (chosen: File) => {
    if (what === 'persons') {
      const list = await cellsOf(chosen).then(personsIn, () => undefined);
      return list === undefined || 'missing' in list ? setWrong({ file: list === undefined ? text('sheetUnreadable') : text('sheetLacks', { names: list.missing.join(', ') }) }) : act.run(list);
    }
    if (what === 'areas' || /\.(geo)?json$/i.test(chosen.name)) return act.run(new Blob([chosen], { type: 'application/geo+json' }));
    const read = await cellsOf(chosen).then(householdsIn, () => undefined);
    if (read === undefined || 'missing' in read) return setWrong({ file: read === undefined ? text('sheetUnreadable') : text('sheetLacks', { names: read.missing.join(', ') }) });
    act.run(new Blob([JSON.stringify(read.collection)], { type: 'application/geo+json' }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTaken(undefined);
    const lacking = { ...(file === undefined && { file: text('chooseFile') }), ...(what !== 'persons' && !isDay(validFrom) && { from: text('fillIn') }) };
    setWrong(lacking);
    if (file !== undefined && Object.keys(lacking).length === 0) void send(file);
  };
  return (
    <details>
      <summary>{text('takeIn')}</summary>
      <form className="area-form" noValidate onSubmit={submit}>
        <Select id="take-what" label={text('takeWhat')} value={what} options={(['areas', 'households', 'persons'] as const).map((value) => ({ value, label: text(value) }))} onChange={(value) => setWhat(value as What)} />
        {units.length > 1 && <Select id="take-unit" label={text('factUnitKeeps')} value={unit} options={units.map(({ id, name }) => ({ value: id, label: pick(name, language) }))} onChange={setUnit} />}
        <Field id="take-file" label={text('takeFile')} hint={text(`takeHint_${what}`)} error={wrong.file}>
          <input id="take-file" type="file" className="control" accept={what === 'areas' ? '.geojson,.json' : what === 'persons' ? '.csv,.xlsx' : '.geojson,.json,.csv,.xlsx'} aria-describedby="take-file-hint" onChange={({ target }) => setFile(target.files?.[0])} />
        </Field>
        {what !== 'persons' && <DateField id="take-from" label={text('areaField_validFrom')} value={validFrom} error={wrong.from} onChange={setFrom} />}
        <Button type="submit" busy={act.busy}>{text('takeInNow')}</Button>
      </form>
      <div aria-live="polite">
        {taken && <Notice kind="done" title={text('takenIn', { added: taken.added, changed: taken.changed, same: taken.same })}>{taken.leftOut.length > 0 && <p>{text('takenLeftOut', { names: taken.leftOut.join(', ') })}</p>}</Notice>}
        {act.problem && <><ActProblem problem={act.problem} />{act.problem.errors.length > 0 && <ul>{act.problem.errors.map(({ path, message }) => <li key={`${path} ${message}`}><code>{path}</code> {message}</li>)}</ul>}</>}
      </div>
    </details>
  );
};
