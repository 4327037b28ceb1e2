import { strict as assert } from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { readSheet } from 'read-excel-file/node';
import { build } from 'vite';
import writeSheet from 'write-excel-file/node';
import { becomes } from '../../test/browser/becomes.ts';
import { accessibilityFindings } from '../../test/browser/accessibility.ts';
import { openBrowser } from '../../test/browser/chromium.ts';

// FORMS_PICTURES=folder keeps a picture of every page and state for a person to look at.
const pictures = process.env.FORMS_PICTURES;
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'";
const kinds: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };

describe('the form theme in a browser', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'forms-gallery-'));
  let server: Server;
  let browser: Browser;
  let page: Page;
  const troubles: string[] = [];
  const open = async (query: string, width = 390) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?${query}`);
    await page.waitForSelector('h1');
  };
  const looks = async (name: string) => {
    if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
    assert.deepEqual(await accessibilityFindings(page), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(overflow, 0, 'the page scrolls sideways');
  };
  const send = () => page.locator('button[type=submit]').click();

  before(async function () {
    browser = await openBrowser(this);
    if (pictures) mkdirSync(pictures, { recursive: true });
    await build({ configFile: fileURLToPath(new URL('gallery/vite.config.ts', import.meta.url)), logLevel: 'silent', build: { outDir: folder, emptyOutDir: true } });
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      try {
        const body = readFileSync(join(folder, path === '/' ? 'index.html' : path));
        response.writeHead(200, { 'content-type': kinds[path === '/' ? '.html' : extname(path)] ?? 'application/octet-stream', 'content-security-policy': policy }).end(body);
      } catch {
        response.writeHead(404).end();
      }
    }).listen(0, '127.0.0.1');
    page = await (await browser.newContext()).newPage();
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
  });
  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  afterEach(() => assert.deepEqual(troubles.splice(0), []));

  const ids = ['kind', 'owner', 'contact', 'site', 'size', 'floors', 'present', 'files', 'declare'];
  for (const lang of ['vi', 'en']) {
    for (const width of [390, 1280]) {
      for (const id of ids) {
        // The wide page differs in width only, and English in words only: every mix is looked at when pictures are taken.
        const states = pictures ? ['errors', 'filled'] : width === 390 ? (lang === 'vi' ? ['errors', 'filled'] : ['errors']) : lang === 'vi' ? ['filled'] : [];
        for (const state of states) {
          it(`asks page ${id} in ${lang} at ${width} pixels: ${state}`, async () => {
            await open(`page=${id}&lang=${lang}&state=${state}`, width);
            if (state === 'errors') {
              await send();
              await page.waitForSelector('.error-summary');
            }
            await looks(`${id}-${lang}-${width}-${state}`);
          });
        }
      }
      for (const view of ['answers', 'desk', 'supplement']) {
        it(`shows ${view} in ${lang} at ${width} pixels`, async () => {
          await open(`view=${view}&lang=${lang}`, width);
          await looks(`${view}-${lang}-${width}`);
        });
      }
    }
  }

  it('keeps its contrast in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await open('page=size&state=filled');
    await page.getByLabel('Tổng diện tích sàn').fill('rộng');
    await send();
    await page.waitForSelector('.error-summary');
    await looks('dark');
    await open('view=supplement');
    await looks('dark-supplement');
    await page.emulateMedia({ colorScheme: 'light' });
  });

  for (const [lang, width, words] of [['vi', 390, ['Dùng chữ ký này', 'Vẽ chữ ký vào ô trước', 'Ký lại', 'Gõ họ tên', 'Họ và tên', 'Chữ ký Nguyễn Thị Mẫu']], ['en', 1280, ['Use this signature', 'Draw your signature first', 'Sign again', 'Type your name', 'Full name', 'Signature Nguyễn Thị Mẫu']]] as const) {
    it(`takes a signature by finger or mouse, and by the keyboard as well, in ${lang} at ${width} pixels`, async () => {
      const [use, first, again, type, name, called] = words;
      await open(`view=signing&lang=${lang}`, width);
      const kept = async () => (JSON.parse(await page.locator('#kept').innerText()) as { signature: { name: string; type: string; size: number }[] }).signature;
      await page.getByRole('button', { name: use }).click();
      await page.getByText(first).waitFor();
      const box = await page.locator('canvas').boundingBox();
      assert.ok(box);
      await page.mouse.move(box.x + 40, box.y + box.height / 2);
      await page.mouse.down();
      for (let step = 1; step <= 12; step += 1) await page.mouse.move(box.x + 40 + step * 14, box.y + box.height / 2 + Math.sin(step) * 25);
      await page.mouse.up();
      await looks(`signing-draw-${lang}-${width}`);
      await becomes(() => page.getByText(first).count(), 0);
      await page.getByRole('button', { name: use }).click();
      await page.getByRole('button', { name: again }).waitFor();
      const [drawn] = await kept();
      assert.deepEqual([drawn?.type, drawn !== undefined && drawn.size > 300 && drawn.size < 100_000], ['image/png', true]);
      await page.getByRole('button', { name: again }).press('Enter');
      await page.getByRole('button', { name: type }).press('Enter');
      await page.getByLabel(name).fill('Nguyễn  Thị Mẫu');
      await looks(`signing-type-${lang}-${width}`);
      await page.getByLabel(name).press('Enter');
      await page.getByRole('img', { name: called }).waitFor();
      await looks(`signing-typed-${lang}-${width}`);
      assert.deepEqual((await kept()).map((file) => file.name), [`${called}.png`]);
    });
  }

  it('puts the focus on the summary, and its links on the fields', async () => {
    await open('page=owner');
    await send();
    await page.waitForSelector('.error-summary');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'error-summary');
    await page.getByRole('link', { name: 'Nhập số định danh cá nhân gồm 12 chữ số' }).click();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'answer.owner.idNo');
    const described = await page.locator('[id="answer.owner.idNo"]').getAttribute('aria-describedby');
    assert.equal(described, 'answer.owner.idNo-hint answer.owner.idNo-error');
  });

  it('shows a question as soon as its condition holds', async () => {
    await open('page=owner');
    await becomes(() => page.getByLabel('Người đại diện').count(), 0);
    await page.getByLabel('Tổ chức').check();
    await becomes(() => page.getByLabel('Người đại diện').count(), 1);
  });

  it('reads numbers and dates as they are typed, and computes at once', async () => {
    await open('page=size&state=filled');
    const footprint = page.getByLabel('Diện tích xây dựng tầng 1');
    await footprint.fill('1.030,5');
    await footprint.blur();
    await becomes(() => footprint.inputValue(), '1.030,5');
    await footprint.fill('30,5');
    await becomes(() => page.locator('[id="answer.work.density"]').innerText(), '38,1%');
    await page.getByLabel('Tổng diện tích sàn').fill('130');
    await page.getByText('Tổng diện tích các tầng khác').waitFor();
    await open('page=site');
    for (const [label, text] of [['Ngày', '31'], ['Tháng', '2'], ['Năm', '2020']] as const) await page.getByLabel(label, { exact: true }).fill(text);
    await send();
    await page.getByRole('link', { name: /phải là ngày có thật/ }).waitFor();
  });

  it('adds and removes rows, and moves the focus with them', async () => {
    await open('page=floors');
    await page.getByRole('button', { name: 'Thêm tầng' }).click();
    await page.getByRole('button', { name: 'Thêm tầng' }).click();
    await becomes(() => page.locator('.form-row').count(), 2);
    assert.equal(await page.evaluate(() => document.activeElement?.closest('.form-row')?.querySelector('legend')?.textContent), 'Tầng 2');
    await page.getByLabel('Hầm').first().check();
    await page.getByLabel('Công năng của tầng hầm').waitFor();
    await looks('rows');
    await page.getByRole('button', { name: 'Xóa tầng 1' }).click();
    await becomes(() => page.locator('.form-row').count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement?.textContent?.trim()), 'Thêm tầng');
  });

  it('fills rows from a spreadsheet, says what it could not read, and folds rows when there are many', async () => {
    await open('page=floors');
    const give = (name: string, buffer: Buffer) => page.locator('.form-import input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await give('các tầng.csv', Buffer.from('\ufeffTầng;Diện tích sàn;Chiều cao tầng;Ghi chú\nTrệt;80;3,6;\nGác xép;75;3,3;mới\n'));
    await page.getByText('Đã nhập 2 tầng. Cột không dùng tới: “Ghi chú”.').waitFor();
    await page.getByText(/Dòng 3, cột Tầng: cần một trong “Hầm”.*nhưng tệp ghi “Gác xép”/).waitFor();
    assert.deepEqual(await page.locator('.form-row').evaluateAll((all) => all.map((one) => [...one.querySelectorAll<HTMLInputElement>('input:checked, input[type=text]')].map(({ type, value, labels }) => (type === 'radio' ? labels![0]!.textContent : value)).join(' '))), ['Trệt 80 3,6', '75 3,3']);
    await looks('spreadsheet');

    const [sample] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải tệp mẫu' }).click()]);
    const blank = await readSheet(await sample.path());
    assert.deepEqual(blank.slice(0, 2).map((row) => row.slice(0, 2)), [['Tầng', 'Diện tích sàn'], ['Hầm / Trệt / Lửng / Lầu / Tum', 'số']]);
    const filled = [...blank.slice(0, 2), ...Array.from({ length: 8 }, (_, index) => ['Lầu', 60 + index, 3.3])];
    await give('filled.xlsx', await writeSheet(filled.map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })))).toBuffer());
    await page.getByText('Đã nhập 8 tầng.').waitFor();
    await becomes(() => page.locator('.form-row-folded').count(), 8);
    await page.getByText('Lầu · 62', { exact: false }).waitFor();
    await looks('spreadsheet-folded');
    await page.getByRole('button', { name: 'Mở tầng 3' }).click();
    await becomes(() => page.getByLabel('Diện tích sàn').inputValue(), '62');
    await page.getByRole('button', { name: 'Xóa tầng 3' }).waitFor();

    await page.getByRole('button', { name: 'Thêm tầng' }).click();
    const last = page.locator('.form-row').last();
    await last.getByLabel('Tum').check();
    await last.getByLabel('Diện tích sàn').pressSequentially('25');
    await becomes(() => last.getByLabel('Diện tích sàn').inputValue(), '25', 'a row that is being filled stays open');
    await page.getByRole('button', { name: 'Thêm tầng' }).click();
    await page.getByRole('button', { name: 'Mở tầng 9' }).waitFor();
    await becomes(() => page.locator('.form-row-folded').count(), 9, 'what is filled folds when another is added');

    await give('letter.xlsx', Buffer.from('PK nothing'));
    await page.getByText('Chưa nhập được: không đọc được tệp').waitFor();
    await becomes(() => page.locator('.form-row').count(), 10, 'what was there stays');
  });

  it('uploads files when picked, tells progress, and an error per file', async () => {
    await open('page=files');
    const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
    await page.locator('input[type=file]').first().setInputFiles([pdf('Mặt bằng.pdf'), pdf('hong.pdf'), pdf('Mặt cắt.pdf'), { name: 'ảnh.png', mimeType: 'image/png', buffer: Buffer.from('x') }]);
    await page.getByText('Tệp “ảnh.png” phải là PDF').waitFor();
    await page.locator('progress').first().waitFor();
    await send();
    await page.getByText('Chờ tệp tải lên xong').waitFor();
    await looks('uploading');
    await page.getByText('Chưa tải được “hong.pdf”').waitFor();
    await page.getByRole('link', { name: 'Mặt cắt.pdf' }).waitFor();
    await looks('uploaded');
    assert.deepEqual(await page.locator('.form-files a').allInnerTexts().then((all) => all.toSorted()), ['Mặt bằng.pdf', 'Mặt cắt.pdf']);
    await page.getByRole('button', { name: 'Xóa Mặt bằng.pdf' }).click();
    await becomes(() => page.locator('.form-files a').allInnerTexts(), ['Mặt cắt.pdf']);
  });

  it('lets the clerk flag a field', async () => {
    await open('view=desk', 1280);
    const button = page.getByRole('button', { name: 'Yêu cầu sửa: Số định danh cá nhân' });
    await becomes(() => button.getAttribute('aria-pressed'), 'false');
    await button.click();
    await becomes(() => button.getAttribute('aria-pressed'), 'true');
    await looks('flagged');
  });

  it('only shows what was answered when it may not be changed', async () => {
    await open('page=owner&state=filled&readonly');
    await becomes(() => page.locator('button[type=submit]').count(), 0);
    await becomes(() => page.getByLabel('Tên chủ đầu tư').getAttribute('readonly'), '');
    await looks('read-only');
  });
});
