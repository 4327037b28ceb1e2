import { useState, type FormEvent } from 'react';
import type { PersonFields, PersonView } from '../../server/api/area.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { date } from '../../ui/format.ts';
import { Table } from '../../ui/table.tsx';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';
import { birthOf } from './sheet-persons.ts';

interface PersonsProps { readonly household: string; readonly persons: readonly PersonView[]; readonly again: () => Promise<unknown> }

/** Who lives in a household, one by one: added, changed, and erased for good. */
export const Persons = ({ household, persons, again }: PersonsProps) => {
  const text = useText();
  const [open, setOpen] = useState<PersonView | 'new'>();
  const [erasing, setErasing] = useState<PersonView>();
  const erase = useAct(async (_key, { id }: PersonView) => {
    await call('DELETE /api/households/:id/persons/:person', { params: { id: household, person: id } });
    setErasing(undefined);
    await again();
  });
  const send = async (fields: PersonFields, key: string) => {
    if (open === 'new') await call('POST /api/households/:id/persons', { params: { id: household }, body: fields, key });
    else if (open) await call('PUT /api/households/:id/persons/:person', { params: { id: household, person: open.id }, body: fields });
    setOpen(undefined);
    await again();
  };
  const acts = (person: PersonView) => (
    <span className="row">
      <Button small onClick={() => setOpen(person)}>{text('changeIt')}<span className="visually-hidden">: {person.name}</span></Button>
      <Button small onClick={() => setErasing(person)}>{text('erasePerson')}<span className="visually-hidden">: {person.name}</span></Button>
    </span>
  );
  return (
    <section aria-labelledby="persons">
      <h2 id="persons">{text('persons')}</h2>
      {persons.length === 0 ? <p className="muted">{text('noPersons')}</p> : (
        <Table<PersonView>
          caption={text('personsCount', { count: persons.length })} rows={persons} rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: text('personName'), heading: true, cell: ({ name }) => name },
            { key: 'relation', title: text('personRelation'), cell: ({ relation }) => relation ?? '–' },
            { key: 'birth', title: text('personBirth'), cell: birthCell },
            { key: 'acts', title: text('personActs'), cell: acts },
          ]}
        />
      )}
      {open === undefined ? <p><Button onClick={() => setOpen('new')}>{text('personAdd')}</Button></p> : <PersonForm key={open === 'new' ? 'new' : open.id} start={open === 'new' ? undefined : open} onSend={send} onCancel={() => setOpen(undefined)} />}
      <Dialog open={erasing !== undefined} title={text('erasePersonTitle', { name: erasing?.name ?? '' })} onClose={() => setErasing(undefined)} actions={<><Button kind="danger" busy={erase.busy} onClick={() => erasing && erase.run(erasing)}>{text('eraseNow')}</Button><Button onClick={() => setErasing(undefined)}>{text('notYet')}</Button></>}>
        <p>{text('erasePersonHint')}</p>
        {erase.problem && <ActProblem problem={erase.problem} />}
      </Dialog>
    </section>
  );
};

const shown = (birth: string | null | undefined): string => (birth == null ? '' : birth.length === 4 ? birth : date(birth));

const birthCell = ({ birth }: PersonView) => <span className="number">{shown(birth) || '–'}</span>;

const PersonForm = ({ start, onSend, onCancel }: { start: PersonView | undefined; onSend: (fields: PersonFields, key: string) => Promise<void>; onCancel: () => void }) => {
  const text = useText();
  const [said, setSaid] = useState({ name: start?.name ?? '', relation: start?.relation ?? '', birth: shown(start?.birth) });
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const act = useAct(async (key, fields: PersonFields) => onSend(fields, key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const birth = birthOf(said.birth.trim());
    const lacking = [...(said.name.trim() === '' ? ['name'] : []), ...(birth === null || /^\d{4}(-\d{2}-\d{2})?$/.test(birth) ? [] : ['birth'])];
    setWrong(lacking);
    if (lacking.length === 0) act.run({ name: said.name.trim(), birth, relation: said.relation.trim() || null });
  };
  const problem = (name: string) => (wrong.includes(name) ? text(name === 'name' ? 'fillIn' : 'birthWrong') : act.problem?.errors.find(({ path }) => path.replace(/^\//, '') === name)?.message);
  const field = (name: keyof typeof said, label: string, more: { readonly hint?: string; readonly optional?: boolean } = {}) => (
    <TextField id={`person-${name}`} label={label} {...more} value={said[name]} error={problem(name)} autoComplete="off" onChange={({ target }) => setSaid({ ...said, [name]: target.value })} />
  );
  return (
    <form className="area-form" noValidate onSubmit={submit}>
      {field('name', text('personName'))}
      {field('relation', text('personRelation'), { optional: true, hint: text('personRelationHint') })}
      {field('birth', text('personBirth'), { optional: true, hint: text('personBirthHint') })}
      {act.problem && <ActProblem problem={act.problem} />}
      <p className="row"><Button kind="main" type="submit" busy={act.busy}>{text(start === undefined ? 'personAdd' : 'saveChange')}</Button><Button onClick={onCancel}>{text('notYet')}</Button></p>
    </form>
  );
};
