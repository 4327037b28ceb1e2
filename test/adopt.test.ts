import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { SampleHouse } from './story/sample-house.ts';
import type { Window } from './story/window.ts';

const source = 'Giấy phép xây nhà';
const name = 'Giấy phép xây nhà của phường ta';
const fee = 'Bảng quyết định “Lệ phí cấp giấy phép”';
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key]));
const at = '/api/designer/procedures/construction-permit-house';
const adopter = '/api/designer/procedures/our-house-permit';

describe('an administrator adopts a procedure of another unit', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let house: SampleHouse;
  let window: Window;
  let page: Page;

  /** What another administrator does meanwhile, as the same person's other window would. */
  const asked = async (method: 'GET' | 'PUT' | 'POST', path: string, body?: object): Promise<Record<string, unknown>> => {
    const answer = await page.request.fetch(path, { method, ...(body && { data: body }), headers: { 'Idempotency-Key': crypto.randomUUID(), Origin: house.url } });
    assert.ok(answer.ok(), `${method} ${path} answered ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };
  const textOf = async (procedure: string, path: string): Promise<string> => (await asked('GET', `${procedure}/file?path=${path}`))['text'] as string;
  const revisionOf = async (procedure: string): Promise<number> => ((await asked('GET', procedure))['draft'] as { revision: number }).revision;
  const save = async (procedure: string, files: Readonly<Record<string, string>>) =>
    asked('PUT', `${procedure}/draft`, { revision: await revisionOf(procedure), files: Object.entries(files).map(([path, text]) => ({ path, text })) });
  const publish = async (procedure: string) => asked('POST', `${procedure}/publish`, { revision: await revisionOf(procedure) });

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house, window, page } = workshop);
    await page.getByText(words.healthSound).first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('finds what the source says its adopters may change, by ticks', async () => {
    // The source says by ticks what its adopters may change; what lies deeper in its data it writes.
    const told = JSON.parse(await textOf(at, 'procedure.json')) as object;
    await save(at, { 'procedure.json': JSON.stringify({ ...told, customise: ['/agency/name'] }, null, 2) });
    await page.goto('/designer/packages/construction-permit-house/customise');
    await page.getByRole('group', { name: words.customiseOther }).getByRole('checkbox', { name: '/agency/name', checked: true }).waitFor();
    await page.getByRole('checkbox', { name: fee }).check();
    await page.getByRole('checkbox', { name: words.customise_sheet }).check();
    await page.getByText(filled(words.customiseCount, { count: 3 })).waitFor();
    await page.getByRole('checkbox', { name: words.customise_sheet }).uncheck();
    await window.look('adopt-customise');
    await page.setViewportSize(PHONE);
    await window.keep('adopt-customise-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
    await page.setViewportSize(DESKTOP);
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(filled(words.draftSaved, { at: '' }).trim(), { exact: false }).first().waitFor();
    assert.deepEqual((JSON.parse(await textOf(at, 'procedure.json')) as { customise: unknown }).customise, ['/agency/name', 'decisions/fee.dmn']);
    await publish(at);
  });

  it('begins it from the home, and sees what it stands on', async () => {
    await page.goto('/designer/');
    await page.getByRole('row', { name: source }).getByRole('link', { name: words.adopt }).click();
    await becomes(() => page.getByRole('radio', { name: filled(words.adoptOf, { name: source }) }).isChecked(), true);
    await becomes(() => page.getByRole('radio').count(), 1, 'what was asked for stands alone');
    await page.getByRole('button', { name: words.begin }).click();
    await becomes(() => page.evaluate('document.activeElement.id'), 'new-name-vi', 'and one goes on at what is missing');
    await page.getByLabel(words.procedureNameVi).fill(name);
    await page.getByLabel(words.procedureKey, { exact: true }).fill('our-house-permit');
    await window.look('adopt-new');
    await page.getByRole('button', { name: words.begin }).click();
    await page.getByText(words.noErrors).waitFor();
    await page.getByRole('link', { name: words.placeAdopted, exact: true }).click();
    await page.getByText(filled(words.sourceNewest, { number: 2 })).waitFor();
    await window.look('adopt-newest');
  });

  it('is warned of what is changed outside the declared places', async () => {
    const sign = await textOf(adopter, 'forms/sign.json');
    await save(adopter, { 'decisions/fee.dmn': (await textOf(adopter, 'decisions/fee.dmn')).replace('75000', '60000'), 'forms/sign.json': sign.replace('"vi": "', '"vi": "Phường ta: ') });
    await page.goto('/designer/packages/our-house-permit/review');
    await page.getByRole('region', { name: words.reviewCheck, exact: true }).locator('summary').first().click();
    await page.getByText(ruleWords['adopted-outside']).first().waitFor();
    await window.look('adopt-warned');
  });

  it('is told of a newer version, in sentences, chooses where both changed, and takes it', async () => {
    const told = JSON.parse(await textOf(at, 'procedure.json')) as { agency: object };
    await save(at, {
      'procedure.json': JSON.stringify({ ...told, searchWords: ['xây nhà', 'sửa nhà'], agency: { ...told.agency, name: { vi: 'Thành phố', en: 'City' } } }, null, 2),
      'forms/sign.json': (await textOf(at, 'forms/sign.json')).replace('"vi": "', '"vi": "Bước cuối: '),
      'decisions/fee.dmn': `${await textOf(at, 'decisions/fee.dmn')}\n`,
    });
    await publish(at);
    await page.goto('/designer/packages/our-house-permit');
    await page.getByText(words.sourceNewer).waitFor();
    await page.getByText(words.noErrors).waitFor();
    await window.look('adopt-newer');
    await page.getByRole('link', { name: words.seeUpdate }).click();
    await page.getByText(words.updateChoose).waitFor();
    await page.getByText(/dòng \d+.*từ “75\.000.đ” thành “60\.000.đ”/).first().waitFor();
    await page.getByRole('button', { name: words.takeUpdate }).click();
    await page.getByText(words.whoseMissing).waitFor();
    await becomes(() => page.evaluate('document.activeElement.closest(".field-error") !== null'), true, 'one goes on where a choice is missing');
    await window.look('adopt-update');
    const whose = page.getByRole('group', { name: filled(words.whoseFile, { file: fee }) });
    await becomes(() => whose.getByRole('radio', { name: words.whoseMine }).isChecked(), true);
    await page.setViewportSize(PHONE);
    await page.reload();
    await page.getByText(words.updateChoose).waitFor();
    const here = page.getByRole('navigation', { name: filled(words.placesOf, { name }) }).locator('[aria-current=page]');
    await becomes(async () => ((box) => box !== null && box.x >= 0 && box.x + box.width <= PHONE.width)(await here.boundingBox()), true, 'the part that is open is in sight');
    await window.keep('adopt-update-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
    await page.setViewportSize(DESKTOP);
    await page.getByRole('group', { name: /^Biểu mẫu “.*”: dùng bản nào/ }).getByRole('radio', { name: words.whoseMine }).check();
    await page.getByRole('button', { name: words.takeUpdate }).click();
    await page.getByRole('button', { name: filled(words.publish, { number: 1 }) }).waitFor();
    await page.getByText(filled(words.updateTaken, { number: 3 })).waitFor();
    await window.look('adopt-taken');
    assert.match(await textOf(adopter, 'forms/sign.json'), /Phường ta: /);
    assert.match(await textOf(adopter, 'procedure.json'), /sửa nhà/);
    await page.getByRole('link', { name: words.placeAdopted, exact: true }).click();
    await page.getByText(filled(words.sourceNewest, { number: 3 })).waitFor();
  });
});
