import type { Browser } from 'playwright-core';
import { vi as desk } from '../../desk/words/vi.ts';
import type { Data } from '../../engine/state.ts';
import type { Form } from '../../forms/form.ts';
import { samplePeople } from '../../server/seed/people.ts';
import { samplePassword } from '../../server/seed/seed.ts';
import { becomes } from '../browser/becomes.ts';
import { fillFields } from './fill.ts';
import { openStep, seat, type Official } from './official.ts';
import type { SampleHouse } from './sample-house.ts';

/** Those of the sample who hold one of the roles, whoever holds the first before the others. */
export const withRole = (...wanted: readonly string[]): readonly string[] =>
  [...new Set(wanted.flatMap((role) => samplePeople.filter(({ roles }) => roles.some(([one]) => one === role)).map(({ login }) => login)))];

const unitsOf = (login: string): readonly string[] => samplePeople.find((one) => one.login === login)?.roles.map(([, unit]) => unit) ?? [];

/** Whoever is idle for an hour is signed out (server/session). */
export const isSignedOut = (seen: string, now: string): boolean => Date.parse(now) - Date.parse(seen) > 50 * 60_000;

/** The code of a dossier, where a page tells it. */
export const codeIn = (text: string): string | undefined => /H29\.\d+(?:\.\d+)?-\d{6}-\d{4}/.exec(text)?.[0];

/** Whoever may do a step: those of the sample with its role, the ones who have done one before first. */
export class Office {
  readonly #browser: Browser;
  readonly #house: SampleHouse;
  readonly #seated = new Map<string, { readonly official: Official; readonly seen: string }>();

  /** The units of whoever has had a dossier, by its code. */
  readonly #had = new Map<string, readonly string[]>();

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
  async open(roles: readonly string[], code: string): Promise<Official> {
    const able = withRole(...roles);
    const had = this.#had.get(code) ?? [];
    // colleagues of whoever had it, then whoever has come to their desk already
    const likely = (login: string): number => 2 * Number(unitsOf(login).some((unit) => had.includes(unit))) + Number(this.#seated.has(login));
    for (let rounds = 0; rounds < 8; rounds += 1) for (const login of able.toSorted((one, other) => likely(other) - likely(one))) {
      const official = await this.#at(login);
      await official.page.goto('/desk/');
      await official.page.getByRole('heading', { level: 1, name: desk.worklist }).waitFor();
      const row = official.page.getByRole('listitem').filter({ hasText: code });
      if (await row.first().waitFor({ timeout: 1500 }).then(() => true, () => false)) {
        await openStep(official, code);
        this.#had.set(code, [...had, ...unitsOf(login)]);
        return official;
      }
    }
    throw new Error(`expected ${code} on the worklist of one of ${able.join(', ')} (${roles.join(', ')}), but none has it`);
  }

  /** Begins a dossier by hand, as the first with one of the roles who is asked all that the application answers; its code. */
  async begin(roles: readonly string[], key: string, form: Form, application: Data): Promise<string> {
    const official = await this.#at(withRole(...roles)[0]!);
    const { page, hands } = official;
    await page.goto(`/desk/begin/${key}`);
    await page.getByRole('button', { name: desk.beginNow, exact: true }).waitFor();
    await official.look(`${key}-begin`);
    await fillFields(hands, page.getByRole('main'), form, form.ui.pages.flatMap(({ fields }) => fields), application);
    await official.look(`${key}-begin-filled`);
    await hands.press(page.getByRole('button', { name: desk.beginNow, exact: true }));
    const news = page.getByText(new RegExp(`^${desk.doneBegun.slice(0, desk.doneBegun.indexOf('{'))}`));
    await news.waitFor();
    await official.look(`${key}-begun`);
    const code = codeIn(await news.innerText());
    if (code === undefined) throw new Error('expected the dossier’s code where it is told that it has begun, but there is none');
    return code;
  }

  /** Looks a dossier of the office up, again and again, until its state is this. */
  async find(roles: readonly string[], code: string, state: string, name: string): Promise<void> {
    const official = await this.#at(withRole(...roles)[0]!);
    const { page, hands } = official;
    await becomes(async () => {
      await page.goto(`/desk/dossiers?q=${code}`);
      const row = page.getByRole('row').filter({ hasText: code });
      await row.waitFor();
      return (await row.innerText()).includes(state);
    }, true, `${code} comes to “${state}”`);
    await hands.press(page.getByRole('row').filter({ hasText: code }).getByRole('link'));
    await page.getByText(code).first().waitFor();
    await official.look(name);
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
