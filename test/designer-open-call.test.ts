import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { openCall } from '../designer/process/testing/open-call.ts';
import { vi as words } from '../designer/words/vi.ts';
import { defaultWords } from '../procedures/default-words.ts';
import type { PackageText } from '../server/api/designer.ts';
import { becomes } from './browser/becomes.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';

describe('a call activity that is drawn open', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let page: Page;
  const rows = () => page.getByRole('list', { name: words.outline });
  const drawn = (id: string) => page.locator(`.process-canvas .djs-element[data-element-id="${id}"]`);
  const saved = async (): Promise<string> => {
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(words.unsaved.split('{')[0]!.trim()).first().waitFor({ state: 'detached' });
    return ((await (await workshop.window.context.request.get('/api/designer/procedures/open-call/file?path=process.bpmn')).json()) as PackageText).text;
  };
  const processIn = (text: string, id: string): string => new RegExp(`<bpmn:process id="${id}"[^]*?</bpmn:process>`).exec(text)?.[0] ?? '';

  before(async function () {
    workshop = await openWorkshop(this);
    ({ page } = workshop);
    const answer = await workshop.window.context.request.post('/api/designer/procedures', { headers: { Origin: workshop.house.url }, data: { key: 'open-call', name: { vi: 'Gọi mở', en: 'Open call' }, from: { elsewhere: { files: [{ name: 'open-call.bpmn', text: openCall }] } } } });
    assert.ok(answer.ok(), await answer.text());
    await page.goto('/designer/packages/open-call');
    await page.getByText(words.nothingSelected).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workshop.window.keep('failed');
  });
  after(() => workshop?.close());

  it('shows what it calls, without a sign that more is hidden, and lists its steps under it', async () => {
    await page.getByRole('button', { name: words.wholeDrawing }).click();
    for (const id of ['inBegin', 'inStep', 'inEnd']) await drawn(id).waitFor();
    // a level line has no height
    for (const id of ['c1', 'c2']) await drawn(id).waitFor({ state: 'attached' });
    await becomes(() => drawn('call').locator('> .djs-visual > rect').count(), 1);
    await becomes(() => rows().locator('li', { has: page.getByText('Gọi kiểm tra', { exact: true }) }).getByRole('list').innerText(), /Xem lại hồ sơ/);
    await workshop.window.look('open-call');
  });

  it('has a step added and moved inside, which belongs to the process that it calls, and undo takes it back', async () => {
    await rows().getByText('Xem lại hồ sơ', { exact: true }).click();
    await page.getByText(words.changeDrawing, { exact: true }).click();
    await page.getByLabel(words.addAfter, { exact: true }).selectOption({ label: `${words.otherKinds}: ${words.kind_userTask}` });
    await page.getByRole('button', { name: words.add, exact: true }).click();
    await rows().getByText(defaultWords.step.vi, { exact: true }).waitFor();
    const box = await drawn('inStep').locator('.djs-visual > rect').first().boundingBox();
    assert.ok(box);
    const before = await drawn('inStep').getAttribute('transform');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 + 4, box.y + box.height / 2 - 8, { steps: 4 });
    await page.mouse.move(box.x + box.width / 2 + 4, box.y + box.height / 2 - 20, { steps: 4 });
    await page.mouse.up();
    assert.notEqual(await drawn('inStep').getAttribute('transform'), before, 'it moves inside');
    const written = await saved();
    assert.match(processIn(written, 'called'), new RegExp(`name="${defaultWords.step.vi}"`));
    assert.match(processIn(written, 'called'), /id="inStep"/);
    assert.doesNotMatch(processIn(written, 'main'), new RegExp(defaultWords.step.vi));
    for (let turn = 0; turn < 2; turn += 1) await page.getByRole('button', { name: words.undo }).click();
    await rows().getByText(defaultWords.step.vi, { exact: true }).waitFor({ state: 'detached' });
    assert.doesNotMatch(await saved(), new RegExp(defaultWords.step.vi));
  });
});
