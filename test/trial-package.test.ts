import { strict as assert } from 'node:assert';
import type { FrameLocator, Page } from 'playwright-core';
import { decisionWord } from '../desk/step/decision-word.ts';
import { vi as desk } from '../desk/words/vi.ts';
import { vi as words } from '../designer/words/vi.ts';
import type { Data } from '../engine/state.ts';
import { vi as filing } from '../portal/filing/words/vi.ts';
import { vi as dossierWords } from '../portal/dossier/words/vi.ts';
import { vi as portal } from '../portal/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE } from './browser/chromium.ts';
import { answerAll, fileIt } from './story/citizen.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { fillFields } from './story/fill.ts';
import { firstScenario } from './story/told.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openWindow, type Window } from './story/window.ts';

const key = 'certified-copy';
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));

describe('a published procedure is tried out, on a phone and at a desk', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let window: Window;
  let page: Page;
  let told: Awaited<ReturnType<typeof firstScenario>>;
  let trial = '';
  let code = '';
  const citizen = 'Nguyễn Văn Giả Định';
  const screen = (person: string): FrameLocator => page.frameLocator(`iframe[title="${filled(words.tryFrame, { name: person })}"]`);

  before(async function () {
    told = await firstScenario(key);
    workshop = await openWorkshop(this);
    window = await openWindow(workshop.browser, workshop.house.url, PHONE);
    await window.context.addCookies(await workshop.window.context.cookies());
    ({ page } = window);
    await page.goto(`/designer/packages/${key}/try`);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  const seen = async (name: string): Promise<void> => {
    await window.keep(name);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), page.viewportSize()!.width, `${name} scrolls sideways`);
  };
  /** Plays somebody of the office in their frame: opens the dossier, answers the step, decides. */
  const play = async (role: string, step: string, answer: Data, confirm?: string): Promise<void> => {
    const form = told.pack.forms.get(told.pack.definition.nodes[step]!.step.form!)!;
    await page.getByRole('button', { name: new RegExp(`^${role} \\(thử\\)`) }).click();
    const at = screen(`${role} (thử)`);
    await at.getByRole('listitem').filter({ hasText: code }).getByRole('link').first().click();
    const work = at.getByRole('region', { name: desk.paneWork });
    await work.getByRole('heading', { level: 2 }).first().waitFor();
    await fillFields(window.hands, work, form, form.ui.pages.flatMap(({ fields }) => fields), answer);
    await seen(`trial-${step}`);
    const decision = decisionWord(form, answer)?.vi ?? desk.completeStep;
    await work.getByRole('button', { name: decision, exact: true }).click();
    if (confirm !== undefined) await at.getByRole('dialog', { name: confirm }).getByRole('button', { name: decision, exact: true }).click();
    await at.getByText(/^Đã xong “/).waitFor();
  };
  const steps = (): Readonly<Record<string, Data>> => Object.fromEntries(told.scenario.steps.flatMap((step) => ('complete' in step ? [[step.complete, step.answer as Data]] : [])));

  it('is filed on the citizen’s own screen', async () => {
    await page.getByRole('button', { name: words.tryStart }).click();
    await screen(citizen).getByRole('link', { name: 'Sao y bản chính' }).waitFor();
    await seen('trial-phone-begun');
    trial = page.url();
    await page.goto((await page.getByRole('link', { name: words.tryAlone }).getAttribute('href')) ?? '');
    await page.getByRole('link', { name: 'Sao y bản chính' }).click();
    await page.getByRole('button', { name: portal.begin }).first().click();
    await answerAll(window, { form: told.pack.forms.get(told.pack.procedure.forms.application)!, answers: told.application });
    await page.getByRole('link', { name: filing.filingCheck }).click();
    code = await fileIt(window);
    await page.goto(trial);
    await page.getByRole('article', { name: code }).waitFor();
    await seen('trial-phone-filed');
  });

  it('is taken in by phone, then examined and signed at the desk', async () => {
    await play('Cán bộ tiếp nhận', 'reception', steps()['reception']!);
    await page.setViewportSize(DESKTOP);
    await play('Cán bộ thụ lý', 'attest', steps()['attest']!);
    await play('Lãnh đạo ký', 'sign', steps()['sign']!, desk.confirm_sign);
    await seen('trial-signed');
  });

  it('says when something happens next, and goes over days and holidays', async () => {
    const dossier = page.getByRole('article', { name: code });
    await dossier.getByText(words.tryTimed).waitFor();
    const now = page.locator('.trial-now');
    await page.getByRole('button', { name: /^Tới \d\d:\d\d .*: có hạn hoặc nhắc$/ }).click();
    await becomes(() => now.innerText(), /16:00 Thứ Tư, 18\/11\/2026/, 'an hour before the day ends');
    await page.getByRole('button', { name: words.tryGo }).click();
    await page.getByText(words.tryToMissing).waitFor();
    // the first days of the year are a holiday, and a weekend follows
    await page.getByLabel(words.tryTo).fill('31/12/2026');
    await page.getByRole('button', { name: words.tryGo }).click();
    await becomes(() => now.innerText(), /07:30 Thứ Năm, 31\/12\/2026/);
    await becomes(() => page.getByLabel(words.tryTo).inputValue(), '', 'no day stands there that is over');
    await page.getByRole('button', { name: words.tryDay }).click();
    await becomes(() => now.innerText(), /Thứ Hai, 04\/01\/2027/, 'one working day later is after the holiday and the weekend');
    await seen('trial-holiday');
  });

  it('is paid for by the citizen and handed over', async () => {
    await page.getByRole('button', { name: new RegExp(`^${citizen}`) }).click();
    const at = screen(citizen);
    await at.getByRole('link', { name: portal.navDossiers }).first().click();
    await at.getByRole('listitem').filter({ hasText: code }).getByRole('link').first().click();
    await at.getByRole('button', { name: /^Nộp \d/ }).click();
    await at.getByRole('button', { name: /^Thanh toán/ }).click();
    await at.getByText(dossierWords.paidTitle, { exact: true }).waitFor();
    await seen('trial-paid');
    await play('Cán bộ trả kết quả', 'returnAtCounter', steps()['returnAtCounter']!);
    await page.getByRole('article', { name: code }).getByText(words.tryEnded).waitFor();
    await seen('trial-ended');
  });

  it('is kept as a scenario that passes, with the way it went on the drawing', async () => {
    await page.getByRole('button', { name: words.tryRecord }).click();
    const dialog = page.getByRole('dialog', { name: words.tryRecord });
    await dialog.getByLabel(words.tryNameVi).fill('Trả sau Tết dương lịch');
    await dialog.getByLabel(words.tryNameEn).fill('Handed over after the new year');
    await dialog.getByRole('button', { name: words.tryRecord }).click();
    await page.getByText(filled(words.tryRecorded, { name: 'Trả sau Tết dương lịch' })).waitFor();
    await page.getByRole('button', { name: words.tryShow }).click();
    await page.getByText(words.trailPassed, { exact: true }).waitFor();
    await seen('trial-trail');
    await page.getByRole('button', { name: words.trailHide }).click();
    await page.getByRole('navigation').getByRole('link', { name: words.placeScenarios, exact: true }).click();
    await page.getByRole('button', { name: words.playScenarios }).click();
    await page.getByRole('heading', { name: new RegExp(`^${filled(words.scenariosOutcome, { passed: '\\d+', failed: 0 })}$`) }).waitFor();
    await seen('trial-scenarios');
    await page.getByRole('button', { name: words.tryShow }).click();
    await page.getByText(words.coverage).waitFor();
    await becomes(() => page.locator('.process-canvas .djs-visual > text').evaluateAll((names) => names.filter((name) => getComputedStyle(name).stroke !== 'none').length), 0, 'names are not drawn over with the colour of the way');
    await seen('trial-coverage');
    await page.setViewportSize(PHONE);
    await seen('trial-coverage-phone');
    assert.deepEqual(workshop.house.complaints, []);
  });
});
