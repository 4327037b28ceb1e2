import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, untilInPage } from './browser/chromium.ts';
import { openWorkshop, signInAsDesigner, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openWindow, type Window } from './story/window.ts';

const procedure = 'construction-permit-house';
const name = 'Giấy phép xây nhà';
const place = `/designer/packages/${procedure}`;
const at = `/api/designer/procedures/${procedure}`;
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key]));
const sector = (page: Page) => page.locator('#about-sector-vi');
const summary = (page: Page) => page.locator('#about-summary-vi');

describe('two designers have the same procedure open', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let mine: Window;
  let theirs: Window;
  let me: Page;
  let other: Page;

  const save = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(filled(words.draftSaved, { at: '' }).trim(), { exact: false }).first().waitFor();
  };
  const isUnsaved = (page: Page) => page.getByText(filled(words.unsaved, { count: 1 })).waitFor();
  /** What the other does meanwhile, as from another window of theirs. */
  const asked = async (method: 'PUT' | 'POST' | 'DELETE', path: string, body: (draft: { revision: number; savedAt: string }) => object): Promise<void> => {
    const { draft } = (await (await other.request.get(at)).json()) as { draft: { revision: number; savedAt: string } };
    const answer = await other.request.fetch(`${at}/${path}`, { method, data: body(draft), headers: { 'Idempotency-Key': crypto.randomUUID(), Origin: workshop.house.url } });
    assert.ok(answer.ok(), `${path} answered ${answer.status()} ${await answer.text()}`);
  };
  const told = async (): Promise<{ readonly sector: { readonly vi: string }; readonly summary: { readonly vi: string } }> => {
    const { text } = (await (await me.request.get(`${at}/file?path=procedure.json`)).json()) as { text: string };
    return JSON.parse(text) as Awaited<ReturnType<typeof told>>;
  };

  before(async function () {
    workshop = await openWorkshop(this, `${place}/about`);
    ({ window: mine, page: me } = workshop);
    theirs = await openWindow(workshop.browser, workshop.house.url, DESKTOP);
    other = theirs.page;
    await other.goto(`${place}/about`);
    await signInAsDesigner(theirs, 'quantri');
    await Promise.all([sector(me).waitFor(), sector(other).waitFor()]);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await Promise.all([mine.keep('failed'), theirs.keep('failed-other')]);
  });
  after(() => workshop?.close());

  it('and what one of them publishes is not undone by what the other has typed before and saves after', async () => {
    await summary(me).fill('Tôi viết trước');
    await isUnsaved(me);
    await sector(other).fill('Người kia đã công bố');
    await save(other);
    await asked('POST', 'publish', ({ revision }) => ({ revision }));
    await me.getByRole('button', { name: words.save, exact: true }).click();
    const dialog = me.getByRole('dialog', { name: words.conflict });
    await dialog.getByText(filled(words.endedMeanwhile, { name: 'Tô Thị Quản Trị', at: '' }).replace(/ \.$/, ''), { exact: false }).waitFor();
    await dialog.getByText(filled(words.conflictBoth, { files: words.titleProcedure })).waitFor();
    mine.wasTold(409);
    await mine.look('two-published');
    assert.equal((await told()).sector.vi, 'Người kia đã công bố');
    await dialog.getByRole('button', { name: words.takeTheirs }).click();
    await dialog.waitFor({ state: 'detached' });
    await untilInPage(me, `document.querySelector('#about-sector-vi')?.value === 'Người kia đã công bố'`);
  });

  it('and whoever comes back to a page goes on from what the other saved, not from what was fetched before', async () => {
    await me.getByRole('banner').getByRole('link', { name: words.packages, exact: true }).click();
    await me.getByRole('heading', { name: words.packages, level: 1 }).waitFor();
    await other.reload();
    await sector(other).fill('Lưu khi tôi đi xa');
    await save(other);
    // fetched lists are fresh for ten seconds
    await me.waitForTimeout(10_500);
    await me.getByRole('link', { name, exact: true }).click();
    await me.getByRole('link', { name: words.placeAbout, exact: true }).click();
    await summary(me).waitFor();
    await summary(me).fill('Tôi viết sau');
    await save(me);
    const { sector: kept, summary: mineNow } = await told();
    assert.deepEqual([kept.vi, mineNow.vi], ['Lưu khi tôi đi xa', 'Tôi viết sau']);
  });

  it('and taking a former version asks before what is typed and not saved would go', async () => {
    await asked('DELETE', `draft`, () => ({}));
    await me.reload();
    await summary(me).fill('Chưa lưu');
    await isUnsaved(me);
    await me.getByRole('link', { name: words.placeVersions, exact: true }).click();
    await me.getByRole('row', { name: /^1 / }).getByRole('button', { name: words.restore }).click();
    const dialog = me.getByRole('dialog', { name: filled(words.restoreTitle, { number: 1 }) });
    await dialog.getByText(words.restoreUnsaved).waitFor();
    await mine.look('two-restore');
    await dialog.getByRole('button', { name: words.keepDraft }).click();
    await me.getByRole('link', { name: words.placeAbout, exact: true }).click();
    assert.equal(await summary(me).inputValue(), 'Chưa lưu');
    await save(me);
    await me.getByRole('link', { name: words.placeVersions, exact: true }).click();
    await me.getByRole('row', { name: /^1 / }).getByRole('button', { name: words.restore }).click();
    await dialog.getByText(/^Bản nháp Mai Văn Thiết Kế lưu lúc/).waitFor();
    await dialog.getByRole('button', { name: words.restore }).click();
    await me.locator(':focus').getByText(filled(words.restored, { number: 1 })).waitFor();
    await mine.look('two-restored');
  });

  it('and a draft is not thrown away once the other has saved it again: who did is said, and the way on', async () => {
    await me.getByRole('link', { name: words.placeVersions, exact: true }).click();
    await me.getByRole('button', { name: words.throwDraft }).click();
    const dialog = me.getByRole('dialog', { name: words.throwDraft });
    await asked('PUT', 'draft', ({ revision }) => ({ revision, files: [{ path: 'README.md', text: 'Việc cả buổi chiều' }] }));
    await dialog.getByRole('button', { name: words.throwDraft }).click();
    await dialog.getByText(filled(words.savedMeanwhile, { name: 'Tô Thị Quản Trị', at: '' }).replace(/ \.$/, ''), { exact: false }).waitFor();
    mine.wasTold(409);
    await mine.look('two-throw');
    await dialog.getByRole('button', { name: words.seeMeanwhile }).click();
    await dialog.getByText(/^Bản nháp Tô Thị Quản Trị lưu lúc/).waitFor();
    await dialog.getByRole('button', { name: words.keepDraft }).click();
  });

  it('and what the other saves while one reviews is not published unseen; what was written beside it is kept', async () => {
    await me.getByRole('button', { name: words.reviewAndPublish }).click();
    await me.locator('button.button-main:not([aria-disabled=true])', { hasText: filled(words.publish, { number: 3 }) }).waitFor();
    await me.getByLabel(words.note).fill('Theo quyết định mới');
    await asked('PUT', 'draft', ({ revision }) => ({ revision, files: [{ path: 'README.md', text: 'Sửa thêm khi người khác xem lại' }] }));
    await me.getByRole('button', { name: filled(words.publish, { number: 3 }) }).click();
    await me.getByText(words.notDone, { exact: false }).waitFor();
    mine.wasTold(409);
    await mine.look('two-review');
    await me.getByRole('button', { name: words.seeMeanwhile }).click();
    await me.getByRole('button', { name: words.seeMeanwhile }).waitFor({ state: 'detached' });
    await becomes(() => me.evaluate('document.activeElement.className'), 'workshop-place');
    await me.getByText('Sửa thêm khi người khác xem lại').first().waitFor();
    await becomes(() => me.getByLabel(words.note).inputValue(), 'Theo quyết định mới');
  });

  it('and taking in a zip says whose draft it would take the place of', async () => {
    const zip = Buffer.from(await (await other.request.get(`${at}/export`)).body());
    await me.goto('/designer/import');
    await me.locator('input[type=file]').setInputFiles({ name: 'sua.zip', mimeType: 'application/zip', buffer: zip });
    const dialog = me.getByRole('dialog', { name: filled(words.importReplace, { name }) });
    await dialog.getByText(/Tô Thị Quản Trị.*sua\.zip/).waitFor();
    mine.wasTold(409);
    await mine.look('two-import');
    await dialog.getByRole('button', { name: words.importNothing }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(workshop.house.complaints, []);
  });
});
