import { strict as assert } from 'node:assert';
import { cleanPicture } from './pictures/clean-picture.ts';
import { publishFolder } from './seed/foundation.ts';
import { doStep, smallPdf, upload } from './testing/filing.ts';
import { cameraWrote, photo, photoBlob } from './testing/photos.ts';
import { pagesOfPdf } from './testing/pdf-text.ts';
import { runHouse, type RunningHouse } from './testing/running-house.ts';
import type { Visitor } from './testing/visitor.ts';

const folder = new URL('../procedures/feedback-on-officials', import.meta.url).pathname;

describe('a dossier that protects who files it', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let citizen: Visitor;
  let dossier = '';
  let code = '';
  /** All by which somebody could tell who filed it. */
  let telling: readonly string[] = [];
  /** Their evidence: a paper, and what a phone took. */
  let evidence: readonly { readonly file: string; readonly type: string }[] = [];
  let refused: readonly { readonly reason: string; readonly message?: string }[] = [];
  before(async () => {
    house = await runHouse();
    await publishFolder(house.services, folder);
    citizen = await house.visitor('congdan1');
    const account = await house.store.read((tx) => tx.accounts.first({ login: 'congdan1' }));
    telling = [account!.id, account!.name, account!.idNo!, account!.phone!, 'congdan1'];
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'feedback-on-officials' })) as unknown as { id: string; revision: number };
    const { body } = await upload(citizen, `draft=${draft.id}&field=evidence`, ['quầy.pdf', smallPdf('photo')], ['quầy.jpg', photoBlob('image/jpeg', 6)], ['biển.png', photoBlob('image/png')], ['vỡ.jpg', photoBlob('image/jpeg').slice(0, 300)], ['lạ.heic', new Blob(['\0\0\0\x18ftypheic'])]);
    evidence = body.files as unknown as typeof evidence;
    ({ refused } = body);
    const data = { about: { kind: 'money', office: 'Quầy 3' }, story: 'Cán bộ gợi ý đưa thêm tiền để làm nhanh.', evidence: body.files, delivery: { method: 'electronic' }, declaration: true };
    const saved = (await citizen.done('PUT', `/api/drafts/${draft.id}`, { revision: draft.revision, data })) as unknown as { revision: number };
    ({ dossier, code } = (await citizen.done('POST', `/api/drafts/${draft.id}/file`, { revision: saved.revision, declared: true })) as unknown as { dossier: string; code: string });
    await house.work();
    const [reader, handler] = [await house.visitor('thanhtra1'), await house.visitor('thanhtra2')];
    await doStep(house, reader, dossier, 'sort', { outcome: 'handle' });
    await doStep(house, handler, dossier, 'verify', { outcome: 'supplement', items: [{ target: 'field', path: 'wish', remark: 'Bạn muốn chúng tôi làm gì?' }] });
    await citizen.done('POST', `/api/dossiers/${dossier}/messages`, { text: 'Tôi sẽ trả lời ngay.' });
    const todo = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: 'supplement', status: 'open' }));
    const view = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as { version: number };
    await citizen.done('POST', `/api/tasks/${todo!.id}/complete`, { expectedVersion: view.version, data: { changes: { wish: 'Xin lỗi người dân.' } } });
    await house.work();
  });
  after(() => house.stop());

  const pages = ['/api/tasks?scope=all', '/api/desk/dossiers', '/api/desk/dossiers?q=nguoi%20duoc%20bao%20ve', `/api/desk/dossiers/{id}`, '/api/dossiers/{id}/messages'] as const;
  for (const path of pages) {
    it(`tells its officers nothing of them at ${path}`, async () => {
      for (const login of ['thanhtra1', 'thanhtra2', 'thanhtra4']) {
        const visitor = await house.visitor(login);
        const answer = await visitor.fetch('GET', path.replace('{id}', dossier));
        const text = await answer.text();
        if (login === 'thanhtra2') assert.ok(answer.ok && text.includes(code) || path.includes('messages'), `${answer.status} ${text.slice(0, 200)}`);
        for (const fact of telling) assert.ok(!text.includes(fact), `${login} reads ${fact} at ${path}`);
      }
    });
  }

  it('nor at the step, nor when looking for them', async () => {
    const handler = await house.visitor('thanhtra2');
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: 'verify', status: 'open' }));
    const text = JSON.stringify(await handler.done('GET', `/api/tasks/${task!.id}`));
    for (const fact of telling) assert.ok(!text.includes(fact), fact);
    for (const fact of [telling[1]!, telling[3]!]) assert.deepEqual(((await handler.done('GET', `/api/desk/dossiers?q=${encodeURIComponent(fact)}`)) as unknown as { dossiers: unknown[] }).dossiers, [], fact);
  });

  it('nor on any paper', async () => {
    const handler = await house.visitor('thanhtra2');
    const letters = await house.store.read((tx) => tx.letters.find({ dossierId: dossier }));
    assert.deepEqual(letters.map(({ letter }) => letter), ['acknowledgement', 'supplement-request']);
    for (const path of letters.map(({ id }) => `/api/letters/${id}`)) {
      const answer = await handler.fetch('GET', path);
      assert.equal(answer.status, 200, path);
      const text = (await pagesOfPdf(new Uint8Array(await answer.arrayBuffer()))).join(' ');
      assert.ok(text.length > 100, path);
      for (const fact of telling) assert.ok(!text.includes(fact), `${fact} on ${path}`);
    }
  });

  const bytesFor = async (visitor: Visitor, file: string): Promise<Buffer> => Buffer.from(await (await visitor.fetch('GET', `/api/files/${file}`)).arrayBuffer());

  it('nor in their photos: officers see them without where and with what they were taken', async () => {
    assert.deepEqual(evidence.map(({ type }) => type), ['application/pdf', 'image/jpeg', 'image/png']);
    for (const login of ['thanhtra1', 'thanhtra2', 'thanhtra4']) {
      const officer = await house.visitor(login);
      for (const { file, type } of evidence) {
        const [bytes, sent] = [await bytesFor(officer, file), type === 'application/pdf' ? Buffer.from(await smallPdf('photo').arrayBuffer()) : photo(type as 'image/jpeg', type === 'image/jpeg' ? 6 : 1)];
        assert.deepEqual(bytes, cleanPicture(type, sent) ?? sent, `${login}, ${type}`);
        for (const said of cameraWrote) assert.ok(!bytes.includes(said), `${login} reads ${said} in ${type}`);
      }
    }
    for (const { file, type } of evidence.slice(1)) assert.deepEqual(await bytesFor(citizen, file), photo(type as 'image/jpeg', type === 'image/jpeg' ? 6 : 1), 'it stays as it came for whoever sent it');
  });

  it('takes no photo that nobody could be shown, and says why', () => {
    assert.deepEqual(refused.map(({ reason }) => reason).toSorted(), ['no-copy', 'type']);
    assert.match(refused.find(({ reason }) => reason === 'no-copy')?.message ?? '', /^Tệp “vỡ\.jpg” không tạo được bản đã xóa nơi chụp và máy ảnh/);
  });

  it('keeps nothing of them in the rows that backups and reports are made of, but the account that is theirs', async () => {
    const rows = await house.store.read(async (tx) => [await tx.dossiers.find({ id: dossier }), await tx.tasks.find({ dossierId: dossier }), await tx.letters.find({ dossierId: dossier })]);
    const text = JSON.stringify(rows);
    for (const fact of telling.slice(1, 4)) assert.ok(!text.includes(fact), fact);
  });

  it('is nobody’s to find by code and last digits', async () => {
    const stranger = await house.visitor();
    for (const lastDigits of ['0001', '0000']) assert.equal((await stranger.fetch('POST', '/api/track', { body: { code, lastDigits } })).status, 404);
  });

  it('is not there for the office that it is about, as if it had never been', async () => {
    for (const login of ['tiepnhan', 'truongphong', 'lanhdao']) {
      const official = await house.visitor(login);
      const [there, nowhere] = [await official.fetch('GET', `/api/desk/dossiers/${dossier}`), await official.fetch('GET', '/api/desk/dossiers/00000000000000000000000000000000')];
      assert.deepEqual([there.status, nowhere.status], [404, 404], login);
      const listed = (await official.done('GET', '/api/desk/dossiers')) as unknown as { dossiers: { id: string }[] };
      assert.ok(!listed.dossiers.some(({ id }) => id === dossier), login);
    }
  });

  it('is still theirs: they see it, are told of it, and are asked in it', async () => {
    const view = (await citizen.done('GET', `/api/dossiers/${dossier}`)) as unknown as { code: string; supplements: unknown[] };
    assert.deepEqual([view.code, view.supplements.length], [code, 1]);
    const mine = (await citizen.done('GET', '/api/dossiers')) as unknown as { items?: { id: string }[]; dossiers?: { id: string }[] };
    assert.ok((mine.items ?? mine.dossiers ?? []).some(({ id }) => id === dossier));
  });
});
