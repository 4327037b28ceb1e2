import { strict as assert } from 'node:assert';
import { houseAnswers, checks } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';

describe('the same request sent again', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  before(async () => {
    house = await runHouse();
  });
  after(() => house.stop());

  it('files one dossier, with one answer, though it came fifty times at once', async () => {
    const citizen = await house.visitor('congdan1');
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'construction-permit-house' })) as unknown as { id: string };
    await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: 1, data: await houseAnswers(citizen, draft.id) });
    const file = (key: string) => citizen.json('POST', `/api/drafts/${draft.id}/file`, { revision: 2, declared: true }, { 'Idempotency-Key': key });
    const answers = await Promise.all(Array.from({ length: 50 }, () => file('one-intent')));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    assert.equal(new Set(answers.map(({ body }) => (body as unknown as { code: string }).code)).size, 1);
    assert.equal(await house.store.read((tx) => tx.dossiers.count({})), 1);
    assert.ok([404, 409].includes((await file('another-intent')).status), 'the draft is used up');
  });

  it('is refused when the key was used for something else, and means nothing to another person', async () => {
    const begin = async (login: string, procedure: string) => (await house.visitor(login)).json('POST', '/api/drafts', { procedure }, { 'Idempotency-Key': 'shared-key' });
    const first = await begin('congdan1', 'construction-permit-house');
    const again = await begin('congdan1', 'construction-permit-house');
    assert.deepEqual([first.status, again.status], [201, 201]);
    assert.deepEqual(again.body, first.body);
    const message = await (await house.visitor('congdan1')).json('POST', '/api/drafts', { procedure: 'construction-permit-house', unit: 'ward-99001' }, { 'Idempotency-Key': 'shared-key' });
    assert.deepEqual([message.status, (message.body as unknown as { code: string }).code], [409, 'key-reused']);
    const other = await begin('congdan2', 'construction-permit-house');
    assert.notDeepEqual(other.body, first.body);
  });

  it('lets one of two clerks win, and tells the other who was first', async () => {
    await house.work();
    await house.store.transaction((tx) => tx.roleAssignments.insert({
      id: 'second-receptionist', accountId: 'account-thuly2', role: 'receptionist', unitId: 'ward-99001-counter', validFrom: '2026-01-01T00:00:00.000Z', validTo: null, delegatedBy: null, document: null, createdAt: '', createdBy: 'system',
    }));
    const task = await house.store.read((tx) => tx.tasks.first({ node: 'reception', status: 'open' }));
    const { version = 0 } = (await house.store.read((tx) => tx.dossiers.first({}))) ?? {};
    const clerks = [await house.visitor('tiepnhan', 'en'), await house.visitor('thuly2', 'en')];
    const answers = await Promise.all(clerks.map((clerk) => clerk.json('POST', `/api/tasks/${task?.id ?? ''}/complete`, { expectedVersion: version, data: { checks, outcome: 'accept', feeWaived: false } })));
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409]);
    const lost = answers.find(({ status }) => status === 409)?.body as unknown as { code: string; by: string; at: string };
    assert.ok(['Võ Thị Tiếp Nhận', 'Đặng Thị Thẩm Định'].includes(lost.by) && lost.at !== undefined, 'says who was first, and when');
    assert.ok(['task-closed', 'version-conflict', 'task-taken'].includes(lost.code));
  });

  it('does a step once, and a repeat gets the first answer although the step is closed', async () => {
    const { id = '', version = 0 } = (await house.store.read((tx) => tx.dossiers.first({}))) ?? {};
    await house.work();
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId: id, node: 'assign', status: 'open' }));
    const head = await house.visitor('truongphong');
    const now = (await house.store.read((tx) => tx.dossiers.first({ id })))?.version ?? version;
    // With a space to be normalised away: the repeat must be judged the same.
    const send = () => head.json('POST', `/api/tasks/${task?.id ?? ''}/complete`, { expectedVersion: now, data: { handler: 'account-thuly', note: ' Làm  sớm ' } }, { 'Idempotency-Key': 'assign-once' });
    const first = await send();
    const again = await send();
    assert.deepEqual([first.status, again.status], [200, 200]);
    assert.equal((again.body as unknown as { version: number }).version, (first.body as unknown as { version: number }).version);
    const late = await head.json('POST', `/api/tasks/${task?.id ?? ''}/complete`, { expectedVersion: now, data: { handler: 'account-thuly2' } }, { 'Idempotency-Key': 'assign-again' });
    assert.equal(late.status, 409);
  });
});
