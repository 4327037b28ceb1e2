import { strict as assert } from 'node:assert';
import type { Adoption } from '../../api/adoption.ts';
import type { DesignerPackage, Findings, PackageText } from '../../api/designer.ts';
import { runHouse, type RunningHouse } from '../../testing/running-house.ts';
import type { Visitor } from '../../testing/visitor.ts';

const home = '/api/designer/procedures';
const source = `${home}/construction-permit-house`;
const adopter = `${home}/our-house-permit`;
const places = ['decisions/fee.dmn', '/agency/name'];

describe('a procedure adopted from another unit', function () {
  this.timeout(120_000);
  let house: RunningHouse;
  let designer: Visitor;
  before(async () => {
    house = await runHouse();
    designer = await house.visitor('thietke');
  });
  after(() => house.stop());

  const opened = async (at: string) => (await designer.done('GET', at)) as unknown as DesignerPackage;
  const textOf = async (at: string, path: string) => ((await designer.done('GET', `${at}/file?path=${path}`)) as unknown as PackageText).text;
  const procedureOf = async (at: string) => JSON.parse(await textOf(at, 'procedure.json')) as Record<string, unknown> & { agency: { name: { vi: string; en: string } } };
  const save = async (at: string, files: Readonly<Record<string, string>>) =>
    designer.done('PUT', `${at}/draft`, { revision: (await opened(at)).draft.revision, files: Object.entries(files).map(([path, text]) => ({ path, text })) });
  const publish = async (at: string) => designer.done('POST', `${at}/publish`, { revision: (await opened(at)).draft.revision });
  const adoption = async (at: string) => ((await designer.done('GET', `${at}/adoption`)) as unknown as Adoption).adopted;
  const found = async (at: string, rule: string) => ((await designer.done('POST', `${at}/check`, {})) as unknown as Findings).findings.filter((finding) => finding.rule === rule);
  const take = (body: object) => designer.json('POST', `${adopter}/adoption/take`, body);

  it('declares places that are there, and is told in both languages of those that are not', async () => {
    await save(source, { 'procedure.json': JSON.stringify({ ...(await procedureOf(source)), customise: ['decisions/none.dmn', '/agency/none', 'procedure.json'] }) });
    const faults = await found(source, 'customise');
    assert.deepEqual(faults.map(({ element, severity }) => [element, severity]), [['decisions/none.dmn', 'error'], ['/agency/none', 'error'], ['procedure.json', 'error']]);
    for (const { message, messageVi } of faults) assert.ok(message.startsWith('expected ') && messageVi?.startsWith('cần '));
    await save(source, { 'procedure.json': JSON.stringify({ ...(await procedureOf(source)), customise: places }) });
    assert.deepEqual(await found(source, 'customise'), []);
    await publish(source);
  });

  it('is begun from what is published, under its own key, and remembers whence', async () => {
    assert.equal((await designer.json('POST', home, { key: 'our-house-permit', name: { vi: 'Ta', en: 'Ours' }, from: { adopt: 'no-such' } })).status, 404);
    await designer.done('POST', home, { key: 'our-house-permit', name: { vi: 'Nhà của ta', en: 'Our house' }, from: { adopt: 'construction-permit-house' } });
    const [version] = (await opened(source)).versions;
    assert.deepEqual(JSON.parse(await textOf(adopter, 'adopted.json')), { from: 'construction-permit-house', version: version?.hash });
    const standing = await adoption(adopter);
    assert.deepEqual([standing?.from, standing?.taken?.number, standing?.offered?.number, standing?.updates], ['construction-permit-house', 2, 2, []]);
    assert.equal(await adoption(source), null);
    assert.deepEqual(await found(adopter, 'adopted-outside'), []);
  });

  it('warns while something else than the declared places is changed', async () => {
    const told = await procedureOf(adopter);
    await save(adopter, { 'decisions/fee.dmn': `${await textOf(adopter, 'decisions/fee.dmn')}\n`, 'procedure.json': JSON.stringify({ ...told, agency: { ...told.agency, name: { vi: 'Phường ta', en: 'Our ward' } } }) });
    assert.deepEqual(await found(adopter, 'adopted-outside'), []);
    await save(adopter, { 'forms/sign.json': `${await textOf(adopter, 'forms/sign.json')}\n\n` });
    const [finding, ...others] = await found(adopter, 'adopted-outside');
    assert.deepEqual([finding?.file, finding?.severity, others], ['forms/sign.json', 'warning', []]);
    assert.ok(finding?.messageVi?.startsWith('cần '));
    await publish(adopter);
    assert.equal((await adoption(adopter))?.taken?.number, 2, 'a published version remembers too');
  });

  it('is shown a newer version, and takes it without losing what is its own', async () => {
    const told = await procedureOf(source);
    await save(source, {
      'procedure.json': JSON.stringify({ ...told, searchWords: ['nhà'], agency: { ...told.agency, name: { vi: 'Thành phố', en: 'City' } } }),
      'decisions/fee.dmn': `${await textOf(source, 'decisions/fee.dmn')}\n\n`, 'forms/sign.json': `${await textOf(source, 'forms/sign.json')}\n`, 'forms/number.json': `${await textOf(source, 'forms/number.json')}\n`,
    });
    await publish(source);
    const standing = await adoption(adopter);
    assert.equal(standing?.offered?.number, 3);
    assert.deepEqual(standing?.updates, [
      { path: 'decisions/fee.dmn', way: 'keep', kept: [] }, { path: 'forms/number.json', way: 'take', kept: [] },
      { path: 'forms/sign.json', way: 'choose', kept: [] }, { path: 'procedure.json', way: 'take', kept: ['/agency/name'] },
    ]);
    const [mine, version] = [{ fee: await textOf(adopter, 'decisions/fee.dmn'), sign: await textOf(adopter, 'forms/sign.json') }, standing?.offered?.hash];
    const unchosen = await take({ revision: 0, version, choices: [] });
    assert.deepEqual([unchosen.status, (unchosen.body['errors'] as unknown as { path: string }[]).map(({ path }) => path)], [422, ['forms/sign.json']]);
    const choices = [{ path: 'forms/sign.json', take: 'mine' }];
    assert.equal((await take({ revision: 7, version, choices })).status, 409);
    assert.equal((await take({ revision: 0, version: '0'.repeat(64), choices })).status, 404);
    assert.equal((await take({ revision: 0, version, choices })).status, 200);
    assert.equal(await textOf(adopter, 'decisions/fee.dmn'), mine.fee);
    assert.equal(await textOf(adopter, 'forms/sign.json'), mine.sign);
    assert.equal(await textOf(adopter, 'forms/number.json'), await textOf(source, 'forms/number.json'));
    const now = await procedureOf(adopter);
    assert.deepEqual([now['key'], now['shortName'], now.agency.name.vi, now['searchWords']], ['our-house-permit', { vi: 'Nhà của ta', en: 'Our house' }, 'Phường ta', ['nhà']]);
    assert.deepEqual([(await adoption(adopter))?.taken?.number, (await adoption(adopter))?.updates], [3, []]);
    assert.deepEqual((await found(adopter, 'adopted-outside')).map(({ file }) => file), ['forms/sign.json']);
    assert.equal((await opened(adopter)).versions.length, 1, 'publishing stays the adopter’s act');
    await publish(adopter);
  });

  it('goes on alone without adopted.json, and is told when it cannot be read or its source is not here', async () => {
    await save(adopter, { 'adopted.json': '{"from": 1}' });
    assert.deepEqual((await found(adopter, 'adopted-file')).map(({ severity }) => severity), ['error']);
    await save(adopter, { 'adopted.json': JSON.stringify({ from: 'elsewhere', version: '0'.repeat(64) }) });
    const standing = await adoption(adopter);
    assert.deepEqual([standing?.name, standing?.taken, standing?.offered], [{ vi: 'elsewhere', en: 'elsewhere' }, null, null]);
    await designer.done('PUT', `${adopter}/draft`, { revision: (await opened(adopter)).draft.revision, files: [{ path: 'adopted.json', text: null }] });
    assert.equal(await adoption(adopter), null);
  });
});
