import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { vi as desk } from '../desk/words/vi.ts';
import { vi as dossierWords } from '../portal/dossier/words/vi.ts';
import { vi as filing } from '../portal/filing/words/vi.ts';
import type { TaskView } from '../server/api/task.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE, openBrowser } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

/** A window whose stream of events opens only when told: what moves before is told to nobody. */
async function slowToListen(browser: Browser, house: SampleHouse, login: string, size: typeof DESKTOP): Promise<Window & { readonly hear: () => void }> {
  const window = await openWindow(browser, house.url, size);
  const opened = Promise.withResolvers<void>();
  await window.page.route('**/api/events', async (route) => {
    await opened.promise;
    await route.continue();
  });
  await window.page.request.post('/api/session', { data: { username: login, password: samplePassword }, headers: { Origin: house.url } });
  return { ...window, hear: opened.resolve };
}

describe('a page that begins to listen', function () {
  this.timeout(300_000);
  let browser: Browser;
  let house: SampleHouse;
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('shows at the desk what has moved since it was fetched', async () => {
    const { page, hear, look, close } = await slowToListen(browser, house, 'tiepnhan', DESKTOP);
    await page.goto('/desk/');
    const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Nhận việc/ }) }).first();
    const code = await row.locator('.work-code').innerText();
    const { items } = (await (await page.request.get('/api/tasks?scope=team&limit=50')).json()) as { items: { id: string; dossier: { code: string; version: number } }[] };
    const task = items.find(({ dossier }) => dossier.code === code)!;
    const claimed = await page.request.post(`/api/tasks/${task.id}/claim`, { data: { expectedVersion: task.dossier.version }, headers: { Origin: house.url, 'Idempotency-Key': 'claimed-elsewhere-01' } });
    if (!claimed.ok()) throw new Error(await claimed.text());
    hear();
    await page.getByRole('listitem').filter({ hasText: code }).getByText(desk.me, { exact: true }).waitFor({ timeout: 20_000 });
    await look('live-desk');
    await close();
  });

  it('shows a citizen what has moved since it was fetched', async () => {
    const { page, hear, look, close } = await slowToListen(browser, house, 'congdan1', PHONE);
    const { dossiers } = (await (await page.request.get('/api/dossiers')).json()) as { dossiers: { id: string; state: number }[] };
    const mine = dossiers.find(({ state }) => state === 6)!;
    await page.goto(`/dossiers/${mine.id}`);
    const before = await page.getByRole('tab', { name: dossierWords.tabMessages }).innerText();
    const official = await openWindow(browser, house.url, DESKTOP);
    await official.page.request.post('/api/session', { data: { username: 'thuly', password: samplePassword }, headers: { Origin: house.url } });
    const said = await official.page.request.post(`/api/dossiers/${mine.id}/messages`, { data: { text: 'Mời bạn xem lại (mẫu).' }, headers: { Origin: house.url, 'Idempotency-Key': 'said-meanwhile-01' } });
    if (!said.ok()) throw new Error(await said.text());
    hear();
    const after = dossierWords.tabMessagesNew.replace('{count}', String(Number(/\d+/.exec(before) ?? 0) + 1));
    await page.getByRole('tab', { name: after }).waitFor({ timeout: 20_000 });
    await look('live-citizen');
    await official.close();
    await close();
  });

  it('keeps what a citizen typed and has not sent, though the date by which to answer moves and the page is dropped meanwhile', async () => {
    const window = await openWindow(browser, house.url, PHONE);
    const { page } = window;
    await page.request.post('/api/session', { data: { username: 'congdan1', password: samplePassword }, headers: { Origin: house.url } });
    const { dossiers } = (await (await page.request.get('/api/dossiers')).json()) as { dossiers: { id: string; state: number }[] };
    const mine = dossiers.find(({ state }) => state === 5)!.id;
    const untilNow = async () => ((await (await page.request.get(`/api/dossiers/${mine}`)).json()) as { todo: { dueAt: string }[] }).todo[0]!.dueAt;
    const before = await untilNow();
    await page.goto(`/dossiers/${mine}?tab=messages`);
    await page.getByLabel(dossierWords.messageLabel).fill('Tôi hỏi lại sau (mẫu).');
    await page.goto(`/dossiers/${mine}`);
    await page.getByRole('link', { name: dossierWords.supplementNow }).click();
    await page.getByLabel(filing.supplementNote).fill('Đang viết dở (mẫu).');

    const admin = await openWindow(browser, house.url, DESKTOP);
    await admin.page.request.post('/api/session', { data: { username: 'quantri', password: samplePassword }, headers: { Origin: house.url } });
    const { calendars } = (await (await admin.page.request.get('/api/calendars')).json()) as { calendars: { id: string; revision: number; data: { days: readonly object[] } }[] };
    const { id, revision, data } = calendars.find((one) => one.id === 'hcmc')!;
    const off = ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-23', '2026-11-25', '2026-11-26', '2026-11-27'].map((date) => ({ date, kind: 'off', name: { vi: 'Nghỉ (giả định)', en: 'Off (fictional)' }, confirmed: true, source: 'test' }));
    const saved = await admin.page.request.put(`/api/calendars/${id}`, { data: { revision, data: { ...data, days: [...data.days, ...off] }, note: 'Thử (mẫu)' }, headers: { Origin: house.url, 'Idempotency-Key': 'another-day-off-01' } });
    if (!saved.ok()) throw new Error(await saved.text());
    await becomes(async () => (await untilNow()) > before, true);
    await admin.close();

    await page.reload();
    await becomes(() => page.getByLabel(filing.supplementNote).inputValue(), 'Đang viết dở (mẫu).');
    await page.goto(`/dossiers/${mine}?tab=messages`);
    await becomes(() => page.getByLabel(dossierWords.messageLabel).inputValue(), 'Tôi hỏi lại sau (mẫu).');
    await page.getByRole('button', { name: dossierWords.messageSend }).click();
    await page.getByText('Tôi hỏi lại sau (mẫu).').first().waitFor();
    await page.reload();
    await page.locator('.message-text', { hasText: 'Tôi hỏi lại sau (mẫu).' }).waitFor();
    await becomes(() => page.getByLabel(dossierWords.messageLabel).inputValue(), '');
    await window.close();
  });

  it('takes a citizen’s answer though the dossier has moved since they began to write', async () => {
    const window = await openWindow(browser, house.url, PHONE, { serviceWorkers: 'block' });
    const { page } = window;
    await page.request.post('/api/session', { data: { username: 'congdan1', password: samplePassword }, headers: { Origin: house.url } });
    const { dossiers } = (await (await page.request.get('/api/dossiers')).json()) as { dossiers: { id: string; state: number }[] };
    await page.goto(`/dossiers/${dossiers.find(({ state }) => state === 5)!.id}`);
    const versions: number[] = [];
    // as if the page had been opened one move of the dossier earlier
    await page.route(/\/api\/tasks\/[^/]+$/, async (route) => {
      const told = (await (await route.fetch()).json()) as TaskView;
      versions.push(told.dossier.version);
      await route.fulfill({ json: { ...told, dossier: { ...told.dossier, version: told.dossier.version - 1 } } });
    }, { times: 1 });
    // … and had moved once more just when the answer came
    await page.route(/\/complete$/, async (route) => {
      const body = route.request().postDataJSON() as { expectedVersion: number };
      versions.push(body.expectedVersion);
      await route.continue({ postData: JSON.stringify(versions.length === 2 ? { ...body, expectedVersion: body.expectedVersion - 1 } : body) });
    });
    await page.getByRole('link', { name: dossierWords.supplementNow }).click();
    await page.getByLabel(filing.supplementNote).fill('Tôi gửi sau tại bộ phận một cửa (mẫu).');
    await page.getByRole('button', { name: filing.supplementSend, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: filing.supplementDone }).waitFor({ timeout: 20_000 });
    const [now] = versions;
    assert.deepEqual(versions, [now, now, now], 'asked for before it is sent, and again');
    window.wasTold(409);
    await window.look('live-answered');
    await window.close();
  });
});
