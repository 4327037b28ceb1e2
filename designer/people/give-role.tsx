import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { StaffMember } from '../../server/api/people.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { isDay } from '../../ui/day.ts';
import { TextField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { useRoleName, useRoles } from '../../ui/roles.ts';
import { Select } from '../process/panel/select.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { faultAt } from '../../ui/fault-at.ts';
import { endOf, firstMoment, officeDate } from '../../engine/calendar/office-day.ts';

interface GiveRoleProps {
  unit: string;
  unitName: string;
  staff: readonly StaffMember[];
  at: string;
  onDone: () => Promise<void>;
}

/** Gives a role in this unit from a day on, in one's own right or for another under a document. */
export const GiveRole = ({ unit, unitName, staff, at, onDone }: GiveRoleProps) => {
  const text = useText();
  const roles = useRoles();
  const roleName = useRoleName();
  const open = staff.filter(({ active }) => active);
  const [person, setPerson] = useState(open[0]?.id ?? '');
  const [role, setRole] = useState('handler');
  const [from, setFrom] = useState(officeDate(at));
  const [to, setTo] = useState('');
  const [isDelegated, setDelegated] = useState(false);
  const [delegator, setDelegator] = useState('');
  const [document, setDocument] = useState('');
  const [given, setGiven] = useState<string>();
  const owners = open.filter(({ id, roles }) => id !== person && roles.some((held) => held.role === role && held.unit.id === unit && held.delegatedBy === null && (held.to === null || held.to > at)));
  const delegatedBy = owners.some(({ id }) => id === delegator) ? delegator : (owners[0]?.id ?? '');
  const giving = useAct(async (key) => {
    const body = { role, unit, from: firstMoment(from), to: to === '' ? null : endOf(to), ...(isDelegated && delegatedBy !== '' && { delegatedBy }), ...(document.trim() !== '' && { document: document.trim() }) };
    await call('POST /api/people/:id/roles', { params: { id: person }, body, key });
    setGiven(text('roleGiven', { name: open.find(({ id }) => id === person)?.name ?? '', role: roleName(role) }));
    setDocument('');
    setTo('');
    await onDone();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setGiven(undefined);
    if (isDay(from) && (to === '' || isDay(to)) && (!isDelegated || delegatedBy !== '')) giving.run();
  };
  const fault = (path: string) => faultAt(giving.problem, path);
  const placed = ['/role', '/from', '/to', '/unit', '/document', '/delegatedBy'];
  return (
    <details className="panel-more">
      <summary>{text('giveRole', { unit: unitName })}</summary>
      <form onSubmit={submit} noValidate>
        <div className="both">
          <Select id="give-person" label={text('staffMember')} value={person} options={open.map(({ id, name, title }) => ({ value: id, label: [name, title].filter(Boolean).join(' · ') }))} onChange={setPerson} />
          <Select id="give-role" label={text('role')} error={fault('/role') ?? fault('/unit')} value={role} options={roles.map(({ role: value }) => ({ value, label: roleName(value) }))} onChange={setRole} />
          <DateField id="give-from" label={text('roleFrom')} error={fault('/from')} min={officeDate(at)} value={from} onChange={setFrom} />
          <DateField id="give-to" label={text('roleTo')} hint={text('roleToHint')} optional={!isDelegated} error={fault('/to')} min={from} value={to} onChange={setTo} />
        </div>
        <Check id="give-delegated" label={text('isDelegated')} checked={isDelegated} onChange={setDelegated} />
        {isDelegated && owners.length === 0 && <Notice kind="soon" title={text('nobodyToDelegate', { role: roleName(role) })} />}
        {isDelegated && owners.length > 0 && <Select id="give-delegator" label={text('delegator')} error={fault('/delegatedBy')} value={delegatedBy} options={owners.map(({ id, name }) => ({ value: id, label: name }))} onChange={setDelegator} />}
        <TextField id="give-document" label={text('roleDocument')} hint={text('roleDocumentHint')} optional={!isDelegated} error={fault('/document')} value={document} onChange={(event) => setDocument(event.target.value.normalize('NFC'))} />
        {giving.problem && !placed.some((path) => fault(path)) && <ProblemView error={giving.problem} />}
        <Button type="submit" busy={giving.busy} aria-disabled={isDelegated && delegatedBy === ''}><Icon of={Plus} />{text('giveRoleNow')}</Button>
      </form>
      <div aria-live="polite">{given !== undefined && <Notice kind="done" title={given} />}</div>
    </details>
  );
};
