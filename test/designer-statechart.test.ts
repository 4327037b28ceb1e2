import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { chart } from '../designer/words/vi-chart.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { fixes } from '../designer/words/vi-fixes.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE, untilInPage } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));

describe('an administrator changes a procedure that is a statechart', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let house: SampleHouse;
  let window: Window;
  let page: Page;
  const outline = () => page.getByRole('list', { name: drawing.outline });
  const row = (name: string | RegExp) => outline().getByRole('button', { name });
  const panel = () => page.getByRole('complementary', { name: drawing.panel });
  const undo = () => page.getByRole('button', { name: drawing.undo, exact: true });

  before(async function () {
    workshop = await openWorkshop(this, '/designer/packages/urban-order-report');
    ({ house, window, page } = workshop);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('finds its states as a nested list, with the ways between them', async () => {
    await row(/Kiểm tra hiện trường.*50 phút/).waitFor();
    await page.getByText(words.noErrors).waitFor();
    await window.look('statechart-open');
    const inside = outline().getByRole('listitem').filter({ has: page.getByRole('button', { name: /Theo dõi thời hạn/ }) }).last();
    assert.equal(await inside.getByRole('button', { name: /Đôn đốc/ }).count() > 0, true);
  });

  it('changes a step by keyboard alone, sees it in the table, and takes it back everywhere', async () => {
    await row(/Phân loại phản ánh.*10 phút/).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    const here = async () => (await page.evaluate('document.activeElement.textContent')) as string;
    for (let at = 0; at < 100 && !/^Bước của người.*Kiểm tra hiện trường/.test(await here()); at += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const limit = panel().getByRole('textbox', { name: drawing.timeLimit });
    await limit.waitFor();
    await becomes(() => limit.inputValue(), '50');
    await limit.fill('45');
    await limit.press('Enter');
    await row(/Kiểm tra hiện trường.*45 phút/).waitFor();
    await window.look('statechart-state');
    await page.getByRole('button', { name: drawing.asTable, exact: true }).click();
    const line = page.getByRole('row', { name: 'Kiểm tra hiện trường' });
    const cell = line.getByRole('textbox', { name: new RegExp(`^${drawing.timeLimit}`) });
    await becomes(() => cell.inputValue(), '45');
    await window.look('statechart-table');
    await line.getByRole('combobox', { name: new RegExp(`^${drawing.role}`) }).selectOption('section_head');
    await undo().click();
    await undo().click();
    await becomes(() => cell.inputValue(), '50');
    await page.getByText(words.asPublished).waitFor();
    await line.getByRole('button', { name: 'Kiểm tra hiện trường' }).click();
    await limit.waitFor();
  });

  it('adds a state into the way of another, gives it its work, and moves it', async () => {
    await row(/Xử lý, cập nhật kết quả.*40 phút/).click();
    await panel().getByText(chart.changeChart).click();
    await panel().getByLabel(chart.addStateAfter).selectOption('check');
    await panel().getByRole('button', { name: drawing.add, exact: true }).click();
    await panel().getByLabel(drawing.nameVi).fill('Kiểm tra kết quả');
    await panel().getByLabel(drawing.nameVi).press('Enter');
    await panel().getByLabel(drawing.form, { exact: true }).selectOption('approve');
    await row(/^Bước của người.*Kiểm tra kết quả/).waitFor();
    await outline().getByRole('button', { name: /→ Kiểm tra kết quả/ }).waitFor();
    await window.look('statechart-added');
    await panel().getByText(chart.changeChart).click();
    await panel().getByRole('button', { name: chart.stateDown }).click();
    await panel().getByLabel(chart.moveInto).selectOption('rework');
    await panel().getByRole('button', { name: words.move, exact: true }).click();
    await page.getByRole('button', { name: drawing.asTable, exact: true }).click();
    await page.getByRole('row', { name: 'Kiểm tra kết quả' }).waitFor();
    await page.getByRole('button', { name: chart.asPicture, exact: true }).click();
    await panel().getByRole('button', { name: chart.removeState }).click();
    await row(/^Bước của người.*Kiểm tra kết quả/).waitFor({ state: 'detached' });
    while ((await undo().getAttribute('aria-disabled')) !== 'true') await undo().click();
    await page.getByText(words.asPublished).waitFor();
  });

  it('changes a way: when it is taken, where it leads, what is kept; and sees what is wrong with it beside it', async () => {
    await outline().getByRole('button', { name: /Sau 30 phút/ }).click();
    await panel().getByLabel(chart.leadTime, { exact: true }).fill('45');
    await panel().getByLabel(chart.leadTime, { exact: true }).press('Enter');
    await outline().getByRole('button', { name: /Sau 45 phút/ }).waitFor();
    await panel().getByLabel(chart.leadTo, { exact: true }).selectOption('visit');
    await outline().getByRole('button', { name: /Sau 45 phút.*Kiểm tra hiện trường/ }).waitFor();
    await window.look('statechart-way');
    await panel().getByRole('button', { name: chart.leadOnlyWhen }).click();
    await panel().getByLabel(words.theFact).selectOption({ label: 'Quyết định (Bước: Phân loại phản ánh)' });
    await panel().getByLabel(words.theComparison).selectOption('is');
    await panel().getByLabel(words.comparedWith, { exact: true }).selectOption({ label: 'Hỏi thêm người báo' });
    await outline().getByRole('button', { name: /Sau 45 phút.*khi “Quyết định.*” là Hỏi thêm người báo/ }).waitFor();
    await window.look('statechart-guard');
    while ((await undo().getAttribute('aria-disabled')) !== 'true') await undo().click();
    await row(/Hỏi thêm người báo.*30 phút/).click();
    await panel().getByRole('button', { name: new RegExp(chart.when_done) }).click();
    await panel().getByText(chart.changeChart).click();
    await panel().getByRole('button', { name: chart.removeLead }).click();
    await row(/Hỏi thêm người báo.*lỗi/).waitFor();
    await window.look('statechart-fault');
    const offer = filled(fixes.fixLeadWhenDone, { name: 'Hỏi thêm người báo' });
    await row(/Hỏi thêm người báo.*lỗi/).click();
    await panel().getByRole('combobox', { name: offer }).selectOption({ label: 'Phân loại phản ánh' });
    await panel().getByRole('button', { name: offer }).click();
    await page.getByText(filled(fixes.fixed, { what: offer })).and(page.locator(':focus')).waitFor();
    await row(/Hỏi thêm người báo.*lỗi/).waitFor({ state: 'detached' });
    await page.getByText(words.noErrors).waitFor();
    await undo().click();
    await row(/Hỏi thêm người báo.*lỗi/).waitFor();
    await undo().click();
    await row(/Hỏi thêm người báo.*lỗi/).waitFor({ state: 'detached' });
    await page.getByText(words.asPublished).waitFor();
  });

  it('is told where its text is no statechart, and publishes one that is', async () => {
    await page.getByRole('button', { name: chart.asText, exact: true }).click();
    const box = page.getByLabel(chart.chartText);
    const text = await box.inputValue();
    await box.fill(text.replace('"target": "visit"', '"target": "nowhere"'));
    await page.getByRole('tab', { name: new RegExp(words.findings) }).click();
    await page.locator('.finding-exact').filter({ hasText: /^đường nào cũng phải dẫn tới một trạng thái có trong biểu đồ/ }).first().waitFor();
    await box.fill('{ "id": 3 }');
    await page.getByText(chart.chartUnreadTitle).first().waitFor();
    await box.fill(text.replace('"timeLimit": "50 minutes"', '"timeLimit": "45 minutes"'));
    await page.getByRole('tab', { name: drawing.steps }).click();
    await row(/Kiểm tra hiện trường.*45 phút/).waitFor();
    await window.look('statechart-text');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    const publish = page.getByRole('link', { name: words.reviewAndPublish }).or(page.getByRole('button', { name: words.reviewAndPublish }));
    await publish.click();
    await page.getByText(filled(words.toldAt, { place: `“Kiểm tra hiện trường”, ${words.property_timeLimit}`, change: filled(words.toldFromTo, { from: '50 phút', to: '45 phút' }) })).waitFor();
    // on the picture too
    const later = page.getByRole('region', { name: words.drawnLater });
    await later.locator('.chart-box.diff-changed').getByText(words.drawn_changed, { exact: true }).waitFor();
    await window.look('statechart-review');
    await page.getByLabel(words.note).fill('Đến hiện trường nhanh hơn');
    await page.getByRole('button', { name: filled(words.publish, { number: 2 }) }).click();
    await page.getByText(filled(words.published, { number: 2 })).waitFor();
    assert.deepEqual(house.complaints, []);
  });

  it('begins a procedure as a statechart, and sees how a dossier gets stuck, on the picture and step by step', async () => {
    await page.goto('/designer/new');
    await page.getByRole('radio', { name: /theo trạng thái/ }).first().check();
    await page.getByLabel(words.procedureNameVi).fill('Trả lời cử tri');
    await page.getByRole('button', { name: words.begin }).click();
    await row(/Lãnh đạo trả lời thay.*1 ngày làm việc/).click();
    await page.getByText(words.noErrors).waitFor();
    await panel().getByLabel(chart.chartWork).selectOption('state');
    await row(/Lãnh đạo trả lời thay.*lỗi/).waitFor();
    await panel().getByRole('button', { name: words.showHow }).first().click();
    await page.getByText(/Lúc đó quy trình đứng ở: Lãnh đạo trả lời thay/).waitFor();
    await page.locator('.chart-here').first().waitFor();
    await window.look('statechart-story');
    await page.getByRole('button', { name: words.storyStop }).click();
    await undo().click();
    await row(/Lãnh đạo trả lời thay.*lỗi/).waitFor({ state: 'detached' });
    await page.getByText(words.noErrors).waitFor();
    await page.getByRole('button', { name: drawing.wholeDrawing }).click();
    await window.look('statechart-new');
  });

  it('shows what its scenarios pass on the picture', async () => {
    await page.goto('/designer/packages/urban-order-report/scenarios');
    await page.getByRole('button', { name: words.playScenarios }).click();
    await page.getByRole('button', { name: words.tryShow }).click();
    await page.locator('.chart-box.trail-passed').first().waitFor();
    await window.look('statechart-coverage');
    await page.getByRole('button', { name: words.trailHide }).click();
    await page.locator('.trail-passed').first().waitFor({ state: 'detached' });
  });

  it('simulates it, and colours the picture by what real dossiers did', async () => {
    // nobody has reported anything in the sample: what the server would tell of some who did
    const steps = [['visit', 40, 45, 70], ['handle', 30, 20, 38], ['classify', 60, 4, 9]].map(([node, count, median, p90]) => ({ node, count, open: 2, late: 4, time: { median, p90 } }));
    await page.route('**/history?*', async (route) => {
      const told = await (await route.fetch()).json() as object;
      await route.fulfill({ json: { ...told, dossiers: 60, seen: 60, steps } });
    });
    await page.goto('/designer/packages/urban-order-report/insight');
    await page.locator('.chart-box.heat-5').filter({ hasText: 'Kiểm tra hiện trường' }).getByText('45 phút').first().waitFor();
    await untilInPage(page, `(() => {
      const [frame, ...hot] = [document.querySelector('.marked-chart .chart-picture'), ...document.querySelectorAll('.chart-box.heat-5')].map((part) => part.getBoundingClientRect());
      return hot.some(({ left, right, top, bottom }) => left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom);
    })()`);
    await page.getByRole('region', { name: words.heatPicture }).waitFor();
    await window.look('statechart-heat');
    await page.getByRole('tab', { name: words.simulation }).click();
    await page.getByLabel(words.simArrivals).fill('20');
    await page.getByRole('button', { name: words.simGo, exact: true }).click();
    await page.getByText(/^Thêm một người/).waitFor();
    await page.getByText(words.simWays).click();
    await window.look('statechart-simulation');
  });

  it('fits a phone', async () => {
    const phone = await openWindow(workshop.browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto('/designer/packages/urban-order-report');
    await phone.page.getByRole('button', { name: /Kiểm tra hiện trường.*45 phút/ }).click();
    await phone.page.getByRole('textbox', { name: drawing.timeLimit }).waitFor();
    await phone.look('statechart-phone');
    await phone.page.getByRole('button', { name: drawing.asTable, exact: true }).click();
    await phone.look('statechart-phone-table');
    await phone.close();
  });
});
