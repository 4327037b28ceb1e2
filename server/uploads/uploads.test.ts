import { strict as assert } from 'node:assert';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Form } from '../../forms/form.ts';
import { publishFolder } from '../seed/foundation.ts';
import { smallPdf, upload } from '../testing/filing.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';
import { disposition, safeFileName } from './file-name.ts';
import { mediaTypeOf } from './media-type.ts';

const png = new Blob([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])]);

describe('uploads', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let citizen: Visitor;
  let target = '';
  before(async () => {
    house = await runHouse();
    citizen = await house.visitor('congdan1');
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'construction-permit-house' })) as unknown as { id: string };
    target = `draft=${draft.id}&field=papers.landPaper`;
  });
  after(() => house.stop());

  it('takes several at once and judges each by its content', async () => {
    const { status, body } = await upload(citizen, target, ['Giấy chứng nhận.pdf', smallPdf()], ['anh.jpg', png], ['virus.pdf', new Blob(['MZ not a pdf'])], ['rong.pdf', new Blob([])]);
    assert.equal(status, 201);
    assert.deepEqual((body.files as unknown as { name: string; type: string }[]).map(({ name, type }) => [name, type]), [['Giấy chứng nhận.pdf', 'application/pdf'], ['anh.jpg', 'image/png']]);
    assert.deepEqual(body.refused.map(({ reason }) => reason).toSorted(), ['empty', 'type']);
  });

  it('says why when none could be taken', async () => {
    const { status, body } = await upload(citizen, target, ['a.svg', new Blob(['<svg onload="alert(1)"/>'])]);
    assert.deepEqual([status, body.code], [422, 'file-refused']);
    assert.equal((body as unknown as { detail: string }).detail, 'Tệp “a.svg” có nội dung không đúng loại tệp được nhận.');
  });

  it('stops at the field’s limit and keeps nothing of it', async () => {
    const before = await house.store.read((tx) => tx.files.count({}));
    const { status, body } = await upload(citizen, target, ['lớn.pdf', new Blob(['%PDF-1.7\n', new Uint8Array(21_000_000)])]);
    assert.deepEqual([status, body.code], [422, 'file-refused']);
    assert.equal(await house.store.read((tx) => tx.files.count({})), before);
  });

  it('takes a signature as one small picture, and nothing else for it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'motcua-signature-'));
    cpSync(join(import.meta.dirname, '../../procedures/certified-copy'), folder, { recursive: true });
    const path = join(folder, 'forms/application.json');
    const form = JSON.parse(readFileSync(path, 'utf8')) as Form & { schema: { properties: Record<string, unknown> }; ui: { pages: { fields: string[] }[] }; sources: Record<string, unknown> };
    form.schema.properties['signature'] = { $ref: 'motcua:signature' };
    form.ui.pages[0]!.fields.push('signature');
    form.sources['signature'] = { basis: 'Cách làm đề xuất', mark: 'design' };
    writeFileSync(path, JSON.stringify(form));
    await publishFolder(house.services, folder);
    rmSync(folder, { recursive: true });
    const draft = (await citizen.done('POST', '/api/drafts', { procedure: 'certified-copy' })) as unknown as { id: string };
    const sign = async (...parts: [string, Blob][]) => {
      const { body } = await upload(citizen, `draft=${draft.id}&field=signature`, ...parts);
      return [(body.files ?? []).length, (body.refused ?? []).map(({ reason }) => reason)];
    };
    assert.deepEqual(await sign(['Chữ ký.png', png]), [1, []]);
    assert.deepEqual(await sign(['Chữ ký.png', png], ['Chữ ký hai.png', png]), [1, ['too-many']]);
    for (const [name, blob] of [['a.pdf', smallPdf()], ['a.png', new Blob(['<svg onload="alert(1)"/>'])], ['a.png', new Blob([png, new Uint8Array(100_000)])]] as const) assert.deepEqual(await sign([name, blob]), [0, []]);
  });

  it('refuses a field that takes no files', async () => {
    assert.equal((await upload(citizen, target.replace('papers.landPaper', 'owner.name'), ['a.pdf', smallPdf()])).status, 422);
    assert.equal((await upload(citizen, target.replace('papers.landPaper', '__proto__'), ['a.pdf', smallPdf()])).status, 422);
  });

  it('gives the bytes back as they were, as an attachment that is not sniffed', async () => {
    const { body } = await upload(citizen, target, ['Đơn đề nghị “mới”.pdf', smallPdf('đúng từng byte')]);
    const answer = await citizen.fetch('GET', `/api/files/${body.files[0]?.file ?? ''}`);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="Don de nghi _moi_\.pdf"; filename\*=UTF-8''%C4%90%C6%A1n/);
    assert.equal(await answer.text(), await smallPdf('đúng từng byte').text());
    const shown = await citizen.fetch('GET', `/api/files/${body.files[0]?.file ?? ''}?inline=1`);
    assert.match(shown.headers.get('content-disposition') ?? '', /^inline/);
    assert.match(shown.headers.get('content-security-policy') ?? '', /frame-ancestors 'self'/);
  });

  it('leaves nothing behind when the sender goes away in the middle', async () => {
    const before = await house.store.read((tx) => tx.files.count({}));
    const { port } = new URL(house.url);
    await new Promise<void>((resolve) => {
      const sent = request({ port, path: `/api/files?${target}`, method: 'POST', headers: { 'Content-Type': 'multipart/form-data; boundary=b', Origin: house.url, Cookie: citizen.cookie } });
      sent.on('error', () => resolve());
      sent.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7 half a file');
      setTimeout(() => sent.destroy(), 100);
      sent.on('close', () => resolve());
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    assert.equal(await house.store.read((tx) => tx.files.count({})), before);
    assert.equal((await citizen.json('GET', '/healthz')).status, 200);
  });

  it('answers a clear error to a body that is no multipart', async () => {
    for (const [type, body] of [['multipart/form-data', 'x'], ['multipart/form-data; boundary=b', 'no boundary at all'], ['multipart/form-data; boundary=b', '--b\r\nbroken']] as const) {
      const answer = await citizen.fetch('POST', `/api/files?${target}`, { body, headers: { 'Content-Type': type } });
      assert.ok([400, 422].includes(answer.status), `${type}: ${answer.status}`);
    }
  });

  it('lets nobody file with another person’s file', async () => {
    const { body } = await upload(citizen, target, ['của tôi.pdf', smallPdf('của tôi')]);
    const other = await house.visitor('congdan2');
    const draft = (await other.done('POST', '/api/drafts', { procedure: 'construction-permit-house' })) as unknown as { id: string };
    await other.done('PUT', `/api/drafts/${draft.id}`, { revision: 1, data: { papers: { landPaper: body.files } } });
    const checked = (await other.done('POST', `/api/drafts/${draft.id}/check`)) as unknown as { errors: { path: string; message: string }[] };
    assert.ok(checked.errors.some(({ path, message }) => path === 'papers.landPaper' && /không phải của bạn/.test(message)));
  });
});

describe('names of files', () => {
  const table: readonly (readonly [given: string, kept: string])[] = [
    ['Giấy tờ.pdf', 'Giấy tờ.pdf'], ['../../etc/passwd', 'passwd'], [String.raw`C:\Users\a\b.pdf`, 'b.pdf'], ['.htaccess', 'htaccess'], ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['\u202Efdp.exe', 'fdp.exe'], ['', 'tep-dinh-kem'], [`${'á'.repeat(300)}.pdf`, `${'á'.repeat(146)}.pdf`], ['Giấy'.normalize('NFD'), 'Giấy'.normalize('NFC')],
  ];
  for (const [given, kept] of table) it(`${JSON.stringify(given.slice(0, 30))} is kept as ${JSON.stringify(kept.slice(0, 30))}`, () => assert.equal(safeFileName(given), kept));

  it('stand in a header without breaking it', () => {
    assert.equal(disposition('attachment', 'a"b\\c%.pdf'), 'attachment; filename="a_b_c_.pdf"; filename*=UTF-8\'\'a%22b%5Cc%25.pdf');
  });

  it('say nothing about the type: the bytes do', () => {
    assert.equal(mediaTypeOf(Buffer.from('<html>')), undefined);
    assert.equal(mediaTypeOf(Buffer.from('AC1032')), 'image/vnd.dwg');
    assert.equal(mediaTypeOf(Buffer.from('GIF89a')), undefined);
  });
});
