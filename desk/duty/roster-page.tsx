import { useQuery } from '@tanstack/react-query';
import type { Roster } from '../../server/api/duty.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { ProblemView } from '../../ui/problem-view.tsx';
import { queryOf } from '../../ui/query.ts';
import { State } from '../../ui/state.tsx';
import { Table, type Column } from '../../ui/table.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useText } from '../words.ts';
import { GiveShift } from './give-shift.tsx';
import './duty.css';

type Shift = Roster['shifts'][number];

const Shifts = ({ shifts, at, reload }: { shifts: readonly Shift[]; at: string; reload: () => Promise<unknown> }) => {
  const text = useText();
  const language = useLanguage();
  const end = useAct(async (_key, id: string) => {
    await call('DELETE /api/desk/shifts/:id', { params: { id } });
    await reload();
  });
  const nameCell = ({ person, from }: Shift) => <>{person.name} {from <= at && <State tone="open" word={text('rosterOn')} />}</>;
  const actCell = ({ id, from, person }: Shift) => <Button small busy={end.busy} onClick={() => end.run(id)}>{text(from <= at ? 'rosterEnd' : 'rosterCall')}<span className="visually-hidden"> {person.name}, {dateTime(from)}</span></Button>;
  const columns: Column<Shift>[] = [
    { key: 'person', title: text('rosterPerson'), heading: true, cell: (shift) => nameCell(shift) },
    { key: 'from', title: text('rosterFrom'), cell: ({ from }) => dateTime(from) },
    { key: 'to', title: text('rosterTo'), cell: ({ to }) => dateTime(to) },
    { key: 'unit', title: text('rosterUnit'), cell: ({ unit }) => pick(unit.name, language) },
    { key: 'note', title: text('rosterNote'), cell: ({ note }) => note },
    ...(shifts.some(({ mine }) => mine) ? [{ key: 'act', title: text('rosterAct'), cell: (shift: Shift) => shift.mine && actCell(shift) }] : []),
  ];
  if (shifts.length === 0) return <EmptyState title={text('rosterNone')} />;
  return (
    <>
      {end.problem && <ProblemView error={end.problem} />}
      <Table
        caption={text('rosterCaption')}
        rows={shifts}
        rowKey={({ id }) => id}
        columns={columns}
      />
    </>
  );
};

/** Who is on duty when, and the form by which the head of a unit puts somebody on duty. */
export const RosterPage = () => {
  const text = useText();
  const query = useQuery(queryOf('GET /api/desk/shifts', {}));
  return (
    <Page title={text('rosterTitle')} back={<BackLink href="/duty" label={text('navDuty')} />} wide>
      <p>{text('rosterLead')}</p>
      <Load of={query}>
        {(roster) => (
          <>
            <Shifts shifts={roster.shifts} at={roster.at} reload={query.refetch} />
            {roster.units.length > 0 && <GiveShift units={roster.units} reload={query.refetch} />}
          </>
        )}
      </Load>
    </Page>
  );
};
