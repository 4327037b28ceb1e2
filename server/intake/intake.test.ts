import { strict as assert } from 'node:assert';
import type { Data, Json } from '../../engine/state.ts';
import { changed } from '../../forms/field-path.ts';
import { onEveryStore } from '../../storage/testing/stores.ts';
import { publishFolder } from '../seed/foundation.ts';
import { accountOf } from '../session/openid.ts';
import { beginSession } from '../session/sessions.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import { portalKeys, smallPortal, type SmallPortal } from '../testing/small-portal.ts';
import { Visitor } from '../testing/visitor.ts';
import type { IntakeDescription } from './description.ts';
import { intakeFaults, readIntake, shippedIntake } from './read-intake.ts';

const path = new URL('../../connectors/intake/national-portal.json', import.meta.url).pathname;
const packageOf = (key: string) => new URL(`../../procedures/${key}`, import.meta.url).pathname;
const [good, undeclared] = shippedIntake().procedures['certified-copy']!.samples.map(({ body }) => body as Data);
const [extract] = shippedIntake().procedures['civil-status-extract']!.samples.map(({ body }) => body as Data);
const pdf = Buffer.from('%PDF-1.7\ngiả định\n%%EOF\n');

onEveryStore('a dossier filed at the national portal', (open) => {
  let house: RunningHouse;
  let portal: SmallPortal;
  let made = 0;
  before(async function () {
    this.timeout(60_000);
    portal = await smallPortal();
    const systems = { 'national-portal': { address: portal.url, private: true, secrets: portalKeys } };
    house = await runHouse({ systems, intake: { description: readIntake(path, systems), simulated: false } }, '2026-11-19T02:00:00.000Z', open());
    for (const key of ['certified-copy', 'civil-status-extract']) await publishFolder(house.services, packageOf(key));
  });
  after(async () => {
    await portal.stop();
    await house.stop();
  });
  beforeEach(() => {
    portal.away = false;
    portal.files.set('/tep/0001', pdf);
  });

  const numbered = (message: Data | undefined): Data => ({ ...message, MaHoSo: `G22.99.99-261119-${(made += 1)}` });
  const withPlaces = (message: Data, ...changes: readonly (readonly [string, Json | undefined])[]): Data => changes.reduce((one, [place, value]) => changed(one, place, value), message);
  const counts = () => house.store.read(async (tx) => [await tx.dossiers.count({}), await tx.files.count({}), await tx.accounts.count({}), await tx.intakes.count({})]);
  const reasons = ({ errors }: Readonly<Record<string, unknown>>): string => (errors as readonly { path: string; message: string }[]).map((one) => `${one.path}: ${one.message}`).join('\n');

  it('comes in with its files, goes the way of any other, and the portal hears of its states by its own code', async function () {
    const message = numbered(good);
    const { status, body } = await portal.send(house.url, message);
    assert.deepEqual([status, body['kept'], body['portalCode'], body['state']], [200, 'new', message['MaHoSo'], 1]);
    const dossier = (await house.store.read((tx) => tx.dossiers.first({ code: String(body['code']) })))!;
    assert.deepEqual([dossier.procedureKey, dossier.channel, dossier.applicantName], ['certified-copy', 'online', 'Lý Thị Giả Định']);
    const [file] = await house.store.read((tx) => tx.files.find({ dossierId: dossier.id }));
    assert.deepEqual([file?.name, file?.type, file?.size], ['bang-dai-hoc.pdf', 'application/pdf', pdf.length]);
    await house.work();
    assert.deepEqual(portal.heard.map(({ method, path: at, body: { MaHoSo } }) => [method, at, MaHoSo]), [['POST', '/DongBoHoSoMC', message['MaHoSo']]]);
    const desk = await house.visitor('tiepnhan');
    assert.equal(((await desk.done('GET', `/api/desk/dossiers/${dossier.id}`)) as unknown as { code: string }).code, dossier.code);
    assert.deepEqual((await house.store.read((tx) => tx.tasks.find({ dossierId: dossier.id, status: 'open' }))).map(({ role }) => role), ['receptionist']);
    // Withdrawn by the person, whose account waits for them: the portal hears the new state under its own code.
    assert.ok((await house.services.runtime.withdraw({ actor: dossier.applicantAccount!, key: 'withdrawn', dossierId: dossier.id, reason: 'thử' })).ok);
    await house.work();
    assert.deepEqual([portal.heard.at(-1)?.method, portal.heard.at(-1)?.path], ['PUT', `/CapNhatTienDoHoSoMC/${String(message['MaHoSo'])}`]);
    assert.deepEqual((await house.services.runtime.verify(dossier.id)).faults, []);
  });

  it('comes once, however often and at the same time its message does', async () => {
    const message = numbered(good);
    const [dossiers, files, , intakes] = await counts();
    const answers = await Promise.all(Array.from({ length: 8 }, () => portal.send(house.url, message)));
    answers.push(await portal.send(house.url, message));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.deepEqual(answers.map(({ body }) => body['kept']).toSorted(), ['new', ...Array.from({ length: 8 }, () => 'repeated')]);
    assert.equal(new Set(answers.map(({ body }) => body['code'])).size, 1);
    const after = await counts();
    assert.deepEqual([after[0]! - dossiers!, after[1]! - files!, after[3]! - intakes!], [1, 1, 1]);
  });

  it('waits for its person, who has it when they sign in with their identity number', async () => {
    const person = { HoTen: 'Phùng Giả Định', SoDinhDanh: '079095000123', SoDienThoai: '0900000122', Email: null };
    const both = await Promise.all([portal.send(house.url, withPlaces(numbered(good), ['NguoiNop', person])), portal.send(house.url, withPlaces(numbered(good), ['NguoiNop', { ...person, SoDienThoai: '0900000123' }]))]);
    assert.deepEqual(both.map(({ status }) => status), [200, 200]);
    const codes = both.map(({ body }) => body['code']);
    const account = await accountOf(house.store, { subject: 'https://vneid.example|p', name: person.HoTen, idNo: person.SoDinhDanh, phone: null, email: null }, house.clock.now(), house.services.newId);
    const visitor = new Visitor(house.url, 'vi');
    visitor.cookie = `motcua=${await beginSession(house.store, account.id, house.clock.now(), 'test')}`;
    const mine = (await visitor.done('GET', '/api/dossiers')) as unknown as { dossiers: { code: string }[] };
    assert.deepEqual(mine.dossiers.map(({ code }) => code).toSorted(), codes.map(String).toSorted());
    assert.equal((await accountOf(house.store, { subject: 'https://vneid.example|p', name: person.HoTen, idNo: person.SoDinhDanh, phone: null, email: null }, house.clock.now(), house.services.newId)).id, account.id);
    const other = await accountOf(house.store, { subject: 'https://vneid.example|q', name: 'Người khác', idNo: '079095000124', phone: null, email: null }, house.clock.now(), house.services.newId);
    assert.notEqual(other.id, account.id);
    assert.equal((await new Visitor(house.url, 'vi').json('POST', '/api/session', { username: `person:${person.SoDinhDanh}`, password: '' })).status >= 400, true);
  });

  it('belongs to the account that its person has already', async () => {
    const owner = (await house.store.read((tx) => tx.accounts.first({ login: 'congdan1' })))!;
    const { body } = await portal.send(house.url, withPlaces(numbered(good), ['NguoiNop', { HoTen: owner.name, SoDinhDanh: owner.idNo, SoDienThoai: '0900000001', Email: null }]));
    const { dossiers } = (await (await house.visitor('congdan1')).done('GET', '/api/dossiers')) as unknown as { dossiers: { code: string }[] };
    assert.ok(dossiers.some(({ code }) => code === body['code']));
  });

  it('is completed at the portal, which was told what is asked: once, and only what was asked for', async function () {
    this.timeout(20_000);
    const message = numbered(extract);
    const { body } = await portal.send(house.url, message);
    const dossier = (await house.store.read((tx) => tx.dossiers.first({ code: String(body['code']) })))!;
    await house.work();
    const answered = (number: number, place: string) => portal.send(house.url, withPlaces(message, ['BoSungLan', number], ['ToKhai.NoiDangKy', place], ['ToKhai.SoBan', 50]));
    assert.deepEqual([(await answered(1, 'Xã Mẫu Cũ')).status, (await portal.send(house.url, withPlaces(numbered(extract), ['BoSungLan', 1]))).status], [422, 422]);
    const reception = (await house.store.read((tx) => tx.tasks.first({ dossierId: dossier.id, node: 'reception', status: 'open' })))!;
    const asked = await house.services.runtime.completeTask({ actor: 'account-tiepnhan', key: `asked ${dossier.id}`, taskId: reception.id, data: { checks: { identity: true, standing: true, complete: false }, outcome: 'supplement', items: [{ target: 'field', path: 'event.place', remark: 'Ghi rõ xã nào' }] } });
    assert.ok(asked.ok, JSON.stringify(asked));
    await house.work();
    const { TrangThaiHoSo, YeuCauBoSung } = portal.heard.at(-1)!.body as { readonly TrangThaiHoSo: number; readonly YeuCauBoSung: Data };
    assert.deepEqual([TrangThaiHoSo, YeuCauBoSung['LanBoSung'], String(YeuCauBoSung['NoiDung']).endsWith(': Ghi rõ xã nào'), YeuCauBoSung['DuongDan']], [5, 1, true, `${house.url}/dossiers/${dossier.id}`]);
    assert.deepEqual([(await portal.send(house.url, message)).body['kept'], (await portal.send(house.url, withPlaces(message, ['BoSungLan', 1], ['ToKhai.NoiDangKy', undefined]))).status], ['repeated', 422]);
    const both = await Promise.all([answered(1, 'Xã Mẫu Cũ'), answered(1, 'Xã Mẫu Cũ')]);
    assert.deepEqual(both.map(({ body: said }) => said['kept'] ?? said).toSorted(), ['repeated', 'supplemented']);
    const { data } = (await house.store.read((tx) => tx.dossiers.first({ id: dossier.id })))!;
    const { event, copies } = data['application'] as { readonly event: Data; readonly copies: number };
    assert.deepEqual([event['place'], copies], ['Xã Mẫu Cũ', 2]);
    await house.work();
    assert.deepEqual((await house.store.read((tx) => tx.tasks.find({ dossierId: dossier.id, status: 'open' }))).map(({ node }) => node), ['reception']);
    assert.deepEqual((await house.services.runtime.verify(dossier.id)).faults, []);
  });

  const file = { LoaiGiayTo: 'BanChup', TenTep: 'a.pdf', DuongDan: '/tep/0001' };
  const wrongs: readonly (readonly [string, readonly (readonly [string, Json | undefined])[], number, RegExp])[] = [
    ['without its code', [['MaHoSo', undefined]], 422, /\/MaHoSo: /],
    ['with a code that is none', [['MaHoSo', '../x y']], 422, /\/code: /],
    ['with an identity number that is none', [['NguoiNop.SoDinhDanh', '07909500007x']], 422, /\/person\/idNo: /],
    ['without the form', [['ToKhai', undefined]], 422, /\/ToKhai: /],
    ['with a form of another kind', [['ToKhai.GiayTo', 'một tờ']], 422, /documents/],
    ['with a commune that is not here', [['ToKhai.MaXa', '00000']], 422, /office\.commune: /],
    ['without a declaration', [['ToKhai.CamDoan', undefined]], 422, /declaration: /],
    ['with a file that is no paper', [['TepDinhKem', [{ ...file, DuongDan: '/tep/exe' }]]], 422, /papers\.scans: Tệp “a\.pdf” có nội dung không đúng loại tệp được nhận/],
    ['with a file that is too large', [['TepDinhKem', [{ ...file, DuongDan: '/tep/large' }]]], 422, /papers\.scans: Tệp “a\.pdf” lớn hơn mức cho phép/],
    ['with an empty file', [['TepDinhKem', [{ ...file, DuongDan: '/tep/empty' }]]], 422, /papers\.scans: Tệp “a\.pdf” không có nội dung/],
    ['with a file that is not there', [['TepDinhKem', [{ ...file, DuongDan: '/tep/none' }]]], 422, /papers\.scans: Không tải được tệp này từ cổng/],
    ['with a file that lies elsewhere', [['TepDinhKem', [{ ...file, DuongDan: '//evil.example/tep' }]]], 422, /papers\.scans: Không tải được tệp này từ cổng/],
    ['with a file at another address', [['TepDinhKem', [{ ...file, DuongDan: 'http://169.254.169.254/latest' }]]], 422, /papers\.scans: Chưa rõ tệp nằm ở đâu/],
    ['with too many files', [['TepDinhKem', Array.from({ length: 21 }, () => file)]], 422, /papers\.scans: .*vượt quá số tệp/],
  ];
  for (const [what, changes, status, said] of wrongs) {
    it(`is refused ${what}, with reasons that the portal can show, and leaves nothing behind`, async () => {
      portal.files.set('/tep/exe', Buffer.from('MZ not a paper'));
      portal.files.set('/tep/empty', new Uint8Array());
      portal.files.set('/tep/large', Buffer.concat([pdf, new Uint8Array(21_000_000)]));
      const before = await counts();
      const answer = await portal.send(house.url, withPlaces(numbered(withPlaces(good!, ['NguoiNop.SoDinhDanh', '079095000999'])), ...changes));
      assert.equal(answer.status, status, JSON.stringify(answer.body));
      assert.match(reasons(answer.body), said);
      assert.deepEqual(await counts(), before);
    });
  }

  it('is refused for a procedure that takes none from there, and when it is forged, no JSON or too long', async () => {
    const before = await counts();
    const { status, body } = await portal.send(house.url, { ...numbered(good), MaTTHC: '9.999999' });
    assert.deepEqual([status, body['detail']], [422, 'Thủ tục 9.999999 chưa nhận hồ sơ từ cổng tại đây.']);
    assert.equal((await portal.send(house.url, numbered(good), 'another key')).status, 403);
    assert.equal((await portal.send(house.url, 'no JSON')).status, 400);
    assert.equal((await portal.send(house.url, { ...numbered(good), x: 'x'.repeat(1_000_001) })).status, 413);
    assert.equal((await portal.send(house.url, undeclared)).status, 422);
    assert.deepEqual(await counts(), before);
  });

  it('is asked for again while the portal hands out no files, and comes in then', async () => {
    const message = numbered(good);
    portal.away = true;
    const { status, body } = await portal.send(house.url, message);
    assert.deepEqual([status, body['detail']], [503, 'Chưa lấy được tệp từ cổng; vui lòng gửi lại sau ít phút.']);
    portal.away = false;
    assert.equal((await portal.send(house.url, message)).body['kept'], 'new');
  });

  it('leaves no key and nobody in the log', () => {
    for (const word of [...Object.values(portalKeys), '079095000077', 'Lý Thị']) assert.ok(!house.logged.join('\n').includes(word), word);
  });
});

describe('the simulated national portal', () => {
  it('files a sample dossier, says that it is made up, and shows why one is refused', async function () {
    this.timeout(60_000);
    const house = await runHouse({ intake: { description: shippedIntake(), simulated: true } });
    for (const key of ['certified-copy', 'civil-status-extract']) await publishFolder(house.services, packageOf(key));
    const visitor = new Visitor(house.url, 'vi');
    const page = await (await visitor.fetch('GET', '/national-portal')).text();
    assert.match(page, /Đây là trang mô phỏng/);
    const send = async (sample: number) => (await visitor.fetch('POST', '/national-portal', { body: new URLSearchParams({ sample: String(sample) }) })).text();
    for (let nth = 0; nth < 2; nth += 1) assert.match(await send(0), /Đã chuyển hồ sơ/);
    assert.equal(await house.store.read((tx) => tx.dossiers.count({ procedureKey: 'certified-copy' })), 2);
    assert.match(await send(1), /Hồ sơ bị từ chối.*declaration: /s);
    await house.stop();
  });
});

describe('the description of a portal', () => {
  const at = (place: string, value?: Json): string => intakeFaults(changed(shippedIntake() as unknown as Data, place, value) as unknown as IntakeDescription).join('\n');

  it('holds for the one that is shipped, samples and all', () => assert.deepEqual(intakeFaults(shippedIntake()), []));

  const wrongs: readonly (readonly [string, string, Json | undefined, RegExp])[] = [
    ['FEEL that is none', 'data.code', 'if then', /data\/code: expected FEEL/],
    ['FEEL that reads what is not there', 'procedures.certified-copy.application.declaration', 'inputs.x', /application\/declaration: expected it to read body/],
    ['a sample that comes to something else', 'procedures.certified-copy.samples.0.expect.code', 'X', /samples\/0: expected the sample/],
    ['a sample that its messages do not look like', 'procedures.certified-copy.samples.0.body.MaHoSo', 7, /samples\/0: \/MaHoSo/],
  ];
  for (const [what, place, value, said] of wrongs) it(`is refused with ${what}`, () => assert.match(at(place, value), said));

  it('is refused where its system or a secret is missing', () => {
    assert.throws(() => readIntake(path, {}), /the system "national-portal" is not in the file of systems/);
    assert.throws(() => readIntake(path, { 'national-portal': { address: 'https://x.example', private: false, secrets: { token: 'x' } } }), /has no secret "intake"/);
  });
});
