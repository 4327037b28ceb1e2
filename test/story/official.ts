import { strict as assert } from 'node:assert';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Data } from '../../engine/state.ts';
import { vi as desk } from '../../desk/words/vi.ts';
import { DESKTOP } from '../browser/chromium.ts';
import { fillFields, readForm } from './fill.ts';
import { openWindow, type Window } from './window.ts';

export interface Official extends Window {
  readonly login: string;
}

/** A member of staff at their desk, signed in, looking at the worklist. */
export async function seat(browser: Browser, url: string, login: string, password: string): Promise<Official> {
  const window = await openWindow(browser, url, DESKTOP);
  const { page } = window;
  await page.goto('/desk/');
  await page.getByLabel(desk.username).fill(login);
  await page.getByLabel(desk.password).fill(password);
  await page.getByRole('button', { name: desk.signIn, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: desk.worklist }).waitFor();
  return { ...window, login };
}

/** Opens the step of a dossier from the worklist, and takes it when nobody has it. */
export async function openStep({ page }: Official, code: string): Promise<void> {
  await page.getByRole('link', { name: desk.navWork, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: desk.worklist }).waitFor();
  await page.getByRole('listitem').filter({ hasText: code }).getByRole('link').click();
  await page.getByRole('region', { name: desk.paneWork }).getByRole('heading', { level: 2 }).first().waitFor();
}

/** Answers the open step with the fields of its form file that have an answer. */
export async function answerStep({ page }: Official, name: string, answers: Data): Promise<void> {
  const form = await readForm(name);
  const work = page.getByRole('region', { name: desk.paneWork });
  await fillFields(page, work, form, form.ui.pages.flatMap(({ fields }) => fields), answers);
}

/** Presses the decision's own button and stays at the dossier; a decision that is asked about once more is confirmed. The good news is read and put away. */
export async function decide({ page }: Official, decision: string, confirm?: string): Promise<void> {
  const work = page.getByRole('region', { name: desk.paneWork });
  await work.getByRole('button', { name: decision, exact: true }).click();
  if (confirm !== undefined) await page.getByRole('dialog', { name: confirm }).getByRole('button', { name: decision, exact: true }).click();
  const news = page.getByText(/^Đã xong “/);
  await news.waitFor();
  const place = await news.boundingBox();
  assert.ok(place && place.y >= 0, `the good news stands above the window, at ${JSON.stringify(place)}`);
  await page.getByRole('button', { name: desk.dismiss }).click();
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
  const [place, window] = [await box.boundingBox(), page.viewportSize()];
  assert.ok(place && window && place.y >= 0 && place.y + place.height <= window.height, `the remark stands at ${JSON.stringify(place)}`);
  await box.fill(remark);
}

export async function flagPaper({ page }: Official, label: string, remark: string): Promise<void> {
  const papers = page.getByRole('region', { name: desk.panePapers });
  const button = papers.getByRole('button', { name: desk.flagWhat.replace('{what}', label), exact: true });
  await button.click();
  await remarkAt(page, papers.getByLabel(`${desk.remarkFor} ${label}`), remark);
  assert.equal(await button.getAttribute('aria-pressed'), 'true');
}
