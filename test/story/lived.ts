import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { decisionWord } from '../../desk/step/decision-word.ts';
import { vi as desk } from '../../desk/words/vi.ts';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };
import type { Data } from '../../engine/state.ts';
import type { Form } from '../../forms/form.ts';
import { vi as dossierWords } from '../../portal/dossier/words/vi.ts';
import { vi as filing } from '../../portal/filing/words/vi.ts';
import { vi as portal } from '../../portal/words/vi.ts';
import { readFolder } from '../../procedures/folder.ts';
import { loadPackage } from '../../procedures/load.ts';
import type { LoadedProcedure } from '../../procedures/loaded.ts';
import type { Scenario } from '../../procedures/scenario.ts';
import { packages } from '../../server/commands/house.ts';
import { samplePeople } from '../../server/seed/people.ts';
import { samplePassword } from '../../server/seed/seed.ts';
import { PHONE } from '../browser/chromium.ts';
import { answerAll, fileIt, openDossierUntil, signInAsCitizen } from './citizen.ts';
import { fillFields } from './fill.ts';
import { answerStep, decide, openStep, seat, type Official } from './official.ts';
import type { SampleHouse } from './sample-house.ts';
import { openWindow, type Window } from './window.ts';

interface Told {
  readonly pack: LoadedProcedure;
  readonly scenario: Scenario;
  readonly application: Data;
}

/** A shipped package with the first of its scenarios, which goes straight through. */
export async function firstScenario(key: string): Promise<Told> {
  const folder = `${packages}/${key}`;
  const loading = await loadPackage(await readFolder(folder));
  assert.ok('package' in loading, JSON.stringify(loading));
  const [first] = (await readdir(`${folder}/scenarios`)).filter((file) => file.endsWith('.json')).toSorted();
  const scenario = JSON.parse(await readFile(`${folder}/scenarios/${first}`, 'utf8')) as Scenario;
  const application = JSON.parse(await readFile(`${folder}/scenarios/applications/${scenario.filed.application}.json`, 'utf8')) as Data;
  return { pack: loading.package, scenario, application };
}

const withRole = (role: string): readonly string[] => samplePeople.filter(({ roles }) => roles.some(([one]) => one === role)).map(({ login }) => login);

/** Whoever may do a step: those of the sample with its role, the ones who have done one before first. */
class Office {
  readonly #browser: Browser;
  readonly #house: SampleHouse;
  readonly #seated = new Map<string, { readonly official: Official; readonly seen: string }>();

  constructor(browser: Browser, house: SampleHouse) {
    this.#browser = browser;
    this.#house = house;
  }

  /** At their desk; who was idle for too long signs in again. */
  async #at(login: string): Promise<Official> {
    const known = this.#seated.get(login);
    const now = this.#house.now();
    const isGone = known !== undefined && isSignedOut(known.seen, now);
    if (isGone) await known.official.close();
    const official = known === undefined || isGone ? await seat(this.#browser, this.#house.url, login, samplePassword) : known.official;
    this.#seated.set(login, { official, seen: now });
    return official;
  }

  /** Opens the dossier at the desk of the first on whose worklist it stands; looks again for a while, as the machine may still be at work. */
  async open(role: string, code: string): Promise<Official> {
    const able = withRole(role);
    for (let rounds = 0; rounds < 8; rounds += 1) for (const login of able.toSorted((one, other) => Number(this.#seated.has(other)) - Number(this.#seated.has(one)))) {
      const official = await this.#at(login);
      await official.page.goto('/desk/');
      await official.page.getByRole('heading', { level: 1, name: desk.worklist }).waitFor();
      const row = official.page.getByRole('listitem').filter({ hasText: code });
      if (await row.first().waitFor({ timeout: 1500 }).then(() => true, () => false)) {
        await openStep(official, code);
        return official;
      }
    }
    throw new Error(`expected ${code} on the worklist of one of ${able.join(', ')} (${role}), but none has it`);
  }

  /** What a program outside is waited for, done by hand by who runs the house: what came last is ours. Once more where it was taken back meanwhile. */
  async doOutsideWork(answer: Data): Promise<void> {
    const { page } = await this.#at('quantri');
    for (let tries = 0; tries < 20; tries += 1) {
      await page.goto('/desk/outside');
      await page.getByRole('heading', { level: 1 }).waitFor();
      const button = page.getByRole('button', { name: desk.outsideDo }).last();
      if (!(await button.waitFor({ timeout: 1500 }).then(() => true, () => false))) continue;
      await button.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(desk.outsideAnswer).fill(JSON.stringify(answer));
      await dialog.getByLabel(desk.incidentReason).fill('Hệ thống kia chưa nối (mẫu)');
      await dialog.getByRole('button', { name: desk.outsideDoNow, exact: true }).click();
      if (await dialog.waitFor({ state: 'detached', timeout: 5000 }).then(() => true, () => false)) return;
    }
    throw new Error('expected work that a program outside is waited for, but there is none');
  }

  async close(): Promise<void> {
    for (const { official } of this.#seated.values()) await official.close();
  }
}

const confirmations: Readonly<Record<string, string>> = { signer: desk.confirm_sign, clerk: desk.confirm_number };

/** Files the application on a phone; the dossier's code. */
async function fileByPhone(citizen: Window, { pack, application }: Told): Promise<string> {
  const { page } = citizen;
  const { key, forms } = pack.procedure;
  await page.goto(`/sign-in?begin=${key}`);
  await signInAsCitizen(citizen, 'congdan1', samplePassword);
  const form = pack.forms.get(forms.application)!;
  await answerAll(citizen, { form, answers: application });
  await page.getByRole('link', { name: filing.filingCheck }).click();
  await page.getByRole('heading', { level: 1, name: filing.checkTitle }).waitFor();
  await citizen.look(`${key}-check`);
  return fileIt(citizen);
}

/** Whoever is idle for an hour is signed out (server/session). */
const isSignedOut = (seen: string, now: string): boolean => Date.parse(now) - Date.parse(seen) > 50 * 60_000;

const calendar = compileCalendar(hcmc);

/** When a step of a scenario is, in milliseconds, as in its test: an instant, or the end of a limit in working time. */
const instantOf = (when: string | undefined, now: string): number =>
  Date.parse(when === undefined ? now : when.startsWith('+') ? deadline(calendar, now, when.slice(1)).dueAt : when);

async function signInAgain(citizen: Window): Promise<void> {
  const { page, context } = citizen;
  await context.clearCookies();
  await page.goto('/sign-in');
  await signInAsCitizen(citizen, 'congdan1', samplePassword);
  await page.getByText(portal.signOut, { exact: true }).waitFor();
}

/** Pays what is asked for at the simulated bank. */
async function pay(citizen: Window, code: string): Promise<void> {
  const { page } = citizen;
  await openDossierUntil(citizen, code, /^Bạn cần nộp \d/);
  await page.getByRole('button', { name: /^Nộp \d/ }).click();
  await page.getByRole('button', { name: /^Thanh toán/ }).click();
  await page.getByText(dossierWords.paidTitle, { exact: true }).waitFor();
}

/** A step of the applicant besides a supplement, from the card on top of the dossier. */
async function answerOwn(citizen: Window, { pack, code, id, form, answer }: { readonly pack: LoadedProcedure; readonly code: string; readonly id: string; readonly form: Form | undefined; readonly answer: Data }): Promise<void> {
  const { page, hands } = citizen;
  const { key } = pack.procedure;
  await openDossierUntil(citizen, code, dossierWords.doNow);
  await citizen.look(`${key}-todo`);
  await hands.press(page.getByRole('link', { name: dossierWords.doNow }));
  await page.getByRole('heading', { level: 1, name: pack.definition.nodes[id]!.step.citizenName!.vi }).waitFor();
  await page.getByRole('button', { name: filing.ownStepSend, exact: true }).waitFor();
  if (form) await fillFields(hands, page, form, form.ui.pages.flatMap(({ fields }) => fields), answer);
  await citizen.look(`${key}-own-step`);
  await hands.press(page.getByRole('button', { name: filing.ownStepSend, exact: true }));
  await page.getByRole('heading', { level: 1, name: filing.ownStepDone }).waitFor();
}

/** An answer in which the people of a scenario are accounts of the sample, each with the role of what they do in it. */
function withAccounts({ pack, scenario }: Told, answer: Data): Data {
  const people = scenario.steps.flatMap((step) => ('complete' in step && step.by !== undefined ? [[step.by, `account-${withRole(pack.definition.nodes[step.complete]!.step.role!)[0]}`] as const] : []));
  const accounts: ReadonlyMap<unknown, string> = new Map(people);
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, accounts.get(value) ?? value]));
}

/** One step as the scenario tells it, by whoever has it. */
async function doStep(office: Office, citizen: Window, told: Told, code: string, step: { readonly complete: string; readonly answer: Data }): Promise<void> {
  const { pack } = told;
  const node = pack.definition.nodes[step.complete]!;
  const role = node.step.role!;
  const form: Form | undefined = node.step.form === undefined ? undefined : pack.forms.get(node.step.form);
  if (role === 'applicant') return answerOwn(citizen, { pack, code, id: step.complete, form, answer: step.answer });
  const official = await office.open(role, code);
  if (form) await answerStep(official, form, withAccounts(told, step.answer));
  await official.look(`${pack.procedure.key}-${step.complete}`);
  await decide(official, form ? decisionWord(form, step.answer)?.vi ?? desk.completeStep : desk.completeStep, confirmations[role]);
}

/** Where of the path a step of a scenario is: what a person does, or that the fee is paid. */
const nodeOf = (step: Scenario['steps'][number]): string | undefined => ('complete' in step ? step.complete : 'message' in step && step.message === 'payment.settled' ? 'awaitPayment' : undefined);

/** The topics of programs outside on the expected path between two steps of people, or before a payment. */
function between({ pack, scenario: { expect, connectors = {} } }: Told, from: string | undefined, step: Scenario['steps'][number]): readonly string[] {
  const next = nodeOf(step);
  const begin = from === undefined ? 0 : expect.path.lastIndexOf(from) + 1;
  const end = next === undefined ? -1 : expect.path.indexOf(next, begin);
  const nodes = expect.path.slice(begin, Math.max(begin, end)).map((id) => pack.definition.nodes[id]);
  return nodes.flatMap((node) => (node?.step.connector !== undefined && node.step.connector in connectors ? [node.step.connector] : []));
}

/** Files the application of a package's first scenario on a phone, and takes the dossier to its end at the desk, all by the interface. */
export async function liveOnce(browser: Browser, house: SampleHouse, told: Told): Promise<void> {
  const citizen = await openWindow(browser, house.url, PHONE);
  const office = new Office(browser, house);
  const wait = (instant: number, least: number): void => house.later(Math.max(Math.ceil((instant - Date.parse(house.now())) / 60_000), least));
  wait(Date.parse(told.scenario.filed.at), 0);
  const code = await fileByPhone(citizen, told);
  // An open page would ask on, and be told that nobody is signed in any more.
  const putAway = async (): Promise<void> => void (await citizen.page.goto('about:blank'));
  await putAway();
  let seen = house.now();
  const backOnThePhone = async (): Promise<void> => {
    if (isSignedOut(seen, house.now())) await signInAgain(citizen);
    seen = house.now();
  };
  let passed: string | undefined;
  for (const step of told.scenario.steps) {
    // programs outside answer at once, before the time of the next step
    for (const topic of between(told, passed, step)) await office.doOutsideWork(told.scenario.connectors![topic] as Data);
    await house.rest();
    wait(instantOf('wait' in step ? step.wait : step.at, house.now()), 5);
    const node = nodeOf(step);
    // what is paid ahead of its place is nowhere on the way
    if (node !== undefined && told.scenario.expect.path.includes(node)) passed = node;
    if ('message' in step || ('complete' in step && told.pack.definition.nodes[step.complete]!.step.role === 'applicant')) await backOnThePhone();
    if ('complete' in step) await doStep(office, citizen, told, code, { complete: step.complete, answer: step.answer as Data });
    if ('message' in step && step.message === 'payment.settled') await pay(citizen, code);
    await putAway();
  }
  await backOnThePhone();
  const last = told.scenario.expect.states.at(-1)!;
  await openDossierUntil(citizen, code, dossierWords[`state_${last}` as 'state_10']);
  await citizen.look(`${told.pack.procedure.key}-end`);
  await office.close();
  await citizen.close();
}
