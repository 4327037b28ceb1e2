import { useState, type FormEvent } from 'react';
import type { HouseholdFields } from '../../server/api/area.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { TextField } from '../../ui/field.tsx';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';

interface HouseholdFormProps {
  readonly start: HouseholdFields | undefined;
  readonly act: string;
  readonly onSend: (fields: HouseholdFields, key: string) => Promise<void>;
  readonly onCancel: () => void;
}

const place = /^(-?\d{1,3}(?:\.\d+)?)[,;\s]+(-?\d{1,3}(?:\.\d+)?)$/;

/** A household by hand: where it lives, and of its people no more than who heads it and how many there are. */
export const HouseholdForm = ({ start, act, onSend, onCancel }: HouseholdFormProps) => {
  const text = useText();
  const [said, setSaid] = useState({
    code: start?.code ?? '', address: start?.address ?? '', head: start?.head ?? '', members: start?.members === undefined || start.members === null ? '' : String(start.members),
    at: start === undefined ? '' : `${start.latitude}, ${start.longitude}`, validFrom: start?.validFrom ?? '',
  });
  const [missing, setMissing] = useState<readonly string[]>([]);
  const send = useAct(async (key, fields: HouseholdFields) => onSend(fields, key));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [, latitude, longitude] = place.exec(said.at.trim()) ?? [];
    const lacking = [...(['code', 'address'] as const).filter((name) => said[name].trim() === ''), ...(isDay(said.validFrom) ? [] : ['validFrom']), ...(latitude === undefined ? ['at'] : []), ...(/^\d{0,3}$/.test(said.members.trim()) ? [] : ['members'])];
    setMissing(lacking);
    if (lacking.length > 0) return;
    send.run({
      code: said.code.trim(), address: said.address.trim(), head: said.head.trim() === '' ? null : said.head.trim(), members: said.members.trim() === '' ? null : Number(said.members),
      latitude: Number(latitude), longitude: Number(longitude), validFrom: said.validFrom,
    });
  };
  const problem = (name: string) => (missing.includes(name) ? text(name === 'at' ? 'placeWrong' : name === 'members' ? 'membersWrong' : 'fillIn') : send.problem?.errors.find((error) => error.path.replace(/^\//, '') === name)?.message);
  const field = (name: keyof typeof said, label: string, more: { readonly hint?: string; readonly optional?: boolean; readonly inputMode?: 'numeric' } = {}) => (
    <TextField id={`household-${name}`} label={label} {...more} value={said[name]} error={problem(name)} autoComplete="off" onChange={({ target }) => setSaid({ ...said, [name]: target.value })} />
  );
  return (
    <form className="area-form" noValidate onSubmit={submit}>
      {field('code', text('areaField_code'))}
      {field('address', text('areaField_address'))}
      {field('at', text('areaField_place'), { hint: text('placeHint') })}
      {field('head', text('householdHead'), { optional: true })}
      {field('members', text('householdMembers'), { optional: true, inputMode: 'numeric' })}
      <DateField id="household-validFrom" label={text('areaField_validFrom')} value={said.validFrom} error={problem('validFrom')} onChange={(validFrom) => setSaid({ ...said, validFrom })} />
      {send.problem && <ActProblem problem={send.problem} />}
      <p className="row"><Button kind="main" type="submit" busy={send.busy}>{act}</Button><Button onClick={onCancel}>{text('notYet')}</Button></p>
    </form>
  );
};
