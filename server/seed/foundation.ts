import { readFile } from 'node:fs/promises';
import { readFolder } from '../../procedures/folder.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { Transaction } from '../../storage/store.ts';
import { withPublished } from '../library/called.ts';
import { inspectPackage, type Inspection } from '../library/inspect.ts';
import { publish, readyToPublish } from '../library/publish.ts';
import type { Services } from '../services.ts';
import { hashPassword } from '../session/passwords.ts';
import { samplePeople, type SamplePerson } from './people.ts';
import { sampleUnits } from './units.ts';

/** Calendar, units and people of the sample. Runs on an empty database only. */
export async function layFoundation({ store, now, newId }: Pick<Services, 'store' | 'now' | 'newId'>, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  const at = now();
  await store.transaction(async (tx) => {
    await layCalendar(tx, at);
    for (const unit of sampleUnits) await tx.units.insert(unit);
    for (const person of samplePeople) await insertPerson(tx, person, { passwordHash, at, newId });
    // As the simulated post asks (connectors/post.send.json).
    await tx.unitSettings.insert({ id: newId(), unitId: 'city', procedureKey: null, name: 'postage', value: 30_000, document: 'Mức giả định của dữ liệu mẫu', validFrom: '2025-07-01T00:00:00.000Z', createdAt: at, createdBy: 'account-quantri' });
  });
}

/** The working calendar that the product comes with, unless it is there. */
export async function layCalendar(tx: Transaction, at: string): Promise<void> {
  const data: unknown = JSON.parse(await readFile(new URL('../../engine/calendar/hcmc.json', import.meta.url), 'utf8'));
  await tx.calendars.insertIfAbsent({ id: 'hcmc', name: 'Thành phố Hồ Chí Minh', data, revision: 1, updatedAt: at, updatedBy: 'system' });
}

/** Somebody of the sample; without a password nobody signs in as them. */
export async function insertPerson(tx: Transaction, person: SamplePerson, { passwordHash, at, newId }: { readonly passwordHash: string | null; readonly at: string; readonly newId: () => string }): Promise<void> {
  const id = `account-${person.login}`;
  await tx.accounts.insert({
    id, kind: person.roles.length > 0 ? 'staff' : 'citizen', login: person.login, passwordHash, subject: null, name: person.name, title: person.title,
    idNo: person.idNo ?? null, phone: person.phone ?? null, email: null, language: 'vi', active: true, createdAt: at,
  });
  for (const [role, unitId] of person.roles) {
    await tx.roleAssignments.insert({ id: newId(), accountId: id, role, unitId, validFrom: '2025-07-01T00:00:00.000Z', validTo: null, delegatedBy: null, document: null, createdAt: at, createdBy: 'system' });
  }
}

/** Publishes a package folder unless this very content was ever published, or an administrator's version is live. Throws with the first finding when it is not sound. */
export async function publishFolder(services: Pick<Services, 'store' | 'files' | 'now'>, folder: string, inspect: (content: PackageFiles) => Promise<Inspection> = inspectPackage): Promise<string> {
  const ready = await readyToPublish(services.files, await withPublished(services, await readFolder(folder)), inspect);
  if ('findings' in ready) {
    const first = ready.findings.find(({ severity }) => severity === 'error');
    throw new Error(`expected ${folder} to be fit for publishing, but ${first?.file ?? ''} ${first?.element ?? ''}: ${first?.message ?? ''}`);
  }
  await services.store.transaction(async (tx) => {
    const known = await tx.procedureVersions.first({ hash: ready.hash });
    const offered = await tx.procedureVersions.first({ key: ready.key, offered: true });
    // What an administrator published stays: a newer shipped package never takes its place by a restart.
    if (known !== undefined || (offered !== undefined && offered.publishedBy !== 'system')) return;
    await publish(services.store, tx, ready, { account: 'system', at: services.now(), note: null });
  });
  return ready.hash;
}
