import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { decisionWord } from '../../desk/step/decision-word.ts';
import { vi as desk } from '../../desk/words/vi.ts';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { deadline } from '../../engine/calendar/deadline.ts';
import hcmc from '../../engine/calendar/hcmc.json' with { type: 'json' };
import type { Data } from '../../engine/state.ts';
import { stepRoles } from '../../engine/step-roles.ts';
import type { Form } from '../../forms/form.ts';
import { vi as dossierWords } from '../../portal/dossier/words/vi.ts';
import { vi as filing } from '../../portal/filing/words/vi.ts';
import { vi as portal } from '../../portal/words/vi.ts';
import type { ScenarioStep } from '../../procedures/scenario.ts';
import { samplePassword } from '../../server/seed/seed.ts';
import { PHONE } from '../browser/chromium.ts';
import { answerAll, fileIt, openDossierUntil, signInAsCitizen } from './citizen.ts';
import { fillFields } from './fill.ts';
import { codeIn, isSignedOut, Office, withRole } from './office.ts';
import { answerStep, decide } from './official.ts';
import type { SampleHouse } from './sample-house.ts';
import { beginningOf, type Told } from './told.ts';
import { openWindow, type Window } from './window.ts';

const confirmations: Readonly<Record<string, string>> = { signer: desk.confirm_sign, clerk: desk.confirm_number };

const rolesOf = ({ definition }: Told['pack'], node: string): readonly string[] => stepRoles(definition.nodes[node]!.step);

const calendar = compileCalendar(hcmc);

/** When a step of a scenario is, in milliseconds, as in its test: an instant, or the end of a limit in working time. */
const instantOf = (when: string | undefined, now: string): number =>
  Date.parse(when === undefined ? now : when.startsWith('+') ? deadline(calendar, now, when.slice(1)).dueAt : when);

/** Pays what is asked for at the simulated bank. */
async function pay(citizen: Window, code: string): Promise<void> {
  const { page } = citizen;
  await openDossierUntil(citizen, code, /^Bạn cần nộp \d/);
  await page.getByRole('button', { name: /^Nộp \d/ }).click();
  await page.getByRole('button', { name: /^Thanh toán/ }).click();
  await page.getByText(dossierWords.paidTitle, { exact: true }).waitFor();
}

/** A step of the applicant besides a supplement, from the card on top of the dossier. */
async function answerOwn(citizen: Window, { pack, code, id, form, answer }: { readonly pack: Told['pack']; readonly code: string; readonly id: string; readonly form: Form | undefined; readonly answer: Data }): Promise<void> {
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
  const people = scenario.steps.flatMap((step) => ('complete' in step && step.by !== undefined ? [[step.by, `account-${withRole(...rolesOf(pack, step.complete))[0]}`] as const] : []));
  const accounts: ReadonlyMap<unknown, string> = new Map(people);
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, accounts.get(value) ?? value]));
}

/** Where of the path a step of a scenario is: what a person does, or that the fee is paid. */
const nodeOf = (step: ScenarioStep): string | undefined => ('complete' in step ? step.complete : isPayment(step) ? 'awaitPayment' : undefined);

const isPayment = (step: ScenarioStep): boolean => 'message' in step && step.message === 'payment.settled';

/** The topics of programs outside on the expected path between two steps of people, or before a payment. */
function between({ pack, scenario: { expect, connectors = {} } }: Told, from: string | undefined, step: ScenarioStep): readonly string[] {
  const next = nodeOf(step);
  const begin = from === undefined ? 0 : expect.path.lastIndexOf(from) + 1;
  const end = next === undefined ? -1 : expect.path.indexOf(next, begin);
  const nodes = expect.path.slice(begin, Math.max(begin, end)).map((id) => pack.definition.nodes[id]);
  return nodes.flatMap((node) => (node?.step.connector !== undefined && node.step.connector in connectors ? [node.step.connector] : []));
}

/** What of a scenario this driver cannot do; nothing of the shipped ones' first (test/every-procedure.test.ts). */
export function beyondHands({ pack, scenario }: Told): readonly string[] {
  return scenario.steps.flatMap((step) => {
    if ('complete' in step) {
      const roles = rolesOf(pack, step.complete);
      return roles.includes('applicant') || withRole(...roles).length > 0 ? [] : [`nobody of the sample is ${roles.join(' or ')}, who has ${step.complete}`];
    }
    return 'wait' in step || 'message' in step ? [] : [`a step that is no deed of a person: ${JSON.stringify(step)}`];
  });
}

/** The people of one dossier after the other: a citizen with a phone, the office with its desks, and the time that goes by between them. */
class Life {
  readonly #house: SampleHouse;
  readonly #citizen: Window;
  readonly #office: Office;
  #seen: string | undefined;

  constructor(house: SampleHouse, citizen: Window, office: Office) {
    this.#house = house;
    this.#citizen = citizen;
    this.#office = office;
  }

  /** From its beginning to its end. */
  async live(told: Told): Promise<void> {
    const { key } = told.pack.procedure;
    const code = await this.#begin(told);
    await this.#steps(told, code);
    const last = told.scenario.expect.states.at(-1)!;
    const beginning = await beginningOf(told.pack);
    if (beginning.by === 'hand') return this.#office.find(beginning.roles, code, desk[`state_${last}` as 'state_10'], `${key}-end`);
    await this.#onThePhone();
    await openDossierUntil(this.#citizen, code, dossierWords[`state_${last}` as 'state_10']);
    await this.#citizen.look(`${key}-end`);
  }

  async #begin(told: Told): Promise<string> {
    const { pack: { procedure, forms }, scenario, application } = told;
    const beginning = await beginningOf(told.pack);
    if (beginning.by === 'word') return this.#beginBySaying(told, beginning.said);
    this.#wait(Date.parse(scenario.filed.at), 0);
    if (beginning.by === 'hand') return this.#office.begin(beginning.roles, procedure.key, forms.get(procedure.forms.application)!, application);
    return this.#file(told);
  }

  /** Files the application on the phone; the dossier's code. */
  async #file({ pack: { procedure: { key, forms: { application } }, forms }, application: answers }: Told): Promise<string> {
    const citizen = this.#citizen;
    const { page } = citizen;
    await page.goto(`/sign-in?begin=${key}`);
    await signInAsCitizen(citizen, 'congdan1', samplePassword);
    await answerAll(citizen, { form: forms.get(application)!, answers });
    await page.getByRole('link', { name: filing.filingCheck }).click();
    await page.getByRole('heading', { level: 1, name: filing.checkTitle }).waitFor();
    await citizen.look(`${key}-check`);
    const code = await fileIt(citizen);
    await this.#putAway();
    return code;
  }

  /** The other dossier is lived until this one stands in the citizen's list. */
  async #beginBySaying({ pack }: Told, said: Told): Promise<string> {
    const first = await this.#begin(said);
    const before = await this.#mine(pack);
    const begun = async (): Promise<string | undefined> => (await this.#mine(pack)).find((code) => !before.includes(code));
    await this.#steps(said, first, async () => (await begun()) !== undefined);
    const code = await begun();
    if (code === undefined) throw new Error(`expected a dossier of ${pack.procedure.key} in the citizen’s list, begun by ${first} (${said.name}), but there is none`);
    await openDossierUntil(this.#citizen, code, dossierWords.linkedFrom);
    await this.#citizen.look(`${pack.procedure.key}-begun`);
    await this.#putAway();
    return code;
  }

  /** The codes of the citizen's dossiers of a procedure. */
  async #mine({ procedure: { shortName, name } }: Told['pack']): Promise<readonly string[]> {
    await this.#onThePhone();
    const { page } = this.#citizen;
    await page.goto('/dossiers');
    await page.getByRole('listitem').first().waitFor();
    const items = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: (shortName ?? name).vi, exact: true }) });
    const codes = (await items.allInnerTexts()).flatMap((text) => codeIn(text) ?? []);
    await this.#putAway();
    return codes;
  }

  /** Step after step as the scenario tells it, until that is enough. */
  async #steps(told: Told, code: string, isEnough?: () => Promise<boolean>): Promise<void> {
    const { scenario } = told;
    let passed: string | undefined;
    for (const step of scenario.steps) {
      // programs outside answer at once, before the time of the next step
      for (const topic of between(told, passed, step)) await this.#office.doOutsideWork(scenario.connectors![topic] as Data);
      await this.#house.rest();
      // what another dossier says, or time, comes next: what has begun meanwhile stands in the list before
      if (isEnough !== undefined && !('complete' in step) && !isPayment(step) && (await this.#comes(isEnough))) return;
      this.#wait(instantOf('wait' in step ? step.wait : step.at, this.#house.now()), 5);
      const node = nodeOf(step);
      // what is paid ahead of its place is nowhere on the way
      if (node !== undefined && scenario.expect.path.includes(node)) passed = node;
      if ('complete' in step) await this.#do(told, code, { complete: step.complete, answer: step.answer as Data });
      if (isPayment(step)) {
        await this.#onThePhone();
        await pay(this.#citizen, code);
        await this.#putAway();
      }
    }
    if (isEnough !== undefined) await this.#comes(isEnough);
  }

  /** Whether it holds, within what the machine may take. */
  async #comes(holds: () => Promise<boolean>): Promise<boolean> {
    for (const end = Date.now() + 20_000; Date.now() < end; await setTimeout(200)) if (await holds()) return true;
    return false;
  }

  /** One step as the scenario tells it, by whoever has it. */
  async #do(told: Told, code: string, step: { readonly complete: string; readonly answer: Data }): Promise<void> {
    const { pack } = told;
    const roles = rolesOf(pack, step.complete);
    const file = pack.definition.nodes[step.complete]!.step.form;
    const form: Form | undefined = file === undefined ? undefined : pack.forms.get(file);
    if (roles.includes('applicant')) {
      await this.#onThePhone();
      await answerOwn(this.#citizen, { pack, code, id: step.complete, form, answer: step.answer });
      return this.#putAway();
    }
    const official = await this.#office.open(roles, code);
    if (form) await answerStep(official, form, withAccounts(told, step.answer));
    await official.look(`${pack.procedure.key}-${step.complete}`);
    await decide(official, form ? decisionWord(form, step.answer)?.vi ?? desk.completeStep : desk.completeStep, confirmations[roles[0]!]);
  }

  #wait(instant: number, least: number): void {
    this.#house.later(Math.max(Math.ceil((instant - Date.parse(this.#house.now())) / 60_000), least));
  }

  /** An open page would ask on, and be told that nobody is signed in any more. */
  async #putAway(): Promise<void> {
    await this.#citizen.page.goto('about:blank');
    this.#seen = this.#house.now();
  }

  /** The citizen takes the phone again; who was away for too long signs in again. */
  async #onThePhone(): Promise<void> {
    const citizen = this.#citizen;
    const { page, context } = citizen;
    if (this.#seen === undefined || isSignedOut(this.#seen, this.#house.now())) {
      await context.clearCookies();
      await page.goto('/sign-in');
      await signInAsCitizen(citizen, 'congdan1', samplePassword);
      await page.getByText(portal.signOut, { exact: true }).waitFor();
    }
    this.#seen = this.#house.now();
  }
}

/** Lives a scenario of a package in the browser, the citizen on a phone and the office at its desks, all by the interface. */
export async function liveOnce(browser: Browser, house: SampleHouse, told: Told): Promise<void> {
  const citizen = await openWindow(browser, house.url, PHONE);
  const office = new Office(browser, house);
  await new Life(house, citizen, office).live(told);
  await office.close();
  await citizen.close();
}
