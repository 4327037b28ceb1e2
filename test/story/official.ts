import type { Browser, Locator, Page } from 'playwright-core';
import type { Data } from '../../engine/state.ts';
import type { Form } from '../../forms/form.ts';
import { vi as desk } from '../../desk/words/vi.ts';
import { becomes } from '../browser/becomes.ts';
import { DESKTOP } from '../browser/chromium.ts';
import { fillFields, readForm } from './fill.ts';
import { mouse, type Hands } from './hands.ts';
import { openWindow, type Window } from './window.ts';

export interface Official extends Window {
  readonly login: string;
}

/** A member of staff at their desk, signed in, looking at the worklist. */
export async function seat(browser: Browser, url: string, login: string, password: string, handsOn: (page: Page) => Hands = mouse): Promise<Official> {
  const window = await openWindow(browser, url, DESKTOP, { handsOn });
  const { page, hands } = window;
  await page.goto('/desk/');
  await hands.write(page.getByLabel(desk.username), login);
  await hands.write(page.getByLabel(desk.password), password);
  await hands.press(page.getByRole('button', { name: desk.signIn, exact: true }));
  await page.getByRole('heading', { level: 1, name: desk.worklist }).waitFor();
  return { ...window, login };
}

/** Opens the step of a dossier from the worklist, and takes it when nobody has it. */
export async function openStep({ page, hands }: Official, code: string): Promise<void> {
  await hands.press(page.getByRole('link', { name: desk.navWork, exact: true }));
  await page.getByRole('heading', { level: 1, name: desk.worklist }).waitFor();
  await hands.press(page.getByRole('listitem').filter({ hasText: code }).getByRole('link'));
  await page.getByRole('region', { name: desk.paneWork }).getByRole('heading', { level: 2 }).first().waitFor();
}

/** Answers the open step with the fields of its form file that have an answer. */
export async function answerStep({ page, hands }: Official, name: string | Form, answers: Data): Promise<void> {
  const form = typeof name === 'string' ? await readForm(name) : name;
  const work = page.getByRole('region', { name: desk.paneWork });
  await fillFields(hands, work, form, form.ui.pages.flatMap(({ fields }) => fields), answers);
}

/** Presses the decision's own button and stays at the dossier; a decision that is asked about once more is confirmed. The good news is read and put away. */
export async function decide({ page, hands }: Official, decision: string, confirm?: string): Promise<void> {
  const work = page.getByRole('region', { name: desk.paneWork });
  await hands.press(work.getByRole('button', { name: decision, exact: true }));
  if (confirm !== undefined) await hands.press(page.getByRole('dialog', { name: confirm }).getByRole('button', { name: decision, exact: true }));
  const news = page.getByText(/^Đã xong “/);
  await news.waitFor();
  await becomes(async () => ((await news.boundingBox())?.y ?? -1) >= 0, true, 'the good news stands in the window, not above it');
  await hands.press(page.getByRole('button', { name: desk.dismiss }));
}

/** Flags a place of the application and says what to do about it. */
export async function flagAnswer({ page }: Official, label: string, remark: string): Promise<void> {
  const data = page.getByRole('region', { name: desk.paneData, exact: true });
  await data.getByRole('button', { name: `${desk.flag}: ${label}`, exact: true }).click();
  await remarkAt(page, data.getByLabel(`${desk.remarkFor} ${label}`), remark);
}

/** The box that opened stands whole in the window: nobody has to look for it. */
async function remarkAt(page: Page, box: Locator, remark: string): Promise<void> {
  await box.waitFor();
  const height = page.viewportSize()!.height;
  await becomes(async () => {
    const place = await box.boundingBox();
    return place !== null && place.y >= 0 && place.y + place.height <= height;
  }, true, 'the remark stands whole in the window');
  await box.fill(remark);
}

export async function flagPaper({ page }: Official, label: string, remark: string): Promise<void> {
  const papers = page.getByRole('region', { name: desk.panePapers });
  const button = papers.getByRole('button', { name: desk.flagWhat.replace('{what}', label), exact: true });
  await button.click();
  await remarkAt(page, papers.getByLabel(`${desk.remarkFor} ${label}`), remark);
  await becomes(() => button.getAttribute('aria-pressed'), 'true');
}
