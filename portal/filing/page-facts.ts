import { expand } from '../../forms/expand.ts';
import { pageOf, shownPages } from '../../forms/flow.ts';
import type { Form, Page } from '../../forms/form.ts';
import type { FieldError, Validation } from '../../forms/validate.ts';
import type { TaskItem, TaskState } from '../../ui/task-list.tsx';
import type { PageFact } from './machine.ts';

/** Fields that only declare: they are asked at the very end, beside the button that files. */
export const declarations = (form: Form): string[] =>
  [...expand(form).fields.values()].filter(({ widget }) => widget === 'declaration').map(({ id }) => id);

const isDeclaration = (form: Form, page: Page) => {
  const declared = declarations(form);
  return page.fields.every((id) => declared.includes(id));
};

/** Errors other than that nothing was declared yet. */
export const ownErrors = (form: Form, validation: Validation): FieldError[] => {
  const declared = declarations(form);
  return validation.errors.filter(({ path }) => !declared.includes(path));
};

/** The pages that ask something with the present answers, in order, and whether each is complete. */
export const pageFacts = (form: Form, validation: Validation): PageFact[] => {
  const wrong = new Set(ownErrors(form, validation).map(({ path }) => pageOf(form, path)?.id));
  return shownPages({ form, validation, visited: [] })
    .filter((page) => !isDeclaration(form, page))
    .map(({ id, section }) => ({ id, section, done: !wrong.has(id) }));
};

/** The task list: one line per section, leading to its first page, or to where it was left off. */
export const sections = (form: Form, facts: readonly PageFact[], answered: (page: string) => boolean): readonly (Pick<TaskItem, 'state' | 'href'> & { readonly section: string })[] =>
  Object.keys(form.ui.sections).flatMap((section) => {
    const pages = facts.filter((page) => page.section === section);
    const begun = pages.some(({ id }) => answered(id));
    // a page that may be left empty is still shown once
    const first = (begun ? pages.find(({ done }) => !done) : undefined) ?? pages[0];
    if (!first) return [];
    const state: TaskState = pages.every(({ done }) => done) ? (begun ? 'completed' : 'optional') : begun ? 'started' : 'incomplete';
    return [{ section, href: first.id, state }];
  });
