import { Organisation, type OrganisationTaken } from '../api/organisation.ts';
import { randomId } from '../compose.ts';
import { faultsOf } from '../http/validate.ts';
import { checkOrganisation, takeOrganisation } from '../organisation/take-organisation.ts';
import { layCalendar } from '../seed/foundation.ts';
import { argumentOf, UsageError, type Run, type Terminal } from './command.ts';
import { givenJson } from './given-file.ts';
import { openHouse } from './house.ts';

export const run: Run = async (given, terminal) => {
  const path = argumentOf(given);
  const asked = await listsAt(path);
  const { store, now } = await openHouse({}, { existing: true });
  try {
    await store.check();
    // a new house has no calendar yet, and every unit needs one
    await store.transaction((tx) => layCalendar(tx, now()));
    const isCheck = given.values['check'] === true;
    const taken = isCheck ? await checkOrganisation({ store, now, newId: randomId }, asked) : await takeOrganisation({ store, now, newId: randomId }, asked, 'system');
    if (given.values['json'] === true) terminal.out(JSON.stringify(taken));
    else tell(terminal, taken, isCheck);
    return taken.faults.length > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
};

function tell(terminal: Terminal, { units, staff, faults, passwords }: OrganisationTaken, isCheck: boolean): void {
  for (const { list, index, member, message } of faults) terminal.error(`${list}[${index}].${member}: ${message.en}`);
  if (faults.length > 0) return terminal.error('Nothing is kept.');
  terminal.out(`${isCheck ? 'It would be' : 'Taken in'}: ${units.added} new units, ${units.renamed} renamed, ${units.ended} ended, ${units.known} as before; ${staff.accounts} new people, ${staff.roles} new roles, ${staff.known} as before.`);
  if (passwords.length === 0) return;
  terminal.out('First passwords, told this once (login,name,password):');
  for (const { login, name, password } of passwords) terminal.out([login, `"${name.replaceAll('"', '""')}"`, password].join(','));
}

async function listsAt(path: string): Promise<Organisation> {
  const lists = await givenJson(path);
  const [fault] = faultsOf(Organisation, lists, 'en');
  if (fault !== undefined) throw new UsageError(`expected ${path} to hold units and staff, but ${fault.path}: ${fault.message}`);
  return lists as unknown as Organisation;
}
