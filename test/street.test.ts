import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { vi as desk } from '../desk/words/vi.ts';
import { vi as dossierWords } from '../portal/dossier/words/vi.ts';
import { vi as filing } from '../portal/filing/words/vi.ts';
import { vi as kept } from '../portal/kept/words/vi.ts';
import { vi as nearby } from '../portal/nearby/words/vi.ts';
import { samplePhoto } from '../server/seed/sample-photo.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { photo } from '../server/testing/photos.ts';
import { accessibilityFindings } from './browser/accessibility.ts';
import { DESKTOP, openBrowser, PHONE, untilInPage } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const stall = { latitude: 9.901_3, longitude: 107.301_2 };

describe('a stall on the pavement, from a phone to the answer', function () {
  this.timeout(180_000);
  let browser: Browser;
  let house: SampleHouse;
  let reporter: Window;
  let witness: Window;
  let officer: Window;
  let team: Window;
  let leader: Window;
  let dossier = '';
  const signedIn = async (window: Window, username: string): Promise<Window> => {
    await window.context.setExtraHTTPHeaders({ Origin: house.url });
    assert.ok((await window.page.request.post('/api/session', { data: { username, password: samplePassword } })).ok());
    return window;
  };
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    [reporter, witness] = [await signedIn(await openWindow(browser, house.url, PHONE), 'congdan1'), await signedIn(await openWindow(browser, house.url, PHONE), 'congdan2')];
    [officer, team, leader] = [await signedIn(await openWindow(browser, house.url, DESKTOP), 'tiepnhan'), await signedIn(await openWindow(browser, house.url, DESKTOP), 'thuly'), await signedIn(await openWindow(browser, house.url, DESKTOP), 'truongphong')];
    for (const { context } of [reporter, witness]) {
      await context.grantPermissions(['geolocation'], { origin: house.url });
      await context.setGeolocation({ ...stall, accuracy: 5 });
    }
  });
  after(async () => {
    for (const window of [reporter, witness, officer, team, leader]) await window?.close();
    await browser?.close();
    await house?.close();
  });
  const go = (page: Page) => page.getByRole('button', { name: filing.saveContinue }).click();
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  // So large that a phone would make it smaller, were it no evidence.
  const original = Buffer.concat([photo('image/jpeg', 6), Buffer.alloc(1_600_000)]);
  const picture = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: original });

  /** The same point by tapping the map, step by step with its buttons, and as a number: each puts it where the others say. */
  const putOnMap = async (page: Page, look: Window['look']): Promise<void> => {
    const field = page.locator('.form-place input');
    const pointOf = async () => (await field.inputValue()).split(', ').map(Number) as [number, number];
    const start = await pointOf();
    await page.getByRole('button', { name: 'Chọn trên bản đồ' }).click();
    const map = page.getByRole('img', { name: 'Bản đồ đường phố với điểm bạn chọn' });
    await map.waitFor();
    await look('report-map');
    const box = (await map.boundingBox())!;
    await map.tap({ position: { x: box.width * 0.75, y: box.height / 2 } });
    await page.getByText(/^Đã đặt điểm tại/).waitFor();
    const tapped = await pointOf();
    // A quarter of the map to the east: half of the way from its middle to its edge, 200 metres.
    assert.ok(Math.abs((tapped[1] - start[1]) * 109_660 - 200) < 8 && Math.abs(tapped[0] - start[0]) < 0.0001, `${start.join()} to ${tapped.join()}`);
    for (let step = 0; step < 10; step += 1) await page.getByRole('button', { name: 'Sang trái' }).press('Enter');
    const moved = await pointOf();
    assert.ok(Math.abs(moved[1] - start[1]) < 0.0001, `${start.join()} to ${moved.join()}`);
    await page.getByRole('button', { name: 'Phóng to' }).click();
    await field.fill(`${stall.latitude}, ${stall.longitude}`);
    await page.getByRole('button', { name: 'Đóng bản đồ' }).click();
  };

  /** Up to the page that says what others have reported nearby. */
  const reportUntilKnown = async ({ page, look }: Window, name: string): Promise<void> => {
    await page.goto('/services/urban-order-report');
    await page.getByRole('link', { name: 'Bắt đầu' }).or(page.getByRole('button', { name: 'Bắt đầu' })).first().click();
    await page.getByRole('link', { name: 'Phản ánh của bạn' }).click();
    await heading(page, 'Chụp ảnh chỗ đó');
    await page.locator('input[type=file]').first().setInputFiles(picture('vỉa hè.jpg'));
    await page.getByText('vỉa hè.jpg').waitFor();
    await look(`${name}-photo`);
    await go(page);
    await heading(page, 'Ở đâu?');
    await page.getByRole('button', { name: 'Tôi đang ở đây' }).or(page.locator('.form-place button')).first().click();
    await untilInPage(page, 'document.querySelector(".form-place input").value !== ""');
    await page.getByLabel('Phường, xã', { exact: false }).first().selectOption({ label: 'Phường Sen Mẫu' });
    await look(`${name}-where`);
    if (name === 'report') await putOnMap(page, look);
    await go(page);
    await heading(page, 'Bạn muốn phản ánh việc gì?');
    await page.getByRole('radio', { name: 'Trật tự đô thị' }).check();
    await go(page);
    await heading(page, 'Việc đó thế nào?');
  };

  const taskOf = async (page: Page, node: string): Promise<string> => {
    const { items } = (await (await page.request.get('/api/tasks?scope=team')).json()) as { items: { id: string; node: string; dossier: { id: string } }[] };
    return items.find((item) => item.node === node && item.dossier.id === dossier)?.id ?? '';
  };
  const complete = async (page: Page, node: string, data: unknown): Promise<void> => {
    const id = await taskOf(page, node);
    const { dossier: { version } } = (await (await page.request.get(`/api/tasks/${id}`)).json()) as { dossier: { version: number } };
    const done = await page.request.post(`/api/tasks/${id}/complete`, { data: { expectedVersion: version, data } });
    assert.ok(done.ok(), await done.text());
  };
  /** Timers are the machine's: they fire by themselves soon after their time. */
  const untilCalled = async (page: Page, step: string): Promise<void> => {
    for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(200)) if ((await (await page.request.get('/api/desk/duty')).text()).includes(step)) return;
    throw new Error(`expected "${step}" on the duty list within half a minute`);
  };
  const ownDossiers = async (page: Page) => ((await (await page.request.get('/api/dossiers')).json()) as { dossiers: { id: string; subject: string | null; submittedAt: string }[] }).dossiers;
  const fileOf = async (page: Page, id: string): Promise<string> => ((await (await page.request.get(`/api/desk/dossiers/${id}`)).json()) as { files: { file: string }[] }).files[0]?.file ?? '';

  it('takes the photo first, the place from the phone, and finds nothing nearby yet', async () => {
    await reportUntilKnown(reporter, 'report');
    const { page, look } = reporter;
    await page.getByText('Chưa có phản ánh cùng loại nào').waitFor();
    await page.getByLabel('Tiêu đề').fill('Quầy hàng chiếm hết vỉa hè');
    await page.getByLabel('Bạn thấy gì?').fill('Quầy hàng bày kín vỉa hè, người đi bộ phải xuống lòng đường (giả định).');
    await look('report-what');
    await go(page);
    await heading(page, 'Trả lời bạn thế nào?');
    await page.getByLabel('Số điện thoại').fill('0900000001');
    for (const question of ['Giữ bí mật danh tính của bạn', 'Cho người báo cùng việc xem ảnh']) await page.getByRole('group', { name: question }).getByRole('radio', { name: 'Có' }).check();
    await look('report-reporter');
    await go(page);
    await page.getByRole('button', { name: filing.filingCheck }).or(page.getByRole('link', { name: filing.filingCheck })).first().click();
    await heading(page, filing.checkTitle);
    await look('report-check');
    await page.getByRole('button', { name: filing.checkContinue }).click();
    await page.getByRole('button', { name: filing.feeContinue }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await heading(page, filing.filedTitle);
    await look('report-filed');
    dossier = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.goto(`/dossiers/${dossier}`);
    await page.getByText(/^Còn (2 giờ|1 giờ 59 phút)$/).first().waitFor();
    house.later(35);
    await page.reload();
    await page.getByText(/^Còn 1 giờ 2[45] phút$/).first().waitFor();
    await look('report-countdown');
  });

  it('keeps a roster, and shows the report to whoever is on duty, on the list and on the map', async () => {
    const [{ page, look }, now] = [leader, new Date(Date.parse(house.now()) + 7 * 3_600_000).toISOString().slice(0, 16)];
    await page.goto('/desk/');
    await page.getByRole('link', { name: desk.navDuty, exact: true }).click();
    await page.getByRole('link', { name: desk.dutyRoster }).click();
    await heading(page, desk.rosterTitle);
    await page.getByRole('button', { name: desk.rosterPut, exact: true }).click();
    await page.getByRole('link', { name: desk.rosterMissing }).waitFor();
    await look('roster-missing');
    await page.getByLabel(desk.rosterPerson).selectOption({ label: 'Bùi Văn Thụ Lý' });
    await page.getByLabel(desk.rosterFrom).fill(now);
    await page.getByLabel(desk.rosterTo).fill(`${now.slice(0, 10)}T18:00`);
    await page.getByLabel(desk.rosterNote).fill('Bộ đàm 3 (giả định)');
    await page.getByRole('button', { name: desk.rosterPut, exact: true }).click();
    await page.getByText('Đã xếp Bùi Văn Thụ Lý trực').waitFor();
    await look('roster-given');
    await officer.page.goto('/desk/duty');
    await officer.page.getByText('Bộ đàm 3 (giả định)').waitFor();
    await officer.page.getByRole('heading', { name: 'Quầy hàng chiếm hết vỉa hè' }).waitFor();
    await officer.look('duty-within');
  });

  it('lets the officer see the original, say that nobody is in it, and send the team', async () => {
    const { page, look } = officer;
    await page.goto(`/desk/dossiers/${dossier}`);
    const file = await page.request.get(`/api/files/${await fileOf(page, dossier)}`);
    assert.equal(createHash('sha256').update(await file.body()).digest('hex'), createHash('sha256').update(original).digest('hex'));
    await page.getByText('Không có việc cùng loại nào đang mở').waitFor();
    await look('desk-report');
    await complete(page, 'classify', { outcome: 'handle', severity: 'can_som', subCategory: 'hang_rong', team: 'trat_tu_do_thi', picturesShown: true });
  });

  it('shows it to whoever reports the same, who follows it instead', async () => {
    const { page, look } = witness;
    await reportUntilKnown(witness, 'witness');
    await page.getByRole('heading', { name: nearby.similarTitle }).waitFor();
    await untilInPage(page, 'document.querySelector(".nearby-pictures img")?.naturalWidth > 0');
    await look('witness-similar');
    await page.getByRole('button', { name: nearby.follow }).click();
    await page.getByRole('link', { name: nearby.followsOpen }).waitFor();
    await look('witness-followed');
    await page.getByRole('link', { name: nearby.followsOpen }).click();
    await heading(page, nearby.followsTitle);
    await look('witness-follows');
  });

  it('warns before the limit, says who was called in, and tells in words and colours what is late', async () => {
    const { page, look } = officer;
    // In an hour everybody is signed out; their pages would complain.
    for (const window of [reporter, witness, officer, leader]) await window.page.goto('about:blank');
    house.later(60);
    await signedIn(officer, 'tiepnhan');
    await signedIn(leader, 'truongphong');
    await untilCalled(page, '"Đôn đốc"');
    await page.goto('/desk/duty');
    await page.getByText('Đã báo lên Lãnh đạo phòng').waitFor();
    await page.getByText(desk.dutySoon.replace('{count}', '1')).waitFor();
    await look('duty-soon');
    await complete(leader.page, 'chase', { action: 'Đã gọi đội trưởng (giả định)' });
    house.later(35);
    await untilCalled(page, 'Giải trình quá hạn');
    await page.goto('/desk/duty');
    await page.getByText(desk.dutyLate.replace('{count}', '1')).waitFor();
    await page.getByLabel(desk.dutyKind).selectOption({ label: 'Trật tự đô thị' });
    await page.getByText('Giải trình quá hạn').first().waitFor();
    await look('duty-late');
    const phone = await signedIn(await openWindow(browser, house.url, PHONE), 'tiepnhan');
    await phone.page.goto('/desk/duty');
    await phone.page.getByText('Giải trình quá hạn').first().waitFor();
    await phone.look('duty-late-phone');
    await phone.page.getByRole('button', { name: 'English' }).or(phone.page.getByRole('link', { name: 'English' })).first().click();
    await phone.page.getByText('Explain the delay').first().waitFor();
    await phone.look('duty-late-phone-en');
    await phone.close();
    for (const [window, username] of [[reporter, 'congdan1'], [witness, 'congdan2'], [team, 'thuly']] as const) await signedIn(window, username);
  });

  it('answers reporter and follower with the pictures before and after', async () => {
    const after = await team.page.request.post(`/api/files?task=${await taskOf(team.page, 'visit')}&field=photos`, { multipart: { file: { name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') } } });
    assert.equal(after.status(), 422);
    await complete(team.page, 'visit', { found: 'found', remark: 'Có quầy hàng' });
    const sent = await team.page.request.post(`/api/files?task=${await taskOf(team.page, 'act')}&field=afterPhotos`, { multipart: { file: { name: 'sau.png', mimeType: 'image/png', buffer: samplePhoto('after') } } });
    await complete(team.page, 'act', { closingCode: 'resolved', result: 'Đã dọn quầy hàng, vỉa hè thông thoáng (giả định).', afterPhotos: ((await sent.json()) as { files: unknown }).files });
    await complete(leader.page, 'approve', { outcome: 'approve' });
    for (const [{ page, look }, path, title, name] of [[reporter, `/dossiers/${dossier}`, dossierWords.answerTitle, 'report-answered'], [witness, '/follows', dossierWords.answerTitle, 'witness-answered']] as const) {
      await page.goto(path);
      await page.getByText(title).first().waitFor();
      await untilInPage(page, '[...document.querySelectorAll("main img")].length > 1 && [...document.querySelectorAll("main img")].every((image) => image.naturalWidth > 0)');
      await look(name);
    }
  });

  it('lets the reporter open it again with the reason, and the team act once more', async () => {
    const { page, look } = reporter;
    await page.goto(`/dossiers/${dossier}`);
    await page.getByRole('link', { name: dossierWords.doNow }).click();
    await heading(page, 'Bạn đánh giá kết quả');
    await page.getByRole('radio', { name: 'Chưa đạt, mở lại' }).check();
    await page.getByLabel('Số sao').fill('2');
    await page.getByRole('button', { name: filing.ownStepSend, exact: true }).click();
    await page.getByRole('link', { name: /góp ý/i }).waitFor();
    await look('report-reopen-why');
    await page.getByLabel('Góp ý').fill('Hôm sau lại bày ra (giả định)');
    await page.getByRole('button', { name: filing.ownStepSend, exact: true }).click();
    await heading(page, filing.ownStepDone);
    const again = await team.page.request.post(`/api/files?task=${await taskOf(team.page, 'redo')}&field=afterPhotos`, { multipart: { file: { name: 'sau-lan-hai.png', mimeType: 'image/png', buffer: samplePhoto('after') } } });
    await complete(team.page, 'redo', { closingCode: 'resolved', result: 'Đã dọn lần nữa và lập biên bản (giả định).', afterPhotos: ((await again.json()) as { files: unknown }).files });
    await complete(leader.page, 'recheck', { outcome: 'approve' });
    await page.goto(`/dossiers/${dossier}`);
    await page.getByText('Đã dọn lần nữa và lập biên bản (giả định).').first().waitFor();
    await look('report-answered-again');
  });

  it('keeps a report without a network, and sends it once when there is one again', async () => {
    const { page, context, keep } = witness;
    await page.goto('/services/urban-order-report');
    await page.getByRole('link', { name: kept.keptOffer }).waitFor();
    // What the form needs is kept once the worker has the page.
    await untilInPage(page, `caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)))).then((urls) => ['validator.js', '/fill-page', '/kept-page'].every((part) => urls.flat().some((url) => url.includes(part))))`);
    const before = await ownDossiers(page);
    await context.setOffline(true);
    await page.goto('/services/urban-order-report');
    await page.getByRole('link', { name: kept.keptOffer }).click();
    await heading(page, kept.keptFill);
    await page.locator('input[type=file]').first().setInputFiles(picture('không mạng.jpg'));
    await page.getByText('không mạng.jpg').waitFor();
    await page.getByRole('button', { name: kept.keptSave }).click();
    await page.getByRole('link', { name: 'Chọn loại phản ánh' }).waitFor();
    await keep('kept-missing');
    await page.locator('.form-place button').first().click();
    await untilInPage(page, 'document.querySelector(".form-place input").value !== ""');
    await page.getByLabel('Phường, xã', { exact: false }).first().selectOption({ label: 'Phường Sen Mẫu' });
    await page.getByRole('radio', { name: 'Vệ sinh môi trường' }).check();
    await page.getByLabel('Tiêu đề').fill('Rác chất đống ở góc đường');
    await page.getByLabel('Bạn thấy gì?').fill('Rác chất thành đống, bốc mùi (giả định).');
    await page.getByLabel('Số điện thoại').fill('0900000002');
    for (const question of ['Giữ bí mật danh tính của bạn', 'Cho người báo cùng việc xem ảnh']) await page.getByRole('group', { name: question }).getByRole('radio', { name: 'Không' }).check();
    await page.getByRole('checkbox').check();
    assert.deepEqual(await accessibilityFindings(page), []);
    await keep('kept-filled');
    await page.getByRole('button', { name: kept.keptSave }).click();
    await page.getByText(kept.keptWaits, { exact: true }).waitFor();
    assert.deepEqual(await accessibilityFindings(page), []);
    await keep('kept-waiting');
    await page.goto('/kept');
    await page.getByText('Rác chất đống ở góc đường').waitFor();
    house.later(7);
    const received = Date.parse(house.now());
    await context.setOffline(false);
    await page.getByText(/^Đã gửi: /).waitFor();
    await page.getByText(kept.keptNone).waitFor();
    await keep('kept-sent');
    await page.goto('/kept');
    await page.getByText(kept.keptNone).waitFor();
    const after = await ownDossiers(page);
    assert.deepEqual([after.length, after.filter(({ subject }) => subject === 'Rác chất đống ở góc đường').length], [before.length + 1, 1]);
    const sent = after.find(({ subject }) => subject === 'Rác chất đống ở góc đường');
    assert.ok(Date.parse(sent!.submittedAt) >= received, 'the time counts from when the office has it');
    const file = await officer.page.request.get(`/api/files/${await fileOf(officer.page, sent!.id)}`);
    assert.equal(createHash('sha256').update(await file.body()).digest('hex'), createHash('sha256').update(original).digest('hex'));
  });
});
