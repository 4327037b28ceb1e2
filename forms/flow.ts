import type { Data } from '../engine/state.ts';
import { variables } from '../engine/expression/feel.ts';
import { fieldOf, valueAt, type FieldPath } from './field-path.ts';
import type { Form, Page } from './form.ts';
import { pageConditions } from './order.ts';
import { isWithin, type Validation } from './validate.ts';

/** How far a section of the task list is; `blocked` waits for an answer elsewhere. */
export type SectionStatus = 'not-started' | 'in-progress' | 'done' | 'blocked';

export interface SectionTask {
  readonly section: string;
  readonly status: SectionStatus;
  /** Where its link goes: the first page that still wants something, else its first page. Absent when blocked. */
  readonly page?: string;
}

/** What a filing flow needs to know of the form; `visited` are ids of pages sent on at least once. */
export interface Progress {
  readonly form: Form;
  readonly validation: Validation;
  readonly visited: readonly string[];
}

export const shownPages = ({ form, validation }: Progress): Page[] => form.ui.pages.filter((page) => validation.evaluation.pages.has(page.id));

/** The page after (or before) this one among those shown; nothing at the ends. */
export const nextPage = (progress: Progress, current: string): Page | undefined => neighbour(progress, current, 1);
export const previousPage = (progress: Progress, current: string): Page | undefined => neighbour(progress, current, -1);

function neighbour(progress: Progress, current: string, step: 1 | -1): Page | undefined {
  const shown = new Set(shownPages(progress));
  const { pages } = progress.form.ui;
  for (let index = pages.findIndex((page) => page.id === current) + step; index >= 0 && index < pages.length; index += step) {
    const page = pages[index];
    if (page && shown.has(page)) return page;
  }
  return undefined;
}

/** The page that asks for the field at this place: where an error or a remark is mended. */
export const pageOf = (form: Form, path: FieldPath): Page | undefined => form.ui.pages.find((page) => page.fields.some((id) => isWithin(fieldOf(path), id)));

export const isPageDone = (progress: Progress, page: Page): boolean => isStarted(progress, page) && !progress.validation.errors.some(({ path }) => asks(page, path));

const asks = (page: Page, path: FieldPath) => page.fields.some((id) => isWithin(fieldOf(path), id));

function isStarted({ validation, visited }: Progress, page: Page): boolean {
  if (visited.includes(page.id)) return true;
  const { computed } = validation.evaluation;
  return page.fields.some((id) => !computed.has(id) && valueAt(validation.value, id) !== undefined);
}

/** The first page that still wants something: where a draft is taken up again. */
export const pageToResume = (progress: Progress): Page | undefined => shownPages(progress).find((page) => !isPageDone(progress, page));

/** The task list. A section whose pages can no longer be shown is left out. */
export function taskList(progress: Progress): SectionTask[] {
  const { form, validation } = progress;
  const shown = shownPages(progress);
  return Object.keys(form.ui.sections).flatMap((section): SectionTask[] => {
    const pages = shown.filter((page) => page.section === section);
    const [first] = pages;
    if (!first) return form.ui.pages.some((page) => page.section === section && waits(form, page, validation.value)) ? [{ section, status: 'blocked' }] : [];
    const open = pages.filter((page) => !isPageDone(progress, page));
    const started = pages.some((page) => isStarted(progress, page));
    return [{ section, status: open.length === 0 ? 'done' : started ? 'in-progress' : 'not-started', page: (open[0] ?? first).id }];
  });
}

/** True when the page may yet be shown: something its condition asks for is not answered. */
const waits = (form: Form, page: Page, answer: Data) => pageConditions(form, page).flatMap((text) => variables(text)).some((name) => valueAt(answer, name) === undefined);
