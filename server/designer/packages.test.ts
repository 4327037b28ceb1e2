import { strict as assert } from 'node:assert';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { readDescription } from '../../procedures/described/read.ts';
import type { ConnectorStock, DesignerPackage, DesignerProcedures, KeyTaken, PackageTexts, Templates } from '../api/designer.ts';
import { runHouse, type RunningHouse } from '../testing/running-house.ts';
import type { Visitor } from '../testing/visitor.ts';

const home = '/api/designer/procedures';
const pavement = { vi: 'Cấp phép sử dụng tạm vỉa hè', en: 'Permit to use a pavement temporarily' };
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const told = json({ key: 'taken-in', shortName: pavement });

const zipped = async (entries: Readonly<Record<string, Buffer>>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(entries)) zip.addBuffer(content, path);
  zip.end();
  return buffer(zip.outputStream as Readable);
};
/** The archive with a name in it replaced by another of the same length, as no honest tool would write it. */
const renamed = (archive: Buffer, from: string, to: string): Buffer => Buffer.from(archive.toString('latin1').replaceAll(from, to), 'latin1');
/** The archive whose directory says that each entry unpacks to 9 bytes. */
const lying = (archive: Buffer): Buffer => {
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0; at = archive.indexOf('PK\u0001\u0002', at + 1)) archive.writeUInt32LE(9, at + 24);
  return archive;
};

describe('packages come and go as wholes', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let designer: Visitor;
  before(async () => {
    house = await runHouse();
    designer = await house.visitor('thietke');
  });
  after(() => house.stop());

  const take = (archive: Buffer, query = '') => designer.fetch('POST', `${home}/import${query}`, { body: archive, headers: { 'Content-Type': 'application/zip' } });
  const problem = async (answer: Response) => (await answer.json()) as { readonly code: string; readonly detail: string; readonly current?: unknown };
  const list = async () => ((await designer.done('GET', home)) as unknown as DesignerProcedures).procedures;
  const opened = async (key: string) => (await designer.done('GET', `${home}/${key}`)) as unknown as DesignerPackage;

  it('begins a procedure from a template, under its own key and name', async () => {
    const { templates } = (await designer.done('GET', '/api/designer/templates')) as unknown as Templates;
    assert.deepEqual(templates.filter(({ kind }) => kind === 'template').map(({ id }) => id), ['blank', 'blank-states', 'complaint', 'consultation', 'declaration', 'inspection', 'permit', 'states']);
    const [permit, house] = ['permit', 'construction-permit-house'].map((id) => templates.find((one) => one.id === id)!);
    assert.deepEqual([permit?.kind, permit?.limit, permit?.forms, permit?.letters, permit?.steps.length, permit?.drawing?.shapes.some(({ kind }) => kind === 'choice')], ['template', '5 working days', 5, 3, 4, true]);
    assert.deepEqual([house?.kind, house?.drawing, (house?.forms ?? 0) > 5], ['example', null, true]);
    assert.equal(new Set(templates.map(({ id }) => id)).size, templates.length, 'one id, one package to begin from');
    await designer.done('POST', home, { key: 'pavement', name: pavement, from: { template: 'permit' } });
    const row = (await list()).find(({ key }) => key === 'pavement');
    assert.deepEqual([row?.name, row?.published, row?.draft?.revision], [pavement, null, 1]);
    const { findings } = (await designer.done('POST', `${home}/pavement/check`, {})) as unknown as { findings: { severity: string; rule: string }[] };
    assert.deepEqual(findings.map(({ severity, rule }) => `${severity} ${rule}`), [...Array.from({ length: 8 }, () => 'warning filled-in'), 'warning national-code', 'note validity', 'note time-unbounded', 'warning role-unstaffed']);
  });

  it('begins a procedure from one that is shipped as an example, whole', async () => {
    await designer.done('POST', home, { key: 'as-shipped', name: pavement, from: { template: 'certified-copy' } });
    const files = (await opened('as-shipped')).draft.files.map(({ path }) => path);
    for (const path of ['process.bpmn', 'forms/application.json']) assert.ok(files.includes(path), path);
    assert.equal((await designer.json('POST', home, { key: 'odd', name: pavement, from: { template: 'letters' } })).status, 404, 'a folder without a procedure is none');
    await designer.done('DELETE', `${home}/as-shipped/draft`);
  });

  it('offers the connectors of the installation, and none that the house asks by itself', async () => {
    const { connectors, systems } = (await designer.done('GET', '/api/designer/connectors')) as unknown as ConnectorStock;
    assert.deepEqual(connectors.map(({ name, system }) => `${name} ${system}`), ['post.send post', 'register.business business-register', 'register.land land', 'register.land.enter land', 'register.population population', 'tax.dues tax', 'tax.land tax']);
    assert.deepEqual(systems, []);
    for (const { name, text } of connectors) assert.deepEqual(readDescription(`connectors/${name}.json`, name, text).findings, []);
  });

  it('gives all files that are text in one answer, each as it gives it alone, and those of nothing to nobody', async () => {
    const { revision, files } = (await designer.done('GET', `${home}/construction-permit-house/texts`)) as unknown as PackageTexts;
    const { draft } = await opened('construction-permit-house');
    assert.deepEqual(files.map(({ path }) => path).toSorted(), draft.files.filter(({ text }) => text).map(({ path }) => path).toSorted());
    for (const { path, text } of files) assert.deepEqual(await designer.done('GET', `${home}/construction-permit-house/file?path=${path}`), { path, text, revision });
    const [{ hash } = { hash: '' }] = (await opened('construction-permit-house')).versions;
    assert.deepEqual(await designer.done('GET', `${home}/construction-permit-house/texts?version=${hash}`), { revision: 0, files });
    for (const nothing of ['not-there/texts', `construction-permit-house/texts?version=${'0'.repeat(64)}`]) assert.equal((await designer.json('GET', `${home}/${nothing}`)).status, 404, nothing);
  });

  it('copies a procedure with all its files', async () => {
    await designer.done('POST', home, { key: 'second-house', name: pavement, from: { procedure: 'construction-permit-house' } });
    const [first, second] = [await opened('construction-permit-house'), await opened('second-house')];
    assert.deepEqual(second.draft.files.map(({ path }) => path), first.draft.files.map(({ path }) => path));
    assert.deepEqual(second.draft.files.filter(({ path, sha256 }) => sha256 !== first.draft.files.find((file) => file.path === path)?.sha256).map(({ path }) => path), ['procedure.json']);
  });

  it('refuses to save what stands on an older revision, in words and with what is there now; nothing of either is lost', async () => {
    const place = `${home}/second-house`;
    const { draft: { revision } } = await opened('second-house');
    const save = (from: number, text: string) => designer.fetch('PUT', `${place}/draft`, { body: JSON.stringify({ revision: from, files: [{ path: 'README.md', text }] }), headers: { 'Content-Type': 'application/json' } });
    const readme = async () => ((await designer.done('GET', `${place}/file?path=README.md`)) as unknown as { text: string }).text;
    assert.equal((await save(revision, 'one')).status, 200);
    const late = await save(revision, 'other');
    const { code, title, current } = (await late.json()) as { code: string; title: string; current: { revision: number; files: { path: string }[] } };
    assert.deepEqual([late.status, code, current.revision, current.files.length > 5], [409, 'revision-conflict', revision + 1, true]);
    assert.match(title, /[ạ-ỹ]/i, 'in the reader’s language');
    assert.equal(await readme(), 'one', 'what was saved first stands');
    assert.equal((await save(current.revision, 'other')).status, 200, 'and the other may be saved on it');
    assert.equal(await readme(), 'other');
  });

  it('takes a former version as the draft, and tells in which files two differ', async () => {
    const at = `${home}/construction-permit-house`;
    const { text } = (await designer.done('GET', `${at}/file?path=forms/sign.json`)) as unknown as { text: string };
    const [first] = (await opened('construction-permit-house')).versions;
    const { revision } = (await designer.done('PUT', `${at}/draft`, { revision: 0, files: [{ path: 'forms/sign.json', text: `${text}\n` }] })) as unknown as { revision: number };
    const compared = async (query: string) => ((await designer.done('GET', `${at}/compare?${query}`)) as unknown as { changed: string[] }).changed;
    assert.deepEqual(await compared(`from=${first?.hash}`), ['forms/sign.json']);
    assert.deepEqual(await compared(`from=${first?.hash}&to=${first?.hash}`), []);
    assert.equal((await designer.json('POST', `${at}/restore`, { revision: 0, version: first?.hash })).status, 409);
    assert.deepEqual(((await designer.done('POST', `${at}/restore`, { revision, version: first?.hash })) as unknown as { revision: number }).revision, revision + 1);
    assert.deepEqual((await opened('construction-permit-house')).changed, []);
    await designer.done('DELETE', `${at}/draft`);
  });

  it('keeps a key for one procedure', async () => {
    const { status, body } = await designer.json('POST', home, { key: 'pavement', name: pavement, from: { template: 'blank' } });
    assert.deepEqual([status, body['code']], [409, 'key-taken']);
    assert.equal((await designer.json('POST', home, { key: 'other', name: pavement, from: { template: 'no-such' } })).status, 404);
    assert.equal((await designer.json('POST', home, { key: 'Not a key', name: pavement, from: { template: 'blank' } })).status, 422);
  });

  it('gives a package as a zip and takes the same bytes in again', async () => {
    const answer = await designer.fetch('GET', `${home}/construction-permit-house/export`);
    assert.match(answer.headers.get('content-disposition') ?? '', /^attachment; filename="construction-permit-house\.zip"/);
    const archive = Buffer.from(await answer.arrayBuffer());
    const again = await designer.fetch('GET', `${home}/construction-permit-house/export`);
    assert.ok(archive.equals(Buffer.from(await again.arrayBuffer())), 'the same content gives the same bytes');
    const refused = await problem(await take(archive));
    const { savedAt, savedBy, ...current } = refused.current as KeyTaken;
    assert.deepEqual([refused.code, current, savedBy], ['key-taken', { key: 'construction-permit-house', name: { vi: 'Giấy phép xây nhà', en: 'House permit' }, revision: 0 }, null]);
    assert.ok(savedAt);
    assert.equal((await take(archive, '?revision=7')).status, 409);
    assert.equal((await take(archive, '?revision=0')).status, 201);
    const { draft, changed } = await opened('construction-permit-house');
    assert.deepEqual([draft.revision, changed], [1, []]);
    assert.equal((await take(archive, '?revision=0')).status, 409, 'someone saved meanwhile');
  });

  it('takes in a folder that was zipped by hand, without what file managers leave behind', async () => {
    const archive = await zipped({ 'My folder/procedure.json': told, 'My folder/.DS_Store': Buffer.from('x'), '__MACOSX/My folder/procedure.json': told, 'My folder/README.md': Buffer.from('Xin chào') });
    assert.equal((await take(archive)).status, 201);
    assert.deepEqual((await opened('taken-in')).draft.files.map(({ path }) => path), ['procedure.json', 'README.md']);
  });

  it('forgets a draft that was never published', async () => {
    await designer.done('DELETE', `${home}/taken-in/draft`);
    assert.equal((await list()).some(({ key }) => key === 'taken-in'), false);
    assert.equal((await designer.fetch('DELETE', `${home}/taken-in/draft`)).status, 404);
  });

  const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`forms/f${index}.json`, Buffer.from('{}')]));
  const bad: Readonly<Record<string, readonly [archive: () => Promise<Buffer>, said: RegExp]>> = {
    'what is no zip': [() => Promise.resolve(Buffer.from('hello')), /không phải tệp zip/],
    'half a zip': [async () => (await zipped({ 'procedure.json': told })).subarray(0, 60), /không phải tệp zip/],
    'a zip without a procedure': [() => zipped({ 'a.txt': Buffer.from('a') }), /không có procedure\.json/],
    'a procedure.json that is none': [() => zipped({ 'procedure.json': Buffer.from('{') }), /không đọc được/],
    'a procedure without a key': [() => zipped({ 'procedure.json': json({ key: '../etc' }) }), /không có mã thủ tục/],
    'a name that climbs out': [async () => renamed(await zipped({ 'procedure.json': told, 'aa/b.json': told }), 'aa/b.json', '../b.json'), /không phải tệp zip/],
    'a name with odd letters': [() => zipped({ 'procedure.json': told, 'forms/đơn.json': told }), /“forms\/đơn\.json” chỉ được có/],
    'a name twice': [async () => renamed(await zipped({ 'procedure.json': told, 'a.json': told, 'b.json': told }), 'b.json', 'a.json'), /có hai lần/],
    'a file beside the folder': [() => zipped({ 'x/procedure.json': told, 'y/b.json': told }), /nằm ngoài thư mục/],
    'a text that is not UTF-8': [() => zipped({ 'procedure.json': told, 'README.md': Buffer.from([0xff, 0xfe, 0x41]) }), /không phải văn bản UTF-8/],
    'NUL in a text': [() => zipped({ 'procedure.json': told, 'README.md': Buffer.from('a\u0000b') }), /không phải văn bản UTF-8/],
    'too many files': [() => zipped({ 'procedure.json': told, ...many }), /tối đa 300 tệp/],
    'a bomb': [() => zipped({ 'procedure.json': told, 'resources/zeros.bin': Buffer.alloc(11_000_000) }), /10 MB/],
    'a bomb that lies about its size': [async () => lying(await zipped({ 'procedure.json': told, 'resources/zeros.bin': Buffer.alloc(9_000_000) })), /không phải tệp zip/],
  };
  for (const [what, [archive, said]] of Object.entries(bad)) {
    it(`refuses ${what}`, async () => {
      const answer = await take(await archive());
      assert.equal(answer.status, 422);
      const { code, detail } = await problem(answer);
      assert.equal(code, 'file-refused');
      assert.match(detail, said);
    });
  }
});
