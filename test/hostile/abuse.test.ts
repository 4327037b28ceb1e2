import { strict as assert } from 'node:assert';
import { keepsTo } from '../../engine/testing/bar.ts';
import { checks, conditions, doStep, fileHouse, houseAnswers, smallPdf, upload } from '../../server/testing/filing.ts';
import { password, runHouse, type RunningHouse } from '../../server/testing/running-house.ts';
import type { Visitor } from '../../server/testing/visitor.ts';
import { procedure } from './known.ts';

type Answer = Readonly<Record<string, never>>;
const many = <T>(times: number, work: (index: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: times }, (_, index) => work(index)));
const tally = (statuses: readonly number[]): Record<string, number> => Object.fromEntries(Object.entries(Object.groupBy(statuses, String)).map(([status, list]) => [status, list?.length ?? 0]));

describe('guessing', function () {
  this.timeout(300_000);
  let house: RunningHouse;
  before(async () => { house = await runHouse(); });
  after(() => house.stop());

  it('passwords, sixty at once: ten are tried, and the right one does not help after', async () => {
    const thief = await house.visitor();
    const statuses = await many(60, async (index) => (await thief.fetch('POST', '/api/session', { body: { username: 'thuly', password: `wrong ${index}` } })).status);
    assert.deepEqual(tally(statuses), { 401: 10, 429: 50 });
    assert.equal((await thief.fetch('POST', '/api/session', { body: { username: 'thuly', password } })).status, 429);
  });
  it('second factors of a dossier, two hundred at once: twenty are tried', async () => {
    const { code } = await fileHouse(house, await house.visitor('congdan1'));
    const thief = await house.visitor();
    const statuses = await many(200, async (index) => (await thief.fetch('POST', '/api/track', { body: { code, lastDigits: String(9000 + index) } })).status);
    assert.deepEqual(tally(statuses), { 404: 20, 429: 180 });
  });
  it('codes of papers, a hundred and fifty at once: sixty are looked up', async () => {
    const thief = await house.visitor();
    const statuses = await many(150, async (index) => (await thief.fetch('GET', `/api/verify/ABCDEFGH${index}`)).status);
    assert.deepEqual(tally(statuses), { 404: 60, 429: 90 });
  });
});

describe('repeats and races', function () {
  this.timeout(300_000);
  let house: RunningHouse;
  let citizen: Visitor;
  before(async () => {
    house = await runHouse();
    citizen = await house.visitor('congdan1');
  });
  after(() => house.stop());
  const acting = (visitor: Visitor, path: string, body: unknown, key: string) => visitor.json('POST', path, body, { 'Idempotency-Key': key });

  it('one filing sent fifty times at once is one dossier and one answer; with other keys too', async () => {
    const draft = (await citizen.done('POST', '/api/drafts', { procedure })) as unknown as { id: string; revision: number };
    const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data: await houseAnswers(citizen, draft.id) })) as unknown as { revision: number };
    const answers = await many(50, (index) => acting(citizen, `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true }, index % 2 === 0 ? 'same' : `other-${index}`));
    for (const { status, body } of answers) assert.ok(status === 201 || status === 409 || status === 404, `${status} ${JSON.stringify(body)}`);
    const same = answers.filter((_, index) => index % 2 === 0);
    assert.equal(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => (body as Answer)['dossier'])).size, 1);
    assert.ok(same.filter(({ status }) => status === 201).length === same.length || same.every(({ status }) => status === 409), JSON.stringify(tally(same.map(({ status }) => status))));
    assert.equal(((await citizen.done('GET', '/api/dossiers')) as unknown as { dossiers: unknown[] }).dossiers.length, 1);
  });

  it('a key of one person gives another nothing', async () => {
    const first = await acting(citizen, '/api/drafts', { procedure }, 'k-1');
    const repeat = await acting(citizen, '/api/drafts', { procedure }, 'k-1');
    assert.deepEqual(repeat, first);
    const other = await acting(await house.visitor('congdan2'), '/api/drafts', { procedure }, 'k-1');
    assert.notEqual((other.body as Answer)['id'], (first.body as Answer)['id']);
    assert.equal((await acting(citizen, '/api/drafts', { procedure, unit: 'x' }, 'k-1')).status, 409);
  });

  it('eight hands on one step: one does it, the others read who was first', async () => {
    const { dossier } = await fileHouse(house, citizen);
    await house.work();
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: 'reception', status: 'open' }));
    const clerk = await house.visitor('tiepnhan');
    const view = (await clerk.done('GET', `/api/tasks/${task?.id ?? ''}`)) as unknown as { dossier: { version: number } };
    const act = { expectedVersion: view.dossier.version, data: { checks, outcome: 'accept', feeWaived: false } };
    const answers = await many(8, (index) => acting(clerk, `/api/tasks/${task?.id ?? ''}/complete`, act, `hand-${index}`));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1, JSON.stringify(answers));
    for (const { status, body } of answers.filter((one) => one.status !== 200)) {
      assert.equal(status, 409);
      assert.ok(['task-closed', 'version-conflict', 'task-taken'].includes((body as Answer)['code'] ?? ''), JSON.stringify(body));
    }
    assert.equal((await house.store.read((tx) => tx.tasks.find({ dossierId: dossier, node: 'reception' }))).length, 1);
  });

  it('a step done again with its key answers as before, however untidily it was typed', async () => {
    const { dossier } = await fileHouse(house, citizen);
    await house.work();
    await doStep(house, await house.visitor('tiepnhan'), dossier, 'reception', { checks, outcome: 'accept', feeWaived: false });
    await doStep(house, await house.visitor('truongphong'), dossier, 'assign', { handler: 'account-thuly' });
    const handler = await house.visitor('thuly');
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: 'examine', status: 'open' }));
    const view = (await handler.done('GET', `/api/tasks/${task?.id ?? ''}`)) as unknown as { dossier: { version: number } };
    const act = { expectedVersion: view.dossier.version, data: { conditions, outcome: 'supplement', items: [{ target: 'field', path: 'work.height', remark: '  Ghi   đúng  ' }] } };
    const first = await acting(handler, `/api/tasks/${task?.id ?? ''}/complete`, act, 'again');
    assert.equal(first.status, 200, JSON.stringify(first.body));
    const repeat = await acting(handler, `/api/tasks/${task?.id ?? ''}/complete`, act, 'again');
    assert.equal(repeat.status, 200, JSON.stringify(repeat.body));

    await house.work();
    // The applicant answers for rows that are not there, as far out as numbers go.
    const mine = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, role: 'applicant', status: 'open' }));
    const version = (await house.store.read((tx) => tx.dossiers.first({ id: dossier })))?.version ?? 0;
    for (const path of ['work.floors.4000000000.area', 'work.floors.4000000000', 'work.floors.length', 'constructor.prototype.polluted', 'toString', '__proto__', 'work.height.x', '', '.', 'work..height', 'a'.repeat(5000)]) {
      const began = performance.now();
      const { status } = await citizen.json('POST', `/api/tasks/${mine?.id ?? ''}/complete`, { expectedVersion: version, data: { changes: { [path]: 4_000_000_000 } } });
      assert.ok([400, 422].includes(status), `${path}: ${status}`);
      const took = performance.now() - began;
      assert.ok(keepsTo(took, 3000), `${path.slice(0, 50)} took ${took} ms`);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('publishing sent twice with its key is one version', async () => {
    const designer = await house.visitor('thietke');
    const open = (await designer.done('GET', `/api/designer/procedures/${procedure}/file?path=README.md`)) as unknown as { text: string };
    const saved = (await designer.done('PUT', `/api/designer/procedures/${procedure}/draft`, { revision: 0, files: [{ path: 'README.md', text: `${open.text}\n` }] })) as unknown as { revision: number };
    const first = await acting(designer, `/api/designer/procedures/${procedure}/publish`, { revision: saved.revision }, 'publish-1');
    assert.equal(first.status, 201, JSON.stringify(first.body));
    assert.deepEqual(await acting(designer, `/api/designer/procedures/${procedure}/publish`, { revision: saved.revision }, 'publish-1'), first);
  });
});

describe('payments that lie', function () {
  this.timeout(300_000);
  let house: RunningHouse;
  let reference = '';
  let amount = 0;
  let dossier = '';
  before(async () => {
    house = await runHouse({ bankSecret: 'planted-key' });
    ({ dossier } = await fileHouse(house, await house.visitor('congdan1')));
    await house.work();
    await doStep(house, await house.visitor('tiepnhan'), dossier, 'reception', { checks, outcome: 'accept', feeWaived: false });
    await doStep(house, await house.visitor('truongphong'), dossier, 'assign', { handler: 'account-thuly' });
    await doStep(house, await house.visitor('thuly'), dossier, 'examine', { conditions, outcome: 'ok' });
    await doStep(house, await house.visitor('thuly'), dossier, 'draft', { result: 'permit', permit: { redLine: 'a', buildingLine: 'b', groundLevel: 1 } });
    await doStep(house, await house.visitor('truongphong'), dossier, 'review', { outcome: 'approve' });
    await doStep(house, await house.visitor('lanhdao'), dossier, 'sign', { outcome: 'sign', capacity: 'TM' });
    await doStep(house, await house.visitor('vanthu'), dossier, 'number', { drawingsStamped: true });
    const payment = await house.store.read((tx) => tx.payments.first({ dossierId: dossier }));
    reference = payment?.reference ?? '';
    amount = payment?.amount ?? 0;
  });
  after(() => house.stop());

  const status = async (): Promise<string> => (await house.store.read((tx) => tx.payments.first({ reference })))?.status ?? '';
  const send = async (notice: unknown, sign: (body: string) => Promise<string>): Promise<number> => {
    const body = typeof notice === 'string' ? notice : JSON.stringify(notice);
    return (await (await house.visitor()).fetch('POST', '/api/payments/callbacks/simulated', { body, headers: { 'Origin': 'https://bank.example', 'X-Signature': await sign(body) } })).status;
  };
  const right = async (body: string): Promise<string> => {
    const key = await crypto.subtle.importKey('raw', Buffer.from('planted-key'), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return `sha256=${Buffer.from(await crypto.subtle.sign('HMAC', key, Buffer.from(body))).toString('hex')}`;
  };
  const notice = (change: object = {}) => ({ id: 'n-1', reference, kind: 'paid', amount, currency: 'VND', at: '2026-11-19T03:00:00.000Z', ...change });

  it('forged, or signed but misshapen: refused, and nothing is paid', async () => {
    for (const wrong of ['', 'sha256=', `sha256=${'0'.repeat(64)}`, 'x'.repeat(5000), 'sha1=x']) assert.equal(await send(notice(), async () => wrong), 403);
    for (const body of ['', '{', 'null', '[]', '"x"', { ...notice(), amount: -1 }, { ...notice(), amount: 1e300 }, { ...notice(), kind: 'gift' }, { ...notice(), extra: 1 }, { ...notice(), id: '' }, { ...notice(), at: 5 }]) {
      assert.ok([400, 403, 415].includes(await send(body, right)), JSON.stringify(body));
    }
    assert.equal(await send(notice({ reference: 'no-such-payment' }), right), 404);
    assert.equal(await status(), 'pending');
  });
  it('texts that no database keeps are refused, not stumbled over', async () => {
    for (const text of ['\u0000', '\ud800', 'a\u0000b']) {
      const code = await send(notice({ id: `id${text}` }), right);
      assert.ok([400, 403].includes(code), String(code));
    }
  });
  it('wrong amounts and currencies are kept, but pay nothing', async () => {
    for (const [index, change] of [{ amount: amount - 1 }, { amount: amount + 1 }, { amount: 0 }, { amount: 9_007_199_254_740_991 }, { currency: 'USD' }, { currency: 'vnd' }].entries()) assert.equal(await send(notice({ id: `w-${index}`, ...change }), right), 200);
    assert.equal(await status(), 'pending');
  });
  it('right ones repeated fifty times, refunds before payments: paid once, the sum is right', async () => {
    await many(50, (index) => send(notice({ id: `p-${index % 3}` }), right));
    await house.work();
    assert.equal(await status(), 'paid');
    const events = await house.store.read((tx) => tx.paymentEvents.find({}));
    assert.equal(events.filter(({ accepted, kind }) => accepted && kind === 'paid').length, 1);
  });
});

describe('sessions', function () {
  this.timeout(300_000);
  let house: RunningHouse;
  before(async () => { house = await runHouse(); });
  after(() => house.stop());
  const somebody = async (login: string): Promise<Visitor> => {
    const visitor = await house.visitor();
    return visitor.signIn(login, password);
  };

  it('a cookie set beforehand is not taken over at sign-in', async () => {
    const victim = await house.visitor();
    victim.cookie = `motcua=${'A'.repeat(43)}`;
    await victim.signIn('thuly', password);
    assert.notEqual(victim.cookie, `motcua=${'A'.repeat(43)}`);
    assert.equal((await (await house.visitor()).fetch('GET', '/api/tasks', { headers: { Cookie: `motcua=${'A'.repeat(43)}` } })).status, 401);
  });
  it('signing out ends it for whoever copied it; signing in anew ends the one before', async () => {
    const visitor = await somebody('thuly');
    const copied = visitor.cookie;
    await visitor.fetch('DELETE', '/api/session');
    assert.equal((await visitor.fetch('GET', '/api/tasks', { headers: { Cookie: copied } })).status, 401);
    const again = await somebody('thuly');
    const before = again.cookie;
    await again.signIn('thuly', password);
    assert.equal((await again.fetch('GET', '/api/tasks', { headers: { Cookie: before } })).status, 401);
  });
  it('rights taken away are gone with the next request, open event streams included', async () => {
    const clerk = await somebody('tiepnhan');
    assert.equal((await clerk.fetch('GET', '/api/tasks')).status, 200);
    await house.store.transaction((tx) => tx.roleAssignments.update({ accountId: 'account-tiepnhan' }, { validTo: '2026-11-19T01:00:00.000Z' }));
    assert.equal((await clerk.fetch('GET', '/api/tasks')).status, 403);
    await house.store.transaction((tx) => tx.accounts.update({ id: 'account-tiepnhan' }, { active: false }));
    assert.equal((await clerk.fetch('GET', '/api/session')).status, 200);
    assert.equal((await clerk.fetch('GET', '/api/tasks')).status, 401);
  });
  it('hundreds of event streams of one person do not pile up', async () => {
    const visitor = await somebody('congdan1');
    const streams = await many(200, () => visitor.fetch('GET', '/api/events'));
    const open = house.services.live.size;
    assert.ok(open <= 20, `${open} streams are open`);
    assert.equal((await visitor.fetch('GET', '/healthz')).status, 200);
    for (const stream of streams) await stream.body?.cancel().catch(() => undefined);
  });
});

describe('uploads', function () {
  this.timeout(300_000);
  let house: RunningHouse;
  let citizen: Visitor;
  let target = '';
  before(async () => {
    house = await runHouse();
    citizen = await house.visitor('congdan1');
    const draft = (await citizen.done('POST', '/api/drafts', { procedure })) as unknown as { id: string };
    target = `draft=${draft.id}&field=papers.landPaper`;
  });
  after(() => house.stop());

  // In two pieces, so that no scanner takes this file for it.
  const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
  const wrong: readonly (readonly [what: string, content: BlobPart])[] = [
    ['nothing', ''], ['a web page', '<!doctype html><script>alert(1)</script>'], ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], ['the antivirus test', eicar],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46])], ['a zip', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0])], ['a page before the PDF', `<script>1</script>%PDF-1.7`], ['half a signature', '%PD'], ['a picture in GIF', 'GIF89a'],
  ];
  for (const [what, content] of wrong) it(`refuses ${what} named as a PDF`, async () => {
    const { status, body } = await upload(citizen, target, ['a.pdf', new Blob([content], { type: 'application/pdf' })]);
    assert.equal(status, 422, JSON.stringify(body));
    assert.equal(body.code, 'file-refused');
  });
  it('keeps a PDF that is a web page too, and only ever gives it as a download with no power', async () => {
    const { body } = await upload(citizen, target, ['x.html', new Blob(['%PDF-1.7\n<script>alert(1)</script>'], { type: 'text/html' })]);
    for (const query of ['', '?inline=1']) {
      const answer = await citizen.fetch('GET', `/api/files/${body.files[0]?.file ?? ''}${query}`);
      assert.equal(answer.headers.get('content-type'), 'application/pdf');
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'/);
      assert.match(answer.headers.get('content-disposition') ?? '', query === '' ? /^attachment/ : /^inline/);
      await answer.arrayBuffer();
    }
  });
  it('keeps only the last part of a name that climbs, breaks lines or turns around', async () => {
    for (const name of ['../../etc/passwd', '..\\..\\win.ini', 'a\u202egpj.exe', '/', '.', 'con', `${'x'.repeat(5000)}.pdf`, `a${'\u0323\u0302'.repeat(2000)}.pdf`, '"; filename="b.html', '%2e%2e%2f', '<img src=x>.pdf']) {
      const { status, body } = await upload(citizen, target, [name, smallPdf()]);
      assert.equal(status, 201, `${name.slice(0, 50)}: ${JSON.stringify(body)}`);
      const kept = (body.files[0] as unknown as { name: string; file: string });
      assert.doesNotMatch(kept.name, /[/\\\u202e<>"]|^\./u);
      assert.ok(kept.name.length <= 150);
      const answer = await citizen.fetch('GET', `/api/files/${kept.file}`);
      assert.equal(answer.status, 200);
      await answer.arrayBuffer();
    }
  });
  it('answers a torn, misnamed or endless-parted upload with a problem', async () => {
    const head = (name: string, file = true): string => `--b\r\nContent-Disposition: form-data; name="${name}"${file ? '; filename="a.pdf"' : ''}\r\n\r\n`;
    const bodies: readonly (readonly [what: string, body: string, type?: string])[] = [
      ['torn in the file', `${head('f')}%PDF-1.7 half`], ['torn in the head', '--b\r\nContent-Dispo'], ['nothing at all', ''], ['another boundary', `${head('f')}%PDF-1.7\r\n--c--`], ['no boundary named', `${head('f')}%PDF-1.7\r\n--b--`, 'multipart/form-data'],
      ['only fields', `${head('x', false)}y\r\n--b--\r\n`], ['ten thousand fields', `${`${head('x', false)}y\r\n`.repeat(10_000)}--b--\r\n`], ['three hundred files', `${`${head('f')}%PDF-1.7\r\n`.repeat(300)}--b--\r\n`],
      ['a head of a megabyte', `--b\r\nX: ${'y'.repeat(1_000_000)}\r\n\r\nz\r\n--b--\r\n`],
    ];
    for (const [what, body, type = 'multipart/form-data; boundary=b'] of bodies) {
      const answer = await citizen.fetch('POST', `/api/files?${target}`, { body, headers: { 'Content-Type': type } });
      const text = await answer.text();
      assert.ok(answer.status < 500 && (answer.status >= 400 || what === 'three hundred files'), `${what}: ${answer.status} ${text.slice(0, 200)}`);
    }
  });
  it('does not let one draft fill the store', async () => {
    const statuses = [];
    for (let round = 0; round < 27; round += 1) statuses.push((await upload(citizen, target, ...Array.from({ length: 10 }, (_, index): [string, Blob] => [`${index}.pdf`, smallPdf(`${round} ${index}`)]))).status);
    assert.ok(statuses.includes(422), JSON.stringify(tally(statuses)));
  });
});
