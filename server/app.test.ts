import { strict as assert } from 'node:assert';
import { checks, conditions, doStep, fileHouse, smallPdf, upload } from './testing/filing.ts';
import { textOfPdf } from './testing/pdf-text.ts';
import { runHouse, type RunningHouse } from './testing/running-house.ts';
import type { Visitor } from './testing/visitor.ts';

describe('one construction permit over HTTP', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let citizen: Visitor;
  let dossier = '';
  let code = '';
  before(async () => {
    house = await runHouse();
    citizen = await house.visitor('congdan1');
  });
  after(() => house.stop());

  it('shows the service sheet, its forms and a validator to everyone', async () => {
    const anyone = await house.visitor();
    const sheet = (await anyone.done('GET', '/api/procedures/construction-permit-house')) as unknown as { forms: { application: string; guide: string }; steps: unknown[]; components: unknown[]; units: unknown[]; resources: { url: string }[] };
    assert.ok(sheet.steps.length > 3 && sheet.components.length > 5 && sheet.units.length > 0 && sheet.resources.length > 0);
    assert.doesNotMatch(JSON.stringify(sheet), /gh:\d|permitKind/, 'no expressions and no marks of where something was read');
    const form = (await anyone.done('GET', `/api/procedures/construction-permit-house/forms/${sheet.forms.application}`)) as unknown as { validator: string; catalogues: { communes: { value: string; label: { vi: string } }[] } };
    const names = form.catalogues.communes.map(({ label }) => label.vi);
    assert.ok(names.length >= 2);
    assert.deepEqual(names, names.toSorted((one, other) => one.localeCompare(other, 'vi', { numeric: true })));
    assert.deepEqual(form.catalogues.communes.filter(({ value, label }) => value.includes('-') || !/^(Phường|Xã|Đặc khu) /.test(label.vi)), [], 'places, and none of their offices');
    const script = await anyone.fetch('GET', form.validator);
    assert.match(script.headers.get('content-type') ?? '', /javascript/);
    assert.match(script.headers.get('cache-control') ?? '', /immutable/);
    assert.match(await script.text(), /export\s*\{/);
    const drawing = await anyone.fetch('GET', sheet.resources[0]?.url ?? '');
    assert.equal(drawing.status, 200);
    assert.match(drawing.headers.get('content-disposition') ?? '', /^attachment/);
  });

  it('answers the guide with its reasons', async () => {
    const anyone = await house.visitor();
    const verdict = (await anyone.done('POST', '/api/procedures/construction-permit-house/guide', { answers: { work: 'new', storeys: 3, totalFloor: 130, zone: 'no', heritage: false } })) as unknown as { next: string; facts: { field: string; value: { vi: string } }[]; legalBasis: unknown[] };
    assert.equal(verdict.next, 'nothing');
    assert.equal(verdict.facts.length, 5);
    assert.equal(verdict.facts.find(({ field }) => field === 'totalFloor')?.value.vi, '130\u00a0m²');
    assert.ok(verdict.legalBasis.length > 0);
  });

  it('keeps a draft with its revision, and tells both sides of a conflict', async () => {
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'construction-permit-house' })) as unknown as { id: string; revision: number; data: { owner: { name: string } } };
    assert.equal(draft.data.owner.name, 'Nguyễn Văn Giả Định', 'filled in from the account');
    await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data: { permitKind: 'new' } });
    const stale = await citizen.json('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data: {} });
    assert.equal(stale.status, 409);
    assert.equal((stale.body as unknown as { current: { data: { permitKind: string } } }).current.data.permitKind, 'new');
    const checked = (await citizen.done('POST', `/api/drafts/${draft.id}/check`)) as unknown as { valid: boolean; errors: { path: string; message: string }[] };
    assert.equal(checked.valid, false);
    assert.ok(checked.errors.some(({ path }) => path === 'work.footprint'));
    assert.equal((await citizen.fetch('DELETE', `/api/drafts/${draft.id}`)).status, 204);
    assert.equal((await citizen.json('GET', `/api/drafts/${draft.id}`)).status, 404);
  });

  it('files a dossier once, whatever the network does', async () => {
    const filed = await fileHouse(house, citizen);
    ({ dossier, code } = filed);
    assert.match(code, /^H29\.990-261119-\d{4}$/);
    const mine = (await citizen.done('GET', '/api/dossiers')) as unknown as { dossiers: { id: string; state: number }[] };
    assert.deepEqual(mine.dossiers.map(({ id, state }) => [id, state]), [[dossier, 1]]);
  });

  it('is received, assigned, sent back for a supplement, corrected by just what was flagged', async () => {
    await house.work();
    await doStep(house, await house.visitor('tiepnhan'), dossier, 'reception', { checks, outcome: 'accept', feeWaived: false });
    await doStep(house, await house.visitor('truongphong'), dossier, 'assign', { handler: 'account-thuly' });
    const handler = await house.visitor('thuly');
    const { items: mine } = (await handler.done('GET', '/api/tasks?scope=mine')) as unknown as { items: { dossier: { id: string } }[] };
    assert.ok(mine.some((item) => item.dossier.id === dossier), 'whom the section head named has the step in hand');
    const desk = (await handler.done('GET', `/api/desk/dossiers/${dossier}`)) as unknown as { turn: { step: { vi: string } } };
    const told = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as { turn: { step: { vi: string } } };
    assert.deepEqual([desk.turn.step.vi, told.turn.step.vi], ['Thẩm định, kiểm tra thực địa', 'Thẩm định hồ sơ'], 'staff read the step by its own name, the citizen by the one for citizens');
    const items = [{ target: 'field', path: 'work.height', remark: 'Ghi đúng chiều cao' }, { target: 'field', path: 'work.footprint', remark: 'Xem lại diện tích tầng 1' }, { target: 'file', path: 'papers.foundation', remark: 'Thiếu sơ đồ' }];
    await doStep(house, handler, dossier, 'examine', { conditions, outcome: 'supplement', items });

    const view = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as { state: number; turn: { whose: string }; clock: { status: string }; todo: { task: string; kind: string }[]; letters: { key: string; id: string }[]; supplements: unknown[] };
    assert.equal(view.state, 5);
    assert.equal(view.turn.whose, 'applicant');
    assert.equal(view.clock.status, 'paused');
    assert.equal(view.todo[0]?.kind, 'supplement');
    assert.deepEqual(view.letters.map(({ key }) => key), ['receipt', 'supplement-request']);
    const pdf = await citizen.fetch('GET', `/api/letters/${view.letters[0]?.id ?? ''}`);
    assert.equal(Buffer.from(await pdf.arrayBuffer()).subarray(0, 5).toString(), '%PDF-');

    const task = view.todo[0]?.task ?? '';
    const { body } = await upload(citizen, `task=${task}&field=papers.foundation`, ['móng sửa.pdf', smallPdf('sửa')]);
    const version = (await house.store.read((tx) => tx.dossiers.first({ id: dossier })))?.version ?? 0;
    const other = await citizen.json('POST', `/api/tasks/${task}/complete`, { expectedVersion: version, data: { changes: { 'site.landArea': 61 } } });
    assert.equal(other.status, 422, 'only flagged paths');
    const wrong = await citizen.json('POST', `/api/tasks/${task}/complete`, { expectedVersion: version, data: { changes: { 'work.height': -3, 'papers.foundation': body.files } } });
    assert.equal(wrong.status, 422);
    assert.equal((wrong.body as unknown as { errors: { path: string }[] }).errors[0]?.path, 'changes.work.height');
    await citizen.done('POST', `/api/tasks/${task}/complete`, { expectedVersion: version, data: { changes: { 'work.height': 11.2, 'work.footprint': 45, 'papers.foundation': body.files } } });
    await house.work();
    const after = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as { state: number; data: { work: { height: number; density: number } }; supplements: { items: { path: string; before: unknown; after: unknown }[] }[]; files: { replaced: boolean }[] };
    assert.equal(after.state, 4);
    assert.deepEqual(after.data.work.density, 75, 'what is computed follows the correction');
    assert.equal(after.data.work.height, 11.2);
    assert.deepEqual(after.supplements[0]?.items.map(({ before, after: now }) => [typeof before, typeof now]), [['number', 'number'], ['number', 'number'], ['object', 'object']]);
    assert.equal(after.files.filter(({ replaced }) => replaced).length, 1);
  });

  it('is drafted, previewed, signed by another person, numbered, paid for and returned', async () => {
    const handler = await house.visitor('thuly');
    await doStep(house, handler, dossier, 'checkSupplement', { outcome: 'good' });
    const drafting = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: 'draft', status: 'open' }));
    const answer = { result: 'permit', permit: { redLine: 'Cách tim đường 6 m', buildingLine: 'Lùi 1,5 m', groundLevel: 1.8 } };
    const preview = await handler.fetch('POST', `/api/tasks/${drafting?.id ?? ''}/letters/permit/preview`, { body: { data: answer } });
    assert.equal(preview.status, 200);
    assert.match(preview.headers.get('content-type') ?? '', /pdf/);
    await doStep(house, handler, dossier, 'draft', answer);
    await doStep(house, await house.visitor('truongphong'), dossier, 'review', { outcome: 'approve' });
    await doStep(house, await house.visitor('lanhdao'), dossier, 'sign', { outcome: 'sign', capacity: 'TM' });
    await doStep(house, await house.visitor('vanthu'), dossier, 'number', { drawingsStamped: true });

    const view = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as { state: number; payments: { id: string; state: string; fee: { total: number } }[]; letters: { key: string; number: string; verifyCode: string; purpose: string }[]; can: { withdraw: boolean } };
    assert.equal(view.state, 6);
    assert.equal(view.can.withdraw, false);
    assert.equal((await citizen.json('POST', `/api/dossiers/${dossier}/withdraw`, { expectedVersion: 1, reason: 'Không muốn nộp phí' })).status, 422);
    assert.equal(view.payments[0]?.fee.total, 75_000);
    const issued = await house.store.read((tx) => tx.letters.first({ dossierId: dossier, letter: 'permit' }));
    assert.ok(issued !== undefined && !view.letters.some(({ key }) => key === 'permit'), 'not handed over before it is paid for');
    assert.equal((await citizen.fetch('GET', `/api/letters/${issued.id}`)).status, 404);
    assert.equal((await (await house.visitor('vanthu')).fetch('GET', `/api/letters/${issued.id}`)).status, 200);
    const slip = await (await house.visitor('vanthu')).fetch('GET', `/api/desk/dossiers/${dossier}/control-sheet`);
    assert.match(await textOfPdf(new Uint8Array(await slip.arrayBuffer())), /PHIẾU KIỂM SOÁT[\s\S]*Thẩm định/);
    const { url } = (await citizen.done('POST', `/api/payments/${view.payments[0]?.id ?? ''}/start`)) as unknown as { url: string };
    const page = await (await citizen.fetch('GET', url)).text();
    assert.match(page, /mô phỏng/);
    assert.equal((await citizen.fetch('POST', url, { body: new URLSearchParams({ decision: 'pay' }) })).status, 302);
    await house.work();

    const end = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as Omit<typeof view, 'can'> & { can: { rate: boolean } };
    assert.equal(end.state, 10);
    const permit = end.letters.find(({ key }) => key === 'permit');
    assert.equal(permit?.number, '01/GPXD');
    assert.equal(permit.purpose, 'result');
    assert.equal((await citizen.fetch('GET', `/api/letters/${issued.id}`)).status, 200);
    const verified = (await (await house.visitor()).done('GET', `/api/verify/${permit.verifyCode}`)) as unknown as { standing: string; holderMasked: string; recordIntact: boolean };
    assert.deepEqual([verified.standing, verified.recordIntact], ['valid', true]);
    assert.ok(!verified.holderMasked.includes('Giả Định'));
    assert.equal((await citizen.json('POST', `/api/dossiers/${dossier}/rating`, { score: 5, answers: { weather: 'fine' } })).status, 422);
    assert.equal((await citizen.fetch('POST', `/api/dossiers/${dossier}/rating`, { body: { score: 5, answers: { time: 'yes' } } })).status, 204);
    const rated = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as { ratingAsked: null; rating: { word: { en: string } } };
    assert.deepEqual([rated.ratingAsked, rated.rating.word.en], [null, 'Very satisfied']);
    assert.equal((await citizen.json('POST', `/api/dossiers/${dossier}/rating`, { score: 1 })).status, 422);
  });

  it('can be tracked with the second factor only, and shows the desk everything', async () => {
    const anyone = await house.visitor();
    const tracked = (await anyone.done('POST', '/api/track', { code, lastDigits: '0001' })) as unknown as { state: number; timeline: unknown[] };
    assert.equal(tracked.state, 10);
    assert.ok(!JSON.stringify(tracked).includes('Giả Định,'));
    assert.equal((await anyone.json('POST', '/api/track', { code, lastDigits: '9999' })).status, 404);
    const desk = (await (await house.visitor('thuly')).done('GET', `/api/desk/dossiers/${dossier}`)) as unknown as { steps: unknown[]; history: { kind: string; text: { vi: string } }[]; checklist: { present: boolean; needed: boolean }[] };
    assert.ok(desk.steps.length >= 8 && desk.history.length > 10);
    assert.deepEqual(desk.history.filter(({ kind, text }) => text.vi.startsWith(kind)), [], 'what was done is said in words');
    assert.ok(desk.checklist.every(({ needed, present }) => !needed || present));
    const { questions } = desk as unknown as { questions: readonly { id: string; about: string; readings: readonly { value: { vi: string; en: string }; used: boolean }[] }[] };
    assert.deepEqual(questions.map(({ id, about }) => [id, about]), [['supplement-days', 'limit'], ['code', 'law'], ['fee', 'fee']], 'what sources disagree about for this very dossier');
    assert.deepEqual(questions.map(({ readings }) => readings.filter(({ used }) => used).map(({ value }) => value.en)), [['outside the limit'], ['1.013225'], ['75.000 đ']]);
    const citizens = await Promise.all([`/api/dossiers/${dossier}`, '/api/procedures/construction-permit-house'].map(async (path) => JSON.stringify(await citizen.done('GET', path))));
    assert.ok(!citizens.some((said) => said.includes('Kiểm tra nghị quyết đang có hiệu lực')), 'whoever applied is not told');
    const record = (await citizen.done('GET', `/api/dossiers/${dossier}/record`)) as unknown as { intact: boolean; entries: unknown[] };
    assert.equal(record.intact, true);
    await (await house.visitor('thuly')).done('POST', `/api/desk/dossiers/${dossier}/notes`, { text: 'Ghi chú nội bộ' });
    const found = (await (await house.visitor('thuly')).done('GET', `/api/desk/dossiers?q=${encodeURIComponent('gia dinh')}`)) as unknown as { dossiers: unknown[] };
    assert.equal(found.dossiers.length, 1);
  });

  it('is taken back by its applicant, who gets the notice that handling stops (Mẫu 05)', async () => {
    const { dossier: second } = await fileHouse(house, citizen);
    const { version } = (await citizen.done('GET', `/api/dossiers/${second}`)) as unknown as { version: number };
    const gone = (await citizen.done('POST', `/api/dossiers/${second}/withdraw`, { expectedVersion: version, reason: 'Đổi ý, chưa xây nữa' })) as unknown as { state: number };
    assert.equal(gone.state, 7);
    await house.work();
    const view = (await citizen.done('GET', `/api/dossiers/${second}`)) as unknown as { state: number; letters: { id: string; key: string }[]; can: { withdraw: boolean } };
    assert.deepEqual([view.state, view.letters.map(({ key }) => key), view.can.withdraw], [7, ['stop-notice'], false]);
    const notice = await citizen.fetch('GET', `/api/letters/${view.letters[0]?.id ?? ''}`);
    assert.match(await textOfPdf(new Uint8Array(await notice.arrayBuffer())), /dừng giải quyết[\s\S]*Đổi ý,\s+chưa xây nữa/);
  });
});
