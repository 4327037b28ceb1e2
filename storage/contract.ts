import assert from 'node:assert/strict';
import type { Store } from './store.ts';
import { AlreadyThere, among, type Where } from './table.ts';
import type { AccountRow } from './tables/accounts.ts';
import type { DossierRow } from './tables/dossiers.ts';
import type { JobRow } from './tables/jobs.ts';
import { nextNumber } from './tables/registers.ts';
import { tasks, type TaskRow } from './tables/tasks.ts';

/** What every store must do; run over each by storage/contract.test.ts. */
export function storeContract(open: () => Store): void {
  describe('rows', () => rowsContract(open));
  describe('conditions', () => conditionsContract(open));
  describe('transactions', () => transactionsContract(open));
}

let made = 0;
const fresh = (word: string): string => `${word}-${(made += 1)}`;

export function account(change: Partial<AccountRow> = {}): AccountRow {
  const id = change.id ?? fresh('account');
  return {
    id, kind: 'citizen', login: id, passwordHash: null, subject: null, name: 'Nguyễn Thị Ánh', title: null, idNo: null, phone: null,
    email: null, language: 'vi', active: true, createdAt: '2026-11-20T03:00:00.000Z', ...change,
  };
}

export const dossier = (id: string): DossierRow => ({
  id, code: id, procedureKey: 'p', procedureHash: 'h', unitId: 'u', receivingUnitId: 'u', applicantAccount: 'a', applicantName: 'n',
  applicantPhone: '', search: '', subject: '', begunBy: null, channel: 'online', state: 1, status: 'active', progress: {} as never, data: {}, clock: null, version: 1, head: '',
  submittedAt: 't', acceptedAt: null, dueAt: null, soonAt: null, lateAt: null, pausedAt: null, endedAt: null, updatedAt: 't',
});

export const task = (dossierId: string, change: Partial<TaskRow>): TaskRow => ({
  id: fresh('task'), dossierId, token: 1, node: 'n', name: { vi: 'n', en: 'n' }, form: null, role: 'handler', roles: ['handler'], unitId: 'u', status: 'open',
  openedAt: 't', dueAt: null, soonAt: null, timeLimit: null, claimedBy: null, claimedAt: null, closedBy: null, closedAt: null,
  procedureKey: 'p', procedureHash: 'h', state: 1, search: '', code: 'c', submittedAt: 't', pausedAt: null, firstDueAt: null, firstSoonAt: null, ...change,
});

function rowsContract(open: () => Store): void {
  it('gives back exactly what was put in: text, numbers, flags, nothing, and JSON in its order', async () => {
    const row = account({ name: 'Đặng Thị Ổn 🏠 "\'\\%_', active: false });
    const files = { 'b.json': { text: 'x\u0000y' }, 'a.png': { sha256: '00', size: 9_007_199_254_740_991, type: 'image/png' } };
    const version = { hash: fresh('h'), key: 'k', number: made, files, publishedAt: 'p', publishedBy: 'b', note: null, offered: true, offeredFrom: null, offerError: null, offeredAt: 'o' };
    await open().transaction(async (tx) => {
      await tx.accounts.insert(row);
      await tx.procedureVersions.insert(version);
    });
    await open().read(async (tx) => {
      assert.deepEqual(await tx.accounts.first({ id: row.id }), row);
      const read = await tx.procedureVersions.first({ hash: version.hash });
      assert.deepEqual(read, version);
      assert.deepEqual(Object.keys(read?.files ?? {}), ['b.json', 'a.png']);
    });
  });

  it('counts in numbers, and says how many rows were changed and removed', async () => {
    const title = fresh('title');
    const counts = await open().transaction(async (tx) => {
      for (const name of ['a', 'b', 'c']) await tx.accounts.insert(account({ title, name }));
      return [
        await tx.accounts.count({ title }),
        await tx.accounts.update({ title, name: { in: ['a', 'b'] } }, { active: false }),
        await tx.accounts.remove({ title, active: true }),
        await tx.accounts.remove({ title, active: true }),
        await tx.accounts.count({ title }),
      ];
    });
    assert.deepEqual(counts, [3, 2, 1, 0, 2]);
  });

  it('refuses a second row with the same key or the same unique value', async () => {
    const first = account({ subject: fresh('subject') });
    await open().transaction((tx) => tx.accounts.insert(first));
    for (const twin of [account({ id: first.id, login: fresh('l') }), account({ login: first.login }), account({ subject: first.subject })]) {
      await assert.rejects(open().transaction((tx) => tx.accounts.insert(twin)), AlreadyThere);
      assert.equal(await open().transaction((tx) => tx.accounts.insertIfAbsent(twin)), false);
    }
    await assert.rejects(open().transaction(async (tx) => {
      const other = account();
      await tx.accounts.insert(other);
      await tx.accounts.update({ id: other.id }, { login: first.login });
    }), AlreadyThere);
    assert.equal(await open().transaction((tx) => tx.accounts.insertIfAbsent(account())), true);
  });

  it('refuses text that not every database can keep, and a value of the wrong kind', async () => {
    for (const bad of [account({ name: 'a\0b' }), account({ name: 'half \ud83c' }), account({ name: 7 as never }), account({ active: 1 as never })]) {
      await assert.rejects(open().transaction((tx) => tx.accounts.insert(bad)), /expected accounts\.(name|active)/);
    }
  });
}

function conditionsContract(open: () => Store): void {
  const title = fresh('people');
  const people: Partial<AccountRow>[] = [
    { name: 'an', phone: '1', email: null }, { name: 'bình', phone: '2', email: 'b@example.vn' },
    { name: 'Chi', phone: '3', email: 'c_100%@example.vn' }, { name: 'đông', phone: null, email: 'D@example.vn' },
  ];
  before(() => open().transaction(async (tx) => {
    for (const person of people) await tx.accounts.insert(account({ ...person, title }));
  }));
  const names = (where: object, selection: object = { order: [['phone', 'asc']] }): Promise<string[]> =>
    open().read(async (tx) => (await tx.accounts.find({ title, ...where }, selection)).map(({ name }) => name));

  const table: [string, object, string[]][] = [
    ['a value', { name: 'Chi' }, ['Chi']],
    ['nothing', { email: null }, ['an']],
    ['something', { phone: { not: null } }, ['an', 'bình', 'Chi']],
    ['another value, or nothing', { phone: { not: '1' } }, ['bình', 'Chi', 'đông']],
    ['one of several', { name: { in: ['an', 'Chi', 'x'] } }, ['an', 'Chi']],
    ['one of none', { name: { in: [] } }, []],
    ['a range', { phone: { gt: '1', lte: '3' } }, ['bình', 'Chi']],
    ['below', { phone: { lt: '2' } }, ['an']],
    ['from', { phone: { gte: '3' } }, ['Chi']],
    ['a start', { name: { startsWith: 'bì' } }, ['bình']],
    ['an empty start', { phone: { startsWith: '' } }, ['an', 'bình', 'Chi']],
    ['a part with signs that SQL knows', { email: { contains: '_100%' } }, ['Chi']],
    ['a part', { email: { contains: 'example' } }, ['bình', 'Chi', 'đông']],
    ['any of two', { any: [{ name: 'an' }, { phone: '3', email: { not: null } }] }, ['an', 'Chi']],
    ['any within any', { any: [{ any: [{ name: 'an' }, { name: 'Chi' }], phone: '1' }] }, ['an']],
    ['any of none: nobody', { any: [] }, []],
    ['any with an empty one: everybody', { any: [{}] }, ['an', 'bình', 'Chi', 'đông']],
    ['all of two', { all: [{ any: [{ name: 'an' }, { name: 'Chi' }] }, { any: [{ phone: '3' }, { phone: '2' }] }] }, ['Chi']],
    ['all of none: everybody', { all: [] }, ['an', 'bình', 'Chi', 'đông']],
    ['a condition that is not given', { name: undefined, phone: { gt: undefined, lte: '1' } }, ['an']],
  ];
  for (const [title_, where, expected] of table) it(`finds by ${title_}`, async () => assert.deepEqual(await names(where), expected));

  it('counts by groups what each of several conditions finds, without reading rows', async () => {
    const of = { all: {}, called: { phone: { not: null } }, mailed: { any: [{ email: { not: null }, name: { not: 'đông' } }] } };
    const tally = (where: object, by: ('kind' | 'language' | 'phone')[]) => open().read((tx) => tx.accounts.tally({ title, ...where }, by, of));
    assert.deepEqual(await tally({}, ['kind', 'language']), [{ kind: 'citizen', language: 'vi', counts: { all: 4, called: 3, mailed: 2 } }]);
    assert.deepEqual(await tally({ phone: { not: '2' } }, ['phone']), [
      { phone: '1', counts: { all: 1, called: 1, mailed: 0 } }, { phone: '3', counts: { all: 1, called: 1, mailed: 1 } }, { phone: null, counts: { all: 1, called: 0, mailed: 0 } },
    ]);
    assert.deepEqual(await tally({ name: 'x' }, ['kind']), []);
  });

  it('finds what rows of another table name, by a condition on those', async () => {
    const [one, two, none] = [fresh('dossier'), fresh('dossier'), fresh('dossier')];
    await open().transaction(async (tx) => {
      for (const id of [one, two, none]) await tx.dossiers.insert(dossier(id));
      await tx.tasks.insert(task(one, { id: `${one} a`, roles: ['handler'] }));
      await tx.tasks.insert(task(two, { id: `${two} a`, roles: ['handler'], status: 'completed' }));
      await tx.tasks.insert(task(two, { id: `${two} b`, roles: ['signer'] }));
    });
    const named = async (where: Where<TaskRow>): Promise<string[]> =>
      (await open().read((tx) => tx.dossiers.find({ id: { in: [one, two, none] }, any: [{ id: among(tasks, 'dossierId', where) }] }))).map(({ id }) => id).toSorted();
    assert.deepEqual(await named({ status: 'open' }), [one, two].toSorted());
    assert.deepEqual(await named({ status: 'open', roles: { has: 'handler' } }), [one]);
    assert.deepEqual(await named({ any: [{ dossierId: two, status: 'completed' }] }), [two]);
    assert.deepEqual(await named({ any: [] }), []);
  });

  it('finds in a list what it holds whole, upper and lower case told apart', async () => {
    const dossierId = fresh('dossier');
    const roles = { one: ['handler'], two: ['signer', 'handler'], quoted: ['a "handler" b'], parts: ['hand', 'ler'], upper: ['Handler'], none: [] };
    await open().transaction(async (tx) => {
      await tx.dossiers.insert(dossier(dossierId));
      for (const [id, held] of Object.entries(roles)) await tx.tasks.insert(task(dossierId, { id: `${dossierId} ${id}`, roles: held }));
    });
    const having = async (role: string): Promise<string[]> => (await open().read((tx) => tx.tasks.find({ dossierId, roles: { has: role } }, { order: [['id', 'asc']] }))).map(({ id }) => id.split(' ')[1]!);
    assert.deepEqual(await having('handler'), ['one', 'two']);
    assert.deepEqual(await having('a "handler" b'), ['quoted']);
  });

  it('sorts text by its bytes, and what is missing last, or first when turned', async () => {
    assert.deepEqual(await names({}, { order: [['name', 'asc']] }), ['Chi', 'an', 'bình', 'đông']);
    assert.deepEqual(await names({}, { order: [['email', 'asc'], ['id', 'asc']] }), ['đông', 'bình', 'Chi', 'an']);
    assert.deepEqual(await names({}, { order: [['email', 'desc']] }), ['an', 'Chi', 'bình', 'đông']);
    assert.deepEqual(await names({}, { order: [['phone', 'asc']], limit: 2, offset: 1 }), ['bình', 'Chi']);
  });

  it('refuses a column and a test that it does not know', async () => {
    await assert.rejects(names({ colour: 'red' }), /expected a column of "accounts"/);
    await assert.rejects(names({ name: { like: 'x' } }), /expected a condition on "name"/);
  });
}

function transactionsContract(open: () => Store): void {
  it('keeps nothing of a transaction that fails', async () => {
    const kept = account();
    await open().transaction((tx) => tx.accounts.insert(kept));
    const lost = account();
    await assert.rejects(open().transaction(async (tx) => {
      await tx.accounts.insert(lost);
      await tx.accounts.update({ id: kept.id }, { name: 'other' });
      await tx.accounts.remove({ id: kept.id });
      throw new Error('no');
    }), /no/);
    await open().read(async (tx) => {
      assert.deepEqual(await tx.accounts.first({ id: kept.id }), kept);
      assert.equal(await tx.accounts.first({ id: lost.id }), undefined);
    });
  });

  it('refuses writing while only reading', async () => {
    await assert.rejects(open().read((tx) => tx.accounts.insert(account())), /only reading/);
  });

  it('gives numbers without gap or double to many at once, some of whom fail', async () => {
    const register = fresh('register');
    const tries = Array.from({ length: 24 }, (_, index) => open().transaction(async (tx) => {
      const number = await nextNumber(tx, 'unit', register, '2026');
      if (index % 4 === 3) throw new Error('given back');
      return number;
    }));
    const given = (await Promise.allSettled(tries)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    assert.deepEqual(given.toSorted((a, b) => a - b), Array.from({ length: 18 }, (_, index) => index + 1));
  });

  it('lets one of many insert the same key, and the others see that they did not', async () => {
    const id = fresh('race');
    const won = await Promise.all(Array.from({ length: 12 }, () => open().transaction((tx) => tx.accounts.insertIfAbsent(account({ id })))));
    assert.equal(won.filter(Boolean).length, 1);
  });

  it('gives each of several workers other rows', async () => {
    const dossierId = fresh('dossier');
    await open().transaction((tx) => tx.dossiers.insert(dossier(dossierId)));
    const job = (id: string): JobRow => ({
      id, dossierId, kind: 'timer', node: 'n', reference: 1, connector: null, inputs: {}, timer: null, waiting: null, callKey: null, unitId: 'u', status: 'open', dueAt: id, runAt: id,
      doneAt: null, attempts: 0, fence: 0, leasedBy: null, error: null, createdAt: 't',
    });
    await open().transaction(async (tx) => {
      for (let index = 0; index < 20; index += 1) await tx.jobs.insert(job(fresh('job')));
    });
    const take = (): Promise<string[]> => open().transaction(async (tx) => {
      const found = await tx.jobs.find({ dossierId, status: 'open' }, { order: [['id', 'asc']], limit: 5, lock: 'skip' });
      for (const { id } of found) await tx.jobs.update({ id }, { status: 'done' });
      return found.map(({ id }) => id);
    });
    const taken = (await Promise.all([take(), take(), take(), take()])).flat();
    const rest = [...taken, ...(await take()), ...(await take()), ...(await take())];
    assert.equal(new Set(rest).size, rest.length, 'a row was given twice');
    assert.equal(rest.length, 20);
  });

  it('wakes whoever listens once work was written, and for nothing else', async () => {
    const store = open();
    const woken: string[] = [];
    const stop = store.onWork((tables) => woken.push(...tables));
    const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 30));
    const write = (): Promise<void> => store.transaction((tx) => tx.posts.set({ id: 'none' }, { runAt: 't' }));
    for (let tries = 0; tries < 100 && woken.length === 0; tries += 1) await write().then(pause); // PostgreSQL may still be about to listen.
    assert.ok(woken.includes('posts'));
    await pause();
    woken.length = 0;
    await store.transaction(async (tx) => {
      await tx.accounts.insert(account());
      await tx.posts.set({ id: 'none' }, { status: 'done' });
    });
    await assert.rejects(store.transaction(async (tx) => {
      await tx.posts.set({ id: 'none' }, { runAt: 't' });
      throw new Error('no');
    }));
    await pause();
    assert.deepEqual(woken, []);
    stop();
  });

  it('migrates again without harm, and finds itself safe', async () => {
    await open().migrate();
    await open().check();
    await open().check();
  });
}
