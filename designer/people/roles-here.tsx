import { useState } from 'react';
import type { RoleGiven, StaffMember } from '../../server/api/people.ts';
import { Button } from '../../ui/button.tsx';
import { Check } from '../../ui/choices.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { date } from '../../ui/format.ts';
import { useRoleName } from '../../ui/roles.ts';
import { State } from '../../ui/state.tsx';
import { Table } from '../../ui/table.tsx';
import { useText } from '../words.ts';
import { EndRole } from './end-role.tsx';
import { lastDay } from '../../engine/calendar/office-day.ts';

export interface Held { readonly person: StaffMember; readonly role: RoleGiven }

/** Who holds which role in a unit, now and to come; those that have ended when asked for. */
export const RolesHere = ({ unit, staff, at, onDone }: { unit: string; staff: readonly StaffMember[]; at: string; onDone: () => Promise<void> }) => {
  const text = useText();
  const roleName = useRoleName();
  const [withEnded, setWithEnded] = useState(false);
  const [ending, setEnding] = useState<Held>();
  const here = staff.flatMap((person) => person.roles.filter((role) => role.unit.id === unit).map((role): Held => ({ person, role })));
  const isOver = ({ role: { to } }: Held) => to !== null && to <= at;
  const rows = here.filter((held) => withEnded || !isOver(held)).toSorted((one, other) => one.role.role.localeCompare(other.role.role));
  const state = (held: Held) => {
    const { role: { from, to }, person } = held;
    if (isOver(held)) return <State tone="ended" word={text('roleOver')} />;
    if (!person.active) return <State tone="ended" word={text('accountClosed')} />;
    if (from > at) return <State tone="plain" word={text('roleToCome')} />;
    return to === null ? <State tone="done" word={text('roleHolds')} /> : <State tone="soon" word={text('roleHoldsUntil', { day: date(lastDay(to)) })} />;
  };
  const span = ({ role: { from, to } }: Held) => (to === null ? text('roleSince', { from: date(from) }) : text('roleSpan', { from: date(from), to: date(lastDay(to)) }));
  const delegated = ({ role: { delegatedBy, document } }: Held) => (delegatedBy ? <>{text('delegatedFrom', { name: delegatedBy.name })}<span className="muted block">{document}</span></> : <span className="muted">{document ?? text('inOwnRight')}</span>);
  const acts = (held: Held) => (isOver(held) ? null : <Button small aria-label={`${text('endRole')}: ${held.person.name}, ${roleName(held.role.role)}`} onClick={() => setEnding(held)}>{text('endRole')}</Button>);
  return (
    <>
      {rows.length === 0 && <EmptyState title={text('nobodyHere')}><p>{text('nobodyHereHint')}</p></EmptyState>}
      {rows.length > 0 && (
        <Table
          caption={text('rolesHere')} captionHidden rows={rows} rowKey={({ role: { id } }) => id}
          columns={[
            { key: 'person', title: text('staffMember'), heading: true, cell: ({ person }) => person.name },
            { key: 'role', title: text('role'), cell: ({ role }) => roleName(role.role) },
            { key: 'span', title: text('roleTime'), cell: span },
            { key: 'by', title: text('roleBasis'), cell: delegated },
            { key: 'state', title: text('roleState'), cell: state },
            { key: 'hand', title: text('inHand'), number: true, cell: ({ role: { inHand } }) => inHand },
            { key: 'acts', title: text('acts'), cell: acts },
          ]}
        />
      )}
      {here.some(isOver) && <Check id="with-ended" label={text('showEnded')} checked={withEnded} onChange={setWithEnded} />}
      <EndRole held={ending} at={at} onClose={() => setEnding(undefined)} onDone={onDone} />
    </>
  );
};
