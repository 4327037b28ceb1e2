import { strict as assert } from 'node:assert';
import { ward } from '../seed/units.ts';
import { publishInquiry } from '../testing/inquiry.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

interface Role { readonly role: string; readonly name: { readonly vi: string }; readonly like: string | null }

describe('a role that a procedure adds', function () {
  this.timeout(120_000);
  const home = '/api/designer/procedures/ward-inquiry';
  const surveyor = { name: { vi: 'Cán bộ đo đạc', en: 'Surveyor' }, like: 'handler' };
  let house: RunningHouse;
  let designer: Visitor;
  let admin: Visitor;
  let handler: Visitor;
  let process = '';
  let procedure: Record<string, unknown> = {};
  before(async () => {
    house = await runHouse();
    await publishInquiry(house.services);
    [designer, admin, handler] = [await house.visitor('thietke'), await house.visitor('quantri'), await house.visitor('thuly')];
    process = await text('process.bpmn');
    procedure = JSON.parse(await text('procedure.json')) as Record<string, unknown>;
  });
  after(() => house.stop());

  let revision = 0;
  const text = async (path: string): Promise<string> => ((await designer.done('GET', `${home}/file?path=${path}`)) as unknown as { readonly text: string }).text;
  const save = async (role: string, roles: object): Promise<void> => {
    const files = [{ path: 'process.bpmn', text: process.replace(/(id="look"[^>]*motcua:role=")handler/, `$1${role}`) }, { path: 'procedure.json', text: JSON.stringify({ ...procedure, roles }) }];
    ({ revision } = (await designer.done('PUT', `${home}/draft`, { revision, files })) as unknown as { readonly revision: number });
  };
  const publish = () => designer.json('POST', `${home}/publish`, { revision });
  const known = async (who = handler): Promise<readonly Role[]> => ((await who.done('GET', '/api/roles')) as unknown as { readonly roles: readonly Role[] }).roles;
  const version = async (id: string) => ({ expectedVersion: (await house.store.read((tx) => tx.dossiers.first({ id })))!.version });
  const give = (role: string, person = 'vanthu') => admin.json('POST', `/api/people/account-${person}/roles`, { role, unit: ward, from: house.services.now(), to: null });

  it('is no role of the house before a procedure names it, and nobody can be given it', async () => {
    assert.deepEqual((await known()).filter(({ like }) => like !== null), []);
    assert.ok((await known()).some(({ role, name }) => role === 'clerk' && name.vi === 'Văn thư'));
    const refused = await give('surveyor');
    assert.deepEqual([refused.status, JSON.stringify(refused.body['errors'])], [422, JSON.stringify([{ path: '/role', message: 'Không có vai trò này: thủ tục thêm vai trò ở trang Thông tin.' }])]);
  });

  it('has a code of its own, and is named by a step', async () => {
    const told = async () => ((await designer.done('POST', `${home}/check`, {})) as unknown as { readonly findings: readonly { readonly rule: string; readonly severity: string }[] }).findings.filter(({ rule }) => ['own-role', 'step-role'].includes(rule)).map(({ rule, severity }) => `${rule} ${severity}`);
    await save('handler', { clerk: surveyor });
    assert.deepEqual(await told(), ['own-role error']);
    await save('handler', { surveyor });
    assert.deepEqual(await told(), ['own-role warning']);
    await save('surveyor', {});
    assert.deepEqual(await told(), ['step-role error']);
    await save('surveyor', { surveyor });
    assert.deepEqual(await told(), []);
  });

  it('is published once somebody holds it, who is given it from the draft', async () => {
    const refused = await publish();
    assert.equal(refused.status, 422);
    assert.match(JSON.stringify(refused.body), /chưa ai giữ vai trò Cán bộ đo đạc của bước “Xem xét”/);
    assert.deepEqual((await known()).filter(({ like }) => like !== null), [{ role: 'surveyor', ...surveyor }]);
    assert.equal((await give('surveyor')).status, 201);
    assert.equal((await publish()).status, 201);
    const { changes } = (await admin.done('GET', '/api/people')) as unknown as { readonly changes: readonly { readonly note: string }[] };
    assert.ok(changes.some(({ note }) => note.endsWith(': Cán bộ đo đạc')), JSON.stringify(changes));
  });

  it('does its steps, which nobody else does, with the rights of the role that it is like', async () => {
    const { dossier } = (await handler.done('POST', '/api/desk/dossiers', { procedure: 'ward-inquiry', unit: ward, data: { matter: 'Đo lại ranh đất' } })) as unknown as { dossier: string };
    const [task] = await house.store.read((tx) => tx.tasks.find({ dossierId: dossier, status: 'open' }));
    const holder = await house.visitor('vanthu');
    const seen = (await holder.done('GET', `/api/tasks/${task!.id}`)) as unknown as { readonly role: string; readonly like: string; readonly barred: string | null };
    assert.deepEqual([seen.role, seen.like, seen.barred], ['surveyor', 'handler', null]);
    assert.equal(((await handler.done('GET', `/api/tasks/${task!.id}`)) as unknown as { readonly barred: string }).barred, 'role');
    assert.equal((await handler.json('POST', `/api/tasks/${task!.id}/claim`, await version(dossier))).status, 403);
    assert.equal((await holder.json('POST', `/api/tasks/${task!.id}/claim`, await version(dossier))).status, 200);
    const { account } = (await holder.done('GET', '/api/session')) as unknown as { readonly account: { readonly roles: readonly { readonly role: string; readonly like: string }[] } };
    assert.ok(account.roles.some(({ role, like }) => role === 'surveyor' && like === 'handler'));
  });

  it('keeps its rights while the house knows it, and takes another name', async () => {
    const next = { ...surveyor, name: { vi: 'Cán bộ đo đạc địa chính', en: 'Land surveyor' } };
    revision = 0;
    await save('surveyor', { surveyor: { ...next, like: 'signer' } });
    const refused = await publish();
    assert.deepEqual([refused.status, (refused.body['errors'] as unknown as { path: string }[]).map(({ path }) => path)], [422, ['procedure.json /roles/surveyor/like']]);
    await save('surveyor', { surveyor: next });
    assert.equal((await publish()).status, 201);
    assert.deepEqual((await known()).filter(({ role }) => role === 'surveyor'), [{ role: 'surveyor', ...next }]);
  });

  it('of a citizen’s session is not asked for', async () => {
    assert.equal((await (await house.visitor('congdan1')).json('GET', '/api/roles')).status, 403);
  });
});
