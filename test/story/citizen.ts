import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import type { Data } from '../../engine/state.ts';
import { evaluate, isHidden } from '../../forms/evaluate.ts';
import { expand } from '../../forms/expand.ts';
import { valueAt } from '../../forms/field-path.ts';
import type { Form } from '../../forms/form.ts';
import { vi as account } from '../../portal/sign-in/words/vi.ts';
import { vi as dossierWords } from '../../portal/dossier/words/vi.ts';
import { vi as filing } from '../../portal/filing/words/vi.ts';
import { vi as service } from '../../portal/service/words/vi.ts';
import { vi as portal } from '../../portal/words/vi.ts';
import { vi as kit } from '../../ui/words/vi.ts';
import { fillField, fillFields, pageAsked } from './fill.ts';
import { patience, type Window } from './window.ts';

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Signs in on the portal's own page, which is open. */
export async function signInAsCitizen({ page, hands }: Window, login: string, password: string): Promise<void> {
  await hands.write(page.getByLabel(account.username), login);
  await hands.write(page.getByLabel(account.password), password);
  await hands.press(page.getByRole('button', { name: portal.signIn, exact: true }));
}

/** Answers the guide's questions, page by page; ends on the page with the verdict. */
export async function askGuide(window: Window, form: Form, answers: Data): Promise<void> {
  const { page, hands } = window;
  for (const asked of form.ui.pages) {
    await heading(page, asked.title.vi);
    await fillFields(hands, page, form, asked.fields, answers);
    await window.look(`guide-${asked.id}`);
    await hands.press(page.getByRole('button', { name: service.guideContinue, exact: true }));
  }
}

interface Application {
  readonly form: Form;
  readonly answers: Data;
  /** Questions that this citizen leaves out on purpose; any other question without an answer is then a failure. Not named: whatever has no answer is left out. */
  readonly leftEmpty?: readonly string[];
}

/** Fills the page that is open and sends it; answers its id. */
async function answerPage(window: Window, { form, answers, leftEmpty }: Application): Promise<string> {
  const { page, hands } = window;
  const asked = await pageAsked(page, form);
  const { hidden } = evaluate(form, answers, new Date().toISOString());
  const open = asked.fields.filter((id) => !isHidden(hidden, id) && form.ui.fields[id]?.widget !== 'output');
  const unanswered = open.filter((id) => valueAt(answers, id) === undefined && leftEmpty?.includes(id) === false);
  assert.deepEqual(unanswered, [], `questions on page ${asked.id} that the story has no answer for`);
  await fillFields(hands, page, form, asked.fields, answers);
  await window.look(`question-${asked.id}`);
  await hands.press(page.getByRole('button', { name: filing.saveContinue }));
  // the next page has another heading; the same one means that something was refused
  const refused = page.getByRole('alert');
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: asked.title.vi }).or(refused).first().waitFor();
  if (await refused.isVisible()) throw new Error(`page ${asked.id} was refused: ${await refused.innerText()}`);
  return asked.id;
}

/** Goes from the task list through every section; answers the ids of the pages passed. Ends on the task list with all done. */
export async function answerAll(window: Window, application: Application): Promise<string[]> {
  const { page, hands } = window;
  const passed: string[] = [];
  const { ui } = application.form;
  // what is only declared is asked beside the button that files
  const { fields } = expand(application.form);
  const asking = ui.pages.filter((page) => !page.fields.every((id) => fields.get(id)?.widget === 'declaration'));
  const sections = Object.entries(ui.sections).flatMap(([id, { vi }]) => (asking.some(({ section }) => section === id) ? [vi] : []));
  await heading(page, filing.filingTasks);
  await window.look('tasks-empty');
  for (const section of sections) {
    const link = page.getByRole('listitem').filter({ hasText: section }).getByRole('link', { name: section, exact: true });
    await hands.press(link);
    for (;;) {
      await page.getByRole('heading', { level: 1 }).filter({ hasNotText: filing.filingTasks }).waitFor();
      passed.push(await answerPage(window, application));
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (await page.getByRole('heading', { level: 1, name: filing.filingTasks, exact: true }).isVisible()) break;
    }
  }
  await page.getByText(filing.tasksDone.replace('{done}', String(sections.length)).replace('{all}', String(sections.length))).waitFor();
  assert.equal(await page.getByText(filing.unsaved, { exact: true }).count(), 0, 'what was saved by its button is not called unsaved');
  await window.look('tasks-done');
  return passed;
}

/** From the list of answers to one page and back: changes one answer there. */
export async function changeAnswer(window: Window, form: Form, id: string, value: string | number): Promise<void> {
  const { page, hands } = window;
  const label = form.ui.fields[id]?.label.vi ?? id;
  await hands.press(page.getByRole('link', { name: new RegExp(`^${kit.change}\\s*: ${label}$`) }));
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: filing.checkTitle }).waitFor();
  await pageAsked(page, form);
  await fillField(hands, page, form, id, value);
  await hands.press(page.getByRole('button', { name: filing.saveContinue }));
  await heading(page, filing.checkTitle);
}

/** From the checked answers over fee and declaration to the confirmation; answers the dossier's code. */
export async function fileIt(window: Window): Promise<string> {
  const { page, hands } = window;
  await hands.press(page.getByRole('button', { name: filing.checkContinue }));
  await heading(page, filing.feeTitle);
  await window.look('fee');
  await hands.press(page.getByRole('button', { name: filing.feeContinue, exact: true }));
  await heading(page, filing.declareTitle);
  await hands.press(page.getByRole('checkbox'));
  await window.look('declare');
  await hands.press(page.getByRole('button', { name: portal.submit, exact: true }));
  await heading(page, filing.filedTitle);
  await window.look('filed');
  const code = /H29\.\d+(?:\.\d+)?-\d{6}-\d{4}/.exec(await page.getByRole('main').innerText())?.[0];
  if (code === undefined) throw new Error('expected the dossier’s code on the confirmation, but there is none');
  return code;
}

/** Opens a dossier from the citizen's own list. */
export async function openDossier({ page, hands }: Window, code: string): Promise<void> {
  await page.goto('/dossiers');
  await hands.press(page.getByRole('listitem').filter({ hasText: code }).getByRole('link').first());
  await page.getByRole('tab', { name: dossierWords.tabSummary }).waitFor();
}

/** Looks at the dossier, again and again as people do, until it says this: letters and payments are made a moment after the act. */
export async function openDossierUntil(window: Window, code: string, said: string | RegExp): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await openDossier(window, code);
    try {
      await window.page.getByText(said, { exact: true }).first().waitFor({ timeout: 2000 });
      return;
    } catch (error) {
      if (tries === 10) throw error;
    }
  }
}

/** Opens one of the dossier's parts. */
export const openPart = async ({ page, hands }: Window, name: string): Promise<void> => {
  await hands.press(page.getByRole('tab', { name }));
  await page.getByRole('tab', { name, selected: true }).waitFor({ timeout: patience });
};
