import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseOfPeople } from '../../server/api/people.ts';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { queryOf } from '../../ui/query.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { GiveRole } from './give-role.tsx';
import { LevelDelegations } from './level-delegations.tsx';
import { NewPassword } from './new-password.tsx';
import { TakeLists } from './import/take-lists.tsx';
import './people.css';
import { RolesHere } from './roles-here.tsx';
import { SettingsOf } from './settings-of.tsx';
import { UnitTree } from './unit-tree.tsx';

const house = queryOf('GET /api/people', {});

/** Who may do what, where, and from when to when. Nothing is deleted: roles end. */
export const PeoplePage = () => {
  const text = useText();
  const people = useQuery({ ...house, refetchOnWindowFocus: false });
  return (
    <Page title={text('peopleTitle')} wide>
      <p className="lead">{text('peopleLead')}</p>
      <Load of={people}>{(data) => <House of={data} />}</Load>
    </Page>
  );
};

/** What an administrator did, by the kind of the change. */
const saidOf: Readonly<Record<string, 'roleEndedFor' | 'listsTaken' | 'unitSet' | 'levelGiven' | 'levelEnded' | 'passwordGiven'>> = { 'role.end': 'roleEndedFor', 'level.delegate': 'levelGiven', 'level.end': 'levelEnded', 'password.give': 'passwordGiven', 'organisation.take': 'listsTaken', 'unit.set': 'unitSet' };

const House = ({ of: { at, units, staff, changes } }: { of: HouseOfPeople }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const [wanted, setWanted] = useState<string>();
  const unit = units.find(({ id }) => id === wanted) ?? units.find(({ kind }) => kind === 'ward') ?? units[0];
  const reload = () => client.invalidateQueries({ queryKey: house.queryKey });
  const heads = new Map(units.map(({ id }) => [id, staff.filter(({ active, roles }) => active && roles.some((held) => held.unit.id === id && held.from <= at && (held.to === null || held.to > at))).length]));
  const lists = <><TakeLists kind="units" onDone={reload} /><TakeLists kind="staff" onDone={reload} /></>;
  if (!unit) return <><p>{text('noUnits')}</p>{lists}</>;
  const name = pick(unit.name, language);
  return (
    <div className="people">
      <nav aria-label={text('unitTree')}>
        <h2>{text('unitTree')}</h2>
        <UnitTree units={units} heads={heads} at={at} chosen={unit.id} onChoose={setWanted} />
      </nav>
      <div>
        <h2 aria-live="polite">{name}</h2>
        <RolesHere key={unit.id} unit={unit.id} staff={staff} at={at} onDone={reload} />
        <GiveRole key={`give ${unit.id}`} unit={unit.id} unitName={name} staff={staff} at={at} onDone={reload} />
        <details className="panel-more">
          <summary>{text('takeLists')}</summary>
          {lists}
        </details>
        <NewPassword staff={staff} onDone={reload} />
        <SettingsOf key={`settings ${unit.id}`} unit={unit.id} onDone={reload} />
        <LevelDelegations onDone={reload} />
        <section aria-labelledby="role-changes">
          <h2 id="role-changes">{text('houseChanges')}</h2>
          {changes.length === 0 && <p className="muted">{text('noHouseChanges')}</p>}
          <ul>{changes.map(({ at: when, by, kind, note, taken }, index) => <li key={`${when} ${index}`}>{dateTime(when)} · {by?.name ?? text('somebody')}: {text(saidOf[kind] ?? 'roleGivenTo')} {taken ? `${text('unitsTaken', taken.units)} ${text('staffTaken', taken.staff)}` : note}</li>)}</ul>
        </section>
      </div>
    </div>
  );
};
