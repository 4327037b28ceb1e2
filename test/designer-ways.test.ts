import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { passesThrough } from '../designer/process/way-around.ts';
import { drawing as english } from '../designer/words/en-drawing.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { plant } from './story/planted.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const filled = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

/** Where each shape of a file is drawn, and along which corners each connection. */
function drawnIn(xml: string) {
  const numbers = (text: string, names: readonly string[]) => names.map((name) => Number(new RegExp(` ${name}="(-?[\\d.]+)"`).exec(text)?.[1]));
  const boxes = new Map([...xml.matchAll(/<bpmndi:BPMNShape [^>]*bpmnElement="(\w+)"[^>]*>\s*<dc:Bounds ([^>]*)\/>/g)].map(([, id, bounds]) => {
    const [x, y, width, height] = numbers(` ${bounds}`, ['x', 'y', 'width', 'height']) as [number, number, number, number];
    return [id!, { x, y, width, height }];
  }));
  const courses = new Map([...xml.matchAll(/<bpmndi:BPMNEdge [^>]*bpmnElement="(\w+)"[^>]*>([^]*?)<\/bpmndi:BPMNEdge>/g)].map(([, id, inside]) => [id!, [...inside!.matchAll(/<di:waypoint ([^>]*)\/>/g)].map(([, at]) => {
    const [x, y] = numbers(` ${at}`, ['x', 'y']) as [number, number];
    return { x, y };
  })]));
  return { boxes, courses };
}

describe('ways from step to step, without a pointer', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let sample: SampleHouse;
  let window: Window;
  let page: Page;
  const outline = () => page.getByRole('list', { name: drawing.outline });
  const panel = () => page.getByRole('complementary', { name: drawing.panel });
  const row = (name: string | RegExp) => outline().getByRole('button', { name });
  const press = async (button: Locator): Promise<void> => {
    await button.focus();
    await page.keyboard.press('Enter');
  };
  const open = async (name: string | RegExp): Promise<void> => {
    await press(row(name).first());
    await panel().and(page.locator(':focus')).waitFor();
  };
  const openWay = async (way: string): Promise<void> => {
    await press(panel().getByRole('button', { name: filled(drawing.openWayNamed, { way }) }));
    await panel().and(page.locator(':focus')).waitFor();
    await panel().getByText(new RegExp(`^${drawing.kind_sequenceFlow} ·`)).waitFor();
  };
  const fill = async (label: string, value: string): Promise<void> => {
    await panel().getByLabel(label, { exact: true }).fill(value);
    await page.keyboard.press('Tab');
  };
  const saved = async (): Promise<string> => {
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(/^Bản nháp lưu/).waitFor();
    return (await (await window.context.request.get('/api/designer/procedures/di-duong/file?path=process.bpmn')).json() as { text: string }).text;
  };

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house: sample, window, page } = workshop);
    await page.getByRole('link', { name: words.newProcedure }).waitFor();
    await plant(window.context.request, sample.url, 'di-duong', { from: [] });
    await page.goto('/designer/packages/di-duong');
    await page.getByText(words.noErrors).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('a way is opened from its step, named in both languages, and Escape leads back to the row of the step', async () => {
    await open('Ký?');
    await openWay('Trả lại');
    await fill(drawing.nameVi, 'Trả lại để thẩm định');
    await fill(drawing.nameEn, 'Back to the examination');
    await window.look('way-panel');
    await page.keyboard.press('Escape');
    await row('Ký?').and(page.locator(':focus')).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('list', { name: english.outline }).getByRole('button', { name: 'Signed?' }).click();
    await page.getByRole('complementary', { name: english.panel }).getByRole('button', { name: filled(english.openWayNamed, { way: 'Back to the examination' }) }).click();
    await page.getByText(english.wayLeadTo).waitFor();
    await window.look('way-panel-english');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  });

  it('is led to another step, around what stands between, and taken back', async () => {
    await open('Ký?');
    await openWay('Trả lại để thẩm định');
    const goal = panel().getByLabel(drawing.wayLeadTo);
    // where it leads already, and the beginning, are no goals
    const goals = await goal.locator('option').allTextContents();
    assert.ok(goals.includes('Phát hành giấy phép') && !goals.includes('Thẩm định hồ sơ') && goals.every((name) => !name.startsWith('Nộp')), goals.join(', '));
    await goal.selectOption({ label: 'Phát hành giấy phép' });
    await press(panel().getByRole('button', { name: drawing.wayLead, exact: true }));
    await page.getByText(filled(drawing.wayLed, { step: 'Phát hành giấy phép' })).waitFor({ state: 'attached' });
    await panel().getByRole('button', { name: 'Phát hành giấy phép' }).waitFor();
    const { boxes, courses } = drawnIn(await saved());
    const course = courses.get('signed_examine')!;
    for (const id of ['takeNumber', 'sign', 'examine', 'sendElectronic']) for (const [at, to] of course.slice(1).entries()) assert.ok(!passesThrough(course[at]!, to, boxes.get(id)!), `the way runs through ${id}: ${JSON.stringify(course)}`);
    await window.look('way-around');
    await page.keyboard.press('Control+z');
    await panel().getByRole('button', { name: 'Thẩm định hồ sơ' }).waitFor();
    await page.keyboard.press('Control+Shift+z');
    await panel().getByRole('button', { name: 'Phát hành giấy phép' }).waitFor();
    await page.keyboard.press('Control+z');
    assert.match(await saved(), /id="signed_examine"[^>]* sourceRef="signed" targetRef="examine"/);
  });

  it('is made the default, given its condition, and deleted; what is wrong meanwhile is said', async () => {
    await open('Ký?');
    await openWay('Ký');
    await panel().getByRole('checkbox', { name: drawing.isDefault }).press('Space');
    await becomes(() => panel().getByRole('group', { name: drawing.condition, exact: true }).count(), 0);
    await page.keyboard.press('Escape');
    await open('Ký?');
    await openWay('Trả lại để thẩm định');
    const condition = panel().getByRole('group', { name: drawing.condition, exact: true });
    await press(condition.getByRole('button', { name: drawing.conditionBegin }));
    await condition.getByLabel(words.theFact).waitFor();
    await page.getByText(words.noErrors).waitFor();
    const text = await saved();
    assert.match(text, /id="signed" [^>]*default="signed_takeNumber"/);
    assert.match(text, /id="signed_examine"[^>]*>\s*<bpmn:conditionExpression[^>]*>=sign\.outcome/);
    await press(panel().getByRole('button', { name: drawing.removeFlow }));
    await becomes(() => page.locator('.process-middle > output').textContent(), filled(drawing.flowRemoved, { from: 'Ký?', to: 'Thẩm định hồ sơ' }));
    // on to what is left of the step
    await panel().and(page.locator(':focus')).waitFor();
    await becomes(() => panel().getByRole('button', { name: drawing.openWay }).count(), 1);
    await page.keyboard.press('Control+z');
    await becomes(() => panel().getByRole('button', { name: drawing.openWay }).count(), 2);
    await page.getByText(words.noErrors).waitFor();
  });

  it('past its neighbour a new way does not run through it', async () => {
    await open('Tính thời hạn');
    const connectTo = panel().getByLabel(drawing.connectTo);
    await page.keyboard.press('Insert');
    await connectTo.waitFor();
    await connectTo.selectOption({ label: 'Giấy tiếp nhận và hẹn trả' });
    await press(panel().getByRole('button', { name: drawing.connect, exact: true }));
    await page.getByText(ruleWords['safeness']).first().waitFor();
    const text = await saved();
    const [, id] = /<bpmn:sequenceFlow id="(\w+)" sourceRef="timeLimitRule" targetRef="issueReceipt"/.exec(text)!;
    const { boxes, courses } = drawnIn(text);
    const course = courses.get(id!)!;
    for (const [at, to] of course.slice(1).entries()) assert.ok(!passesThrough(course[at]!, to, boxes.get('feeRule')!), JSON.stringify(course));
    await window.look('way-past-neighbour');
    await page.keyboard.press('Control+z');
    await page.getByText(words.noErrors).waitFor();
    await saved();
    assert.deepEqual(sample.complaints, []);
  });

  it('fits a phone', async () => {
    const phone = await openWindow(workshop.browser, sample.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto('/designer/packages/di-duong');
    await phone.page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: 'Ký?' }).click();
    await phone.page.getByRole('button', { name: filled(drawing.openWayNamed, { way: 'Ký' }) }).click();
    await phone.page.getByLabel(drawing.wayLeadTo).waitFor();
    await phone.look('way-phone');
    await phone.close();
  });
});
