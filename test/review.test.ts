import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { SampleHouse } from './story/sample-house.ts';
import type { Window } from './story/window.ts';

const at = '/api/designer/procedures/pavement';
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key]));

describe('before publishing, the draft is tested for those who will read and fill it in', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let house: SampleHouse;
  let window: Window;
  let page: Page;

  const textOf = async (path: string): Promise<string> => ((await (await page.request.get(`${at}/file?path=${path}`)).json()) as { text: string }).text;
  const save = async (files: Readonly<Record<string, string>>): Promise<void> => {
    const { draft: { revision } } = (await (await page.request.get(at)).json()) as { draft: { revision: number } };
    const answer = await page.request.put(`${at}/draft`, { data: { revision, files: Object.entries(files).map(([path, text]) => ({ path, text })) }, headers: { Origin: house.url } });
    assert.ok(answer.ok(), await answer.text());
  };
  const section = (name: string) => page.getByRole('region', { name });
  const look = async (): Promise<void> => {
    await section(words.accessibilityCheck).getByRole('button', { name: words.accessibilityLook }).click();
    await section(words.accessibilityCheck).locator('.notice').waitFor({ timeout: 120_000 });
  };

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house, window, page } = workshop);
    await page.getByText(words.healthSound).first().waitFor();
    const begun = await page.request.post('/api/designer/procedures', { data: { key: 'pavement', name: { vi: 'Sử dụng vỉa hè', en: 'Use of a pavement' }, from: { template: 'permit' } }, headers: { Origin: house.url } });
    assert.ok(begun.ok(), await begun.text());
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('every page of the forms pleases axe, and the texts are easy to read', async () => {
    await page.goto('/designer/packages/pavement/review');
    await look();
    await section(words.accessibilityCheck).getByText(words.accessibilityNone).waitFor();
    await section(words.readingCheck).getByText(filled(words.readingGrade, { grade: '' }).slice(0, 10), { exact: false }).first().waitFor();
    await section(words.accessibilityCheck).getByRole('heading').scrollIntoViewIfNeeded();
    await window.look('review-test');
  });

  it('a question without a label and a sentence of the office are told, with their place, and block nothing of themselves', async () => {
    const told = JSON.parse(await textOf('procedure.json')) as { summary: object };
    const form = JSON.parse(await textOf('forms/application.json')) as { ui: { fields: Record<string, { label: { vi: string; en: string } }> } };
    for (const field of Object.values(form.ui.fields)) field.label = { vi: ' ', en: ' ' };
    await save({ 'procedure.json': JSON.stringify({ ...told, summary: { ...told.summary, vi: 'Trong trường hợp cần, bạn nộp đơn.' } }, null, 2), 'forms/application.json': JSON.stringify(form, null, 2) });
    await page.reload();
    await section(words.readingCheck).locator('summary').first().click();
    await section(words.readingCheck).getByRole('listitem').filter({ hasText: 'Thông tin thủ tục' }).getByText('“trong trường hợp” → nếu').waitFor();
    await look();
    await section(words.accessibilityCheck).locator('.finding-place').first().waitFor();
    await becomes(() => section(words.accessibilityCheck).locator('.finding-place').first().textContent(), /^Biểu mẫu “.+” · /);
    await window.keep('review-test-faults');
    await page.setViewportSize(PHONE);
    await section(words.accessibilityCheck).getByRole('heading').scrollIntoViewIfNeeded();
    await window.keep('review-test-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
  });
});
