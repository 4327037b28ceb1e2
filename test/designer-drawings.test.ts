import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { several } from '../designer/process/testing/several.ts';
import { vi as words } from '../designer/words/vi.ts';
import { defaultWords } from '../procedures/default-words.ts';
import type { PackageText } from '../server/api/designer.ts';
import { becomes } from './browser/becomes.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';

const permit = 'construction-permit-house';

describe('a file with several drawings', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let page: Page;
  const choice = () => page.getByLabel(words.whichDrawing);
  const chosen = async (name: string): Promise<void> => {
    await choice().locator('option:checked', { hasText: name }).waitFor({ state: 'attached' });
  };
  const rows = () => page.getByRole('list', { name: words.outline });
  const drawn = (id: string): Locator => page.locator(`.process-canvas .djs-element[data-element-id="${id}"]`);
  /** Where ends stand, each in its drawing. */
  const ends = async (): Promise<readonly (string | null)[]> => {
    const places: (string | null)[] = [];
    for (const [label, id] of [['Cấp giấy', 'end'], ['Cấp giấy › Xem xét', 'lookEnd'], ['Kiểm tra lại', 'againEnd']] as const) {
      await choice().selectOption({ label });
      places.push(await drawn(id).getAttribute('transform'));
    }
    return places;
  };
  const ask = async <T>(method: 'GET' | 'PUT' | 'POST', path: string, data?: unknown): Promise<T> => {
    const answer = await workshop.window.context.request.fetch(path, { method, headers: { Origin: workshop.house.url }, ...(data === undefined ? {} : { data }) });
    assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json() as Promise<T>;
  };

  before(async function () {
    workshop = await openWorkshop(this);
    ({ page } = workshop);
    await ask('POST', '/api/designer/procedures', { key: 'several', name: { vi: 'Nhiều sơ đồ', en: 'Several drawings' }, from: { elsewhere: { files: [{ name: 'several.bpmn', text: several }] } } });
    await page.goto('/designer/packages/several');
    await page.getByText(words.nothingSelected).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workshop.window.keep('failed');
  });
  after(() => workshop?.close());

  it('lists them by the words of the file and shows each', async () => {
    await becomes(() => choice().locator('option').allInnerTexts(), ['Cấp giấy', 'Cấp giấy › Xem xét', 'Kiểm tra lại']);
    // what checks say of each comes behind its name, sooner or later
    const named = async () => (await rows().getByRole('button').filter({ hasText: /^Sơ đồ/ }).allInnerTexts()).map((said) => said.split('\n').slice(0, 2).join(': '));
    await becomes(named, ['Sơ đồ: Cấp giấy', 'Sơ đồ: Kiểm tra lại']);
    await drawn('receive').waitFor();
    await becomes(() => drawn('recheck').isVisible(), false);
    await choice().selectOption({ label: 'Kiểm tra lại' });
    await drawn('recheck').waitFor();
    await becomes(() => drawn('receive').isVisible(), false);
    await workshop.window.look('drawings-second');
    await rows().getByRole('button', { name: 'Sơ đồ Cấp giấy' }).press('Enter');
    await drawn('receive').waitFor();
  });

  it('opens a closed sub-process by key and leads back out of it', async () => {
    await page.locator('.bjs-drilldown').press('Enter');
    await chosen('Xem xét');
    await drawn('measure').waitFor();
    await page.waitForFunction((label) => (document.activeElement as HTMLSelectElement | null)?.labels?.[0]?.textContent === label, words.whichDrawing);
    const way = page.getByRole('navigation', { name: words.drawingPath });
    await becomes(() => way.locator('[aria-current=page]').innerText(), 'Xem xét');
    await workshop.window.look('drawings-inside');
    await way.getByRole('button', { name: 'Cấp giấy' }).press('Enter');
    await chosen('Cấp giấy');
    await drawn('receive').waitFor();
    await becomes(() => way.count(), 0);
    await page.waitForFunction((label) => (document.activeElement as HTMLSelectElement | null)?.labels?.[0]?.textContent === label, words.whichDrawing);
  });

  it('turns to where a step stands that is chosen in the outline, and changes it there and nowhere else', async () => {
    const before = await ends();
    await choice().selectOption({ label: 'Cấp giấy' });
    await rows().getByRole('button', { name: 'Xem lại hồ sơ' }).press('Enter');
    await chosen('Kiểm tra lại');
    await page.keyboard.press('Insert');
    await page.getByLabel(words.addAfter, { exact: true }).selectOption({ label: `${words.otherKinds}: ${words.kind_userTask}` });
    await page.getByRole('button', { name: words.add, exact: true }).press('Enter');
    await page.getByRole('textbox', { name: words.nameVi }).fill('Ký lại');
    await page.getByRole('textbox', { name: words.nameVi }).press('Enter');
    await rows().getByRole('button', { name: 'Ký lại' }).waitFor();
    const after = await ends();
    assert.notEqual(after[2], before[2], 'what comes after makes room');
    assert.deepEqual(after.slice(0, 2), before.slice(0, 2), 'other drawings stay as they are');
  });

  it('takes back what was changed in another drawing, and shows it there', async () => {
    await choice().selectOption({ label: 'Cấp giấy' });
    await page.getByRole('button', { name: words.undo }).click();
    await chosen('Kiểm tra lại');
    await rows().getByRole('button', { name: 'Ký lại' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.undo }).click();
    await rows().getByRole('button', { name: defaultWords.step.vi }).waitFor({ state: 'detached' });
    await choice().selectOption({ label: 'Cấp giấy' });
    await page.getByRole('button', { name: words.redo }).click();
    await chosen('Kiểm tra lại');
    await rows().getByRole('button', { name: defaultWords.step.vi }).waitFor();
    await page.getByRole('button', { name: words.undo }).click();
    await rows().getByRole('button', { name: defaultWords.step.vi }).waitFor({ state: 'detached' });
    await page.getByText(words.unsaved.split('{')[0]!.trim()).first().waitFor({ state: 'detached' });
  });

  it('goes on in the same drawing when the text comes from elsewhere', async () => {
    await choice().selectOption({ label: 'Kiểm tra lại' });
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: words.replaceProcess }).click();
    await (await choosing).setFiles({ name: 'other.bpmn', mimeType: 'application/xml', buffer: Buffer.from(several.replace('Xem lại hồ sơ', 'Soát lại hồ sơ')) });
    await page.getByRole('dialog').getByRole('button', { name: words.replaceProcessNow }).click();
    await rows().getByRole('button', { name: 'Soát lại hồ sơ' }).waitFor();
    await chosen('Kiểm tra lại');
    await drawn('recheck').waitFor();
    await page.getByRole('button', { name: words.undo }).click();
    await rows().getByRole('button', { name: 'Xem lại hồ sơ' }).waitFor();
    await chosen('Kiểm tra lại');
    await drawn('recheck').waitFor();
  });

  it('shows a finding, and plays its story, where they stand', async () => {
    await choice().selectOption({ label: 'Kiểm tra lại' });
    await page.getByRole('tab', { name: new RegExp(`^${words.findings}`) }).click();
    const story = page.getByRole('button', { name: words.showHow }).first();
    await story.waitFor();
    await page.getByRole('tabpanel').getByRole('button', { name: 'Đủ cả hai' }).first().click();
    await chosen('Xem xét');
    await choice().selectOption({ label: 'Kiểm tra lại' });
    await page.getByRole('button', { name: words.showHow }).first().click();
    await page.locator('.story-token').first().waitFor();
    const steps = page.locator('.story-step');
    const seen: string[] = [];
    const inSight = (): Promise<number> => page.locator('.story-token').evaluateAll((tokens) => tokens.filter((token) => token.checkVisibility()).length);
    for (const step of await steps.all()) {
      await step.click();
      // the drawing where it stands is opened a moment later
      await becomes(async () => (await inSight()) > 0, true);
      seen.push(`${await choice().locator('option:checked').innerText()}: ${await inSight()}`);
    }
    assert.ok(seen.some((one) => /^Cấp giấy: 1$/.test(one)) && seen.some((one) => /^Cấp giấy › Xem xét: 1$/.test(one)), JSON.stringify(seen));
    await workshop.window.look('drawings-story');
    await page.getByRole('button', { name: words.storyStop }).click();
  });

  it('marks differences on the drawing where they are', async () => {
    const { text, revision } = await ask<PackageText>('GET', `/api/designer/procedures/${permit}/file?path=process.bpmn`);
    // a sub-process that is drawn closed has a drawing of its own
    const other = text.replace('bpmnElement="handling" isExpanded="true"', 'bpmnElement="handling" isExpanded="false"').replace('name="Thẩm định, kiểm tra thực địa"', 'name="Xem kỹ"').replace('name="Xin lỗi và hẹn lại"', 'name="Xin lỗi"');
    await ask('PUT', `/api/designer/procedures/${permit}/draft`, { revision, files: [{ path: 'process.bpmn', text: other }] });
    await page.goto(`/designer/packages/${permit}/review`);
    const later = page.getByRole('region', { name: words.drawnLater });
    const drawings = page.getByRole('region', { name: /^Thay đổi so với/ }).getByLabel(words.whichDrawing);
    const marked = words.marksHere.replace('{count}', '1');
    await later.locator('.djs-element[data-element-id=apologise].diff-changed').waitFor();
    const offered = await drawings.locator('option').allInnerTexts();
    assert.deepEqual(offered.map((one) => one.split(' · ')[1]), [marked, marked]);
    await drawings.selectOption({ label: offered[1]! });
    await later.locator('.djs-element[data-element-id=examine].diff-changed').waitFor();
    await becomes(() => later.locator('[data-element-id=apologise]').count(), 0);
    await workshop.window.keep('drawings-review');
  });
});
