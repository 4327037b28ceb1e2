import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { en as english } from '../desk/words/en.ts';
import { vi as words } from '../desk/words/vi.ts';
import { vi as designerWords } from '../designer/words/vi.ts';
import type { Data } from '../engine/state.ts';
import { readFolder } from '../procedures/folder.ts';
import { loadPackage } from '../procedures/load.ts';
import { root } from '../server/commands/house.ts';
import { withPublished } from '../server/library/called.ts';
import { keepFiles } from '../server/library/package-files.ts';
import { publish } from '../server/library/publish.ts';
import { counter, ward } from '../server/seed/units.ts';
import { giveToken } from '../server/session/programs.ts';
import { packageFolder, password, runHouse, type RunningHouse } from '../server/testing/running-house.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, openBrowser, PHONE, untilInPage } from './browser/chromium.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openWindow, type Window } from './story/window.ts';

const bpmn = (body: string): string => `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:t"><process id="P" isExecutable="true">${body}</process></definitions>`;
const flow = (source: string, target: string): string => `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}"/>`;
const weighing = bpmn(`<startEvent id="s"/><serviceTask id="weigh" name="Cân xe chở vật liệu" motcua:nameEn="Weigh the lorry" motcua:connector="scales"/><userTask id="look" name="Xem phiếu cân" motcua:role="handler"/><endEvent id="e"/>${flow('s', 'weigh')}${flow('weigh', 'look')}${flow('look', 'e')}`);

describe('staff put right what waits, stands wrong or is out of date', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let browser: Browser;
  let house: RunningHouse;
  let window: Window;
  let page: Page;
  let handler: Window;
  let application: Data = {};
  let count = 0;

  const procedure = async (key: string, path: string, content: string): Promise<string> => {
    const files = new Map([...[...await readFolder(packageFolder)].filter(([name]) => name !== 'process.bpmn'), [path, content]] as const);
    const hash = (count += 1).toString(16).padStart(64, '0');
    const ready = { key, hash, timers: [], files: await keepFiles(house.services.files, files) };
    await house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
    return hash;
  };
  const file = async (procedureHash: string): Promise<string> => {
    const answer = await house.services.runtime.file({ actor: 'account-congdan1', key: `mend-${(count += 1)}`, procedureHash, unitId: ward, receivingUnitId: counter, application, applicant: { account: 'account-congdan1', name: 'Nguyễn Văn Giả Định' }, channel: 'online', delivery: {}, subject: 'Nhà số 12 đường Hoa Mẫu' });
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.value.dossierId;
  };
  const signIn = async (at: Page, login: string): Promise<void> => {
    await at.goto('/desk/');
    await at.getByLabel(words.username).fill(login);
    await at.getByLabel(words.password).fill(password);
    await at.getByRole('button', { name: words.signIn, exact: true }).click();
    await at.getByRole('link', { name: words.navWork }).first().waitFor();
  };
  /** The page as it is on a desktop and on a phone. */
  const look = async (name: string): Promise<void> => {
    await window.look(name);
    await page.setViewportSize(PHONE);
    await window.keep(`${name}-phone`);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width, `${name} scrolls sideways on a phone`);
    await page.setViewportSize(DESKTOP);
  };
  const later = (seconds: number): void => house.clock.set(new Date(Date.parse(house.clock.now()) + seconds * 1000).toISOString());

  before(async function () {
    browser = await openBrowser(this);
    house = await runHouse({ apps: join(root, 'dist') });
    application = JSON.parse(await readFile(`${packageFolder}/scenarios/applications/house.json`, 'utf8')) as Data;
    window = await openWindow(browser, house.url, DESKTOP);
    ({ page } = window);
    await signIn(page, 'quantri');
    handler = await openWindow(browser, house.url, DESKTOP);
    await signIn(handler.page, 'thuly');
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(async () => {
    await browser?.close();
    await house?.stop();
  });

  it('sees at the desk which work waits for programs outside, who has it and what failed', async () => {
    const hash = await procedure('weighing', 'process.bpmn', weighing);
    await page.getByRole('link', { name: words.navOutside }).click();
    await page.getByText(words.outsideNone).waitFor();
    await look('outside-none');
    for (let each = 0; each < 4; each += 1) {
      await file(hash);
      later(120);
    }
    const token = await giveToken(house.store, { name: 'tram-can-so-1', units: [ward], days: 30, at: house.clock.now() });
    const ask = async (path: string, body: object) => {
      const answer = await fetch(`${house.url}/api/jobs/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, body: JSON.stringify(body) });
      assert.ok(answer.ok, await answer.clone().text());
      return answer.status === 204 ? {} : await answer.json() as { jobs: { id: string; fence: number }[] };
    };
    const take = async (seconds: number) => ((await ask('take', { topics: ['scales'], seconds, most: 1 })) as { jobs: { id: string; fence: number }[] }).jobs[0]!;
    await take(600);
    const failing = await take(600);
    await ask(`${failing.id}/fail`, { fence: failing.fence, message: 'Mất điện ở trạm cân', retryAfter: 7200 });
    later(700);
    await take(3600);
    await page.reload();
    for (const said of [/^tram-can-so-1 đang làm/, /^tram-can-so-1 im lặng từ/, /^Bị lỗi, giao lại từ/, words.outside_waiting]) await page.getByText(said).waitFor();
    await page.getByText('Mất điện ở trạm cân').waitFor();
    await look('outside');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: english.outside }).waitFor();
    await page.getByRole('heading', { name: 'Weigh the lorry' }).first().waitFor();
    await look('outside-english');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  });

  it('has work given out again, or does it by hand, for a reason that the record keeps', async () => {
    await page.getByRole('button', { name: words.outsideRelease }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.outsideReleaseNow, exact: true }).click();
    await dialog.getByText(words.incidentReasonMissing).waitFor();
    await dialog.getByLabel(words.incidentReason).fill('Trạm cân đã khởi động lại');
    await look('outside-release');
    await dialog.getByRole('button', { name: words.outsideReleaseNow, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await untilInPage(page, `[...document.querySelectorAll('.state')].filter(({ textContent }) => textContent === ${JSON.stringify(words.outside_waiting)}).length === 2`);
    await page.getByRole('button', { name: words.outsideDo }).first().click();
    await dialog.getByLabel(words.outsideAnswer).fill('{"kilos": 3200}');
    await dialog.getByLabel(words.incidentReason).fill('Cân tại quầy');
    await look('outside-by-hand');
    await dialog.getByRole('button', { name: words.outsideDoNow, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await untilInPage(page, "document.querySelectorAll('.outside-job').length === 3");
    const [done] = await house.store.read((tx) => tx.jobs.find({ kind: 'connector', connector: 'scales', status: 'done' }));
    const dossier = await house.store.read((tx) => tx.dossiers.first({ id: done!.dossierId }));
    assert.deepEqual(dossier?.data['weigh'], { kilos: 3200 });
    // an administrator as such does not read dossiers: whoever works on it does
    await becomes(() => page.getByRole('link', { name: dossier!.code }).count(), 0);
    await handler.page.goto(`/desk/dossiers/${done!.dossierId}`);
    await handler.page.getByRole('tab', { name: words.tabHistory }).click();
    await handler.page.getByText(/Xong việc tự động: Cân xe chở vật liệu.*lý do: Cân tại quầy/).waitFor();
  });

  const standsAt = async (id: string) => (await house.store.read((tx) => tx.dossiers.first({ id })))!.progress.tokens.map(({ at }) => at);

  it('moves a dossier of a diagram by hand, after looking ahead', async () => {
    const [waiting] = await house.store.read((tx) => tx.jobs.find({ kind: 'connector', connector: 'scales', status: 'open' }));
    await page.goto('/desk/outside');
    await page.getByRole('link', { name: words.seeProcess }).first().click();
    await page.getByRole('heading', { name: words.moveTitle }).waitFor();
    await page.getByRole('button', { name: words.moveLook }).click();
    await page.getByText(words.moveNothing).waitFor();
    await page.getByText(words.incidentReasonMissing).waitFor();
    await look('process');
    await page.getByRole('checkbox').check();
    await page.getByLabel(words.moveBegin).selectOption({ label: 'Xem phiếu cân' });
    await page.getByLabel(words.incidentReason).fill('Trạm cân ngừng hoạt động');
    await page.getByRole('button', { name: words.moveLook }).click();
    await page.getByText(words.moveWould).waitFor();
    await becomes(() => page.locator('output ol li').allTextContents(), ['bỏ việc của hệ thống Cân xe chở vật liệu', 'mở việc Xem phiếu cân']);
    await look('process-ahead');
    await page.getByRole('button', { name: words.moveNow, exact: true }).click();
    await page.getByText(/Xem phiếu cân \(chờ người làm\)/).waitFor();
    assert.deepEqual(await standsAt(page.url().split('/').at(-1)!), ['look']);
    assert.ok(waiting);
  });

  const back = async (reason: string): Promise<void> => {
    await page.getByRole('button', { name: words.moveBack }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.moveBack }).click();
    await dialog.getByText(words.incidentReasonMissing).waitFor();
    await dialog.getByLabel(words.incidentReason).fill(reason);
    await dialog.getByRole('button', { name: words.moveBack }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  it('takes the move back while nothing has happened since, and that too', async () => {
    const id = page.url().split('/').at(-1)!;
    await page.getByText(/đã chuyển bằng tay lúc .*: từ Cân xe chở vật liệu sang Xem phiếu cân/).waitFor();
    await look('process-moved');
    await back('Trạm cân chạy lại');
    await page.getByText(/Cân xe chở vật liệu \(chờ hệ thống làm\)/).waitFor();
    await back('Lại hỏng');
    await page.getByText(/Xem phiếu cân \(chờ người làm\)/).waitFor();
    assert.deepEqual(await standsAt(id), ['look']);
  });

  const chart = {
    id: 'report', initial: 'reception',
    states: {
      reception: { meta: { name: { vi: 'Tiếp nhận', en: 'Reception' }, task: { role: 'receptionist' } }, on: { 'task.complete.reception': 'check' } },
      check: { meta: { name: { vi: 'Kiểm tra hiện trường', en: 'Look at the place' }, task: { role: 'handler' } }, on: { 'task.complete.check': 'done' } },
      done: { type: 'final' },
    },
  };

  it('has a statechart enter another state', async () => {
    const id = await file(await procedure('report', 'process.statechart.json', JSON.stringify(chart)));
    await page.goto(`/desk/process/${id}`);
    await page.getByText(/Tiếp nhận \(chờ người làm\)/).waitFor();
    await becomes(() => page.getByRole('checkbox').count(), 0);
    await becomes(() => page.getByLabel(words.moveBeginChart).locator('option').allTextContents(), [words.moveChoose, 'Tiếp nhận', 'Kiểm tra hiện trường', 'done']);
    await page.getByLabel(words.moveBeginChart).selectOption({ label: 'Kiểm tra hiện trường' });
    await page.getByLabel(words.incidentReason).fill('Đã tiếp nhận qua điện thoại');
    await page.getByRole('button', { name: words.moveLook }).click();
    await page.getByText(words.moveWould).waitFor();
    await look('process-chart');
    await page.getByRole('button', { name: words.moveNow, exact: true }).click();
    await page.getByText(/Kiểm tra hiện trường \(chờ người làm\)/).waitFor();
    assert.deepEqual(await standsAt(id), ['report', 'check']);
    await back('Nhầm hồ sơ');
    await page.getByText(/Tiếp nhận \(chờ người làm\)/).waitFor();
    await becomes(() => standsAt(id), ['report', 'reception']);
  });

  it('begins steps that have no order, and says when it is enough', async () => {
    const group = bpmn(`<startEvent id="s"/><adHocSubProcess id="site" name="Kiểm tra tại chỗ"><userTask id="visit" name="Đến hiện trường" motcua:role="handler"/><userTask id="ask" name="Hỏi hàng xóm" motcua:role="handler"/></adHocSubProcess><userTask id="report" name="Lập báo cáo" motcua:role="handler"/><endEvent id="e"/>${flow('s', 'site')}${flow('site', 'report')}${flow('report', 'e')}`);
    const id = await file(await procedure('group', 'process.bpmn', group));
    const at = handler.page;
    await at.goto(`/desk/dossiers/${id}`);
    await at.getByRole('button', { name: 'Bắt đầu: Đến hiện trường' }).click();
    await at.getByRole('link', { name: 'Đến hiện trường' }).waitFor();
    await handler.look('ad-hoc');
    await at.setViewportSize(PHONE);
    await at.getByRole('button', { name: words.paneWork, exact: true }).click();
    await handler.keep('ad-hoc-phone');
    assert.equal(await at.evaluate('document.documentElement.scrollWidth'), PHONE.width, 'scrolls sideways on a phone');
    await at.setViewportSize(DESKTOP);
    await at.getByRole('button', { name: words.adHocEnd }).click();
    await handler.look('ad-hoc-end');
    await at.getByRole('button', { name: words.adHocEndNow, exact: true }).click();
    await at.getByRole('link', { name: 'Lập báo cáo' }).waitFor();
    assert.deepEqual(await standsAt(id), ['report']);
  });

  it('sees in the designer what a procedure calls, and takes the newer version of it', async () => {
    const calling = bpmn(`<startEvent id="s"/><callActivity id="c" name="Cân hàng" calledElement="weighing"/><callActivity id="d" name="Thẩm tra" calledElement="Q"/><endEvent id="e"/>${flow('s', 'c')}${flow('c', 'd')}${flow('d', 'e')}`);
    const examining = bpmn(`<startEvent id="qs"/><task id="qt"/>${flow('qs', 'qt')}`).replace('id="P"', 'id="Q" name="Thẩm tra hồ sơ"');
    const told = async (key: string): Promise<string> => JSON.stringify({ ...JSON.parse(await readFile(`${packageFolder}/procedure.json`, 'utf8')) as object, key });
    const put = async (key: string, more: Readonly<Record<string, string>>): Promise<void> => {
      const files = await withPublished(house.services, new Map([...await readFolder(packageFolder), ...Object.entries({ 'procedure.json': await told(key), ...more })]));
      const loading = await loadPackage(files);
      assert.ok('package' in loading, JSON.stringify(loading));
      const ready = { key, hash: loading.package.hash, timers: [], files: await keepFiles(house.services.files, files) };
      await house.store.transaction((tx) => publish(house.store, tx, ready, { account: 'system', at: house.clock.now(), note: null }));
    };
    await put('weighing', { 'process.bpmn': weighing });
    await put('calling', { 'process.bpmn': calling, 'processes/examining.bpmn': examining });
    await put('weighing', { 'process.bpmn': weighing.replace('Xem phiếu cân', 'Xem kỹ phiếu cân') });
    await page.goto('/designer/packages/calling/calls');
    await page.getByText(designerWords.calledNewer).waitFor();
    await page.getByRole('cell', { name: 'processes/examining.bpmn' }).waitFor();
    await look('designer-calls');
    await page.getByRole('button', { name: designerWords.takeCalled }).click();
    await page.getByText(/Thủ tục được gọi “/).first().waitFor();
    await page.getByRole('link', { name: designerWords.placeCalls, exact: true }).click();
    await page.getByText(designerWords.calledTaken).waitFor();
    await look('designer-calls-taken');
  });

  it('is told which dossiers could not begin by their timer, and for which data a step waits', async () => {
    const due = { procedureKey: 'construction-permit-house', node: 'monthly', part: 0, unitId: ward, postId: null, status: 'failed', runAt: house.clock.now(), attempts: 8, error: 'expected something, but it is not', retriedBy: null } as const;
    await house.store.transaction(async (tx) => {
      for (const day of ['17', '18']) await tx.startTurns.insert({ ...due, dossierId: `turn-${day}`, dueAt: `2026-11-${day}T02:00:00.000Z` });
    });
    await page.goto('/desk/incidents');
    await page.getByText(words.startWaiting.slice(10, 30)).waitFor();
    await look('could-not-begin');
    await page.getByRole('button', { name: words.incidentRetry }).first().click();
    await page.getByRole('alert').first().waitFor();
    window.wasTold(422);
    await page.getByRole('button', { name: words.startSkip }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.startSkipNow, exact: true }).click();
    await dialog.getByText(words.incidentReasonMissing).waitFor();
    await dialog.getByLabel(words.incidentReason).fill('Đã làm bằng tay');
    await look('begin-no-more');
    await dialog.getByRole('button', { name: words.startSkipNow, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await untilInPage(page, `!document.body.textContent?.includes(${JSON.stringify(words.startSkip)})`);
    assert.equal(await house.store.read((tx) => tx.startTurns.count({})), 0);

    const awaiting = bpmn(`<startEvent id="s"/><parallelGateway id="f"/><userTask id="measure" name="Đo đạc" motcua:nameEn="Measure" motcua:role="handler"/><userTask id="judge" name="Kết luận" motcua:nameEn="Judge" motcua:role="handler"><ioSpecification><dataInput id="i"/><inputSet><dataInputRefs>i</dataInputRefs></inputSet><outputSet/></ioSpecification><dataInputAssociation id="a"><targetRef>i</targetRef><transformation>measure</transformation></dataInputAssociation></userTask><endEvent id="e"/><endEvent id="e2"/>${flow('s', 'f')}${flow('f', 'measure')}${flow('f', 'judge')}${flow('measure', 'e')}${flow('judge', 'e2')}`);
    const filed = await file(await procedure('awaiting', 'process.bpmn', awaiting));
    const now = house.clock.now();
    const torn = { key: 'torn', number: 1, files: {}, publishedAt: now, publishedBy: 'system', note: null, offered: true, offeredFrom: null, offeredAt: now, offerError: null };
    await house.store.transaction(async (tx) => {
      await tx.procedureVersions.insert({ ...torn, hash: 'a'.repeat(64) });
      await tx.procedureVersions.insert({ ...torn, key: 'late', number: 2, hash: 'b'.repeat(64), offered: false, offeredFrom: now, offeredAt: null, offerError: 'office.unit: expected the code of a unit, but there is no H99.1' });
      await tx.posts.insert({ id: 'post', dossierId: 'post', sender: null, units: null, kind: 'signal', name: 'ket-qua-tham-dinh', keys: {}, data: {}, thrownAt: now, expiresAt: now, status: 'done', runAt: now, unread: null });
      await tx.deliveries.insert({ dossierId: filed, postId: 'post', begins: null, start: null, status: 'failed', runAt: now, attempts: 8, error: 'expected something, but it is not', retriedBy: null });
    });
    await page.goto('/desk/incidents');
    await page.getByText(words.unreadableMend).first().waitFor();
    await page.getByText('ket-qua-tham-dinh').first().waitFor();
    await look('given-up');
    await page.getByRole('button', { name: words.wordSkip }).click();
    await dialog.getByLabel(words.incidentReason).fill('Đã báo bằng điện thoại');
    await look('word-no-more');
    await dialog.getByRole('button', { name: words.wordSkipNow, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.versionSkip }).click();
    await dialog.getByLabel(words.incidentReason).fill('Sai đơn vị');
    await dialog.getByRole('button', { name: words.versionSkipNow, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.deepEqual(await house.store.read(async (tx) => [await tx.deliveries.count({ status: 'failed' }), await tx.procedureVersions.count({ offerError: { not: null } })]), [0, 0]);
    await house.store.transaction((tx) => tx.procedureVersions.remove({ key: { in: ['torn', 'late'] } }));

    await handler.page.goto(`/desk/dossiers/${filed}`);
    await handler.page.getByText('Bước “Kết luận” đang chờ dữ liệu').waitFor();
    await handler.page.getByText('kết quả của bước “Đo đạc”').waitFor();
    await handler.keep('awaited');
    await page.goto(`/desk/process/${filed}`);
    await page.getByText('(chờ dữ liệu)').waitFor();
  });
});
