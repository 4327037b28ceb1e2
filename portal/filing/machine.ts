import { assign, setup } from 'xstate';

/** A page that can be seen with the present answers, in the order of the form. `done`: its answers are complete and right. */
export interface PageFact {
  readonly id: string;
  readonly section: string;
  readonly done: boolean;
}

/** Where the citizen is: the last part of the address. A page is named by its id. */
export type Place = 'tasks' | 'check' | 'fee' | 'declare' | { readonly page: string };

export type FilingEvent =
  /** The answers changed: these pages can be seen now. What was checked must be checked again. */
  | { readonly type: 'ANSWERED'; readonly pages: readonly PageFact[] }
  /** A page passed its own check and was kept. */
  | { readonly type: 'SAVE' }
  | { readonly type: 'BACK' }
  /** Followed a link, or the browser's back and forward. */
  | { readonly type: 'GO'; readonly place: Place }
  /** The server has looked at all answers. */
  | { readonly type: 'CHECKED'; readonly valid: boolean }
  | { readonly type: 'CONTINUE' }
  | { readonly type: 'SUBMIT' }
  | { readonly type: 'FILED' }
  /** The server found errors at the last moment. */
  | { readonly type: 'REFUSED' }
  /** No answer, or not a useful one: nothing was filed, the same act can be tried again. */
  | { readonly type: 'FAILED' }
  /** The draft was changed on another device. */
  | { readonly type: 'CONFLICT' };

export interface FilingContext {
  readonly pages: readonly PageFact[];
  readonly page: string | null;
  /** The page was opened from the summary and leads back to it. */
  readonly returning: boolean;
  /** The server found the present answers valid. */
  readonly checked: boolean;
  /** The last act got no answer. */
  readonly failed: boolean;
}

/** The page after (1) or before (-1) this one in the same section. */
const neighbour = ({ pages, page }: FilingContext, step: 1 | -1): string | null => {
  const at = pages.findIndex(({ id }) => id === page);
  const next = pages[at + step];
  return next && next.section === pages[at]?.section ? next.id : null;
};
const allDone = ({ pages }: FilingContext) => pages.length > 0 && pages.every(({ done }) => done);
const unfinished = ({ pages }: FilingContext) => pages.find(({ done }) => !done)?.id ?? null;
const pageOf = (event: FilingEvent): string | null => (event.type === 'GO' && typeof event.place === 'object' ? event.place.page : null);

/**
 * Filing from task list to confirmation, without any effect of its own: whoever runs it calls the server in
 * `checking` and `submitting` and reports back with an event. Answers themselves live outside; the machine
 * knows only which pages there are and which are done.
 */
export const filingMachine = setup({
  types: { context: {} as FilingContext, events: {} as FilingEvent, input: {} as { readonly pages: readonly PageFact[] } },
  guards: {
    toTasks: ({ event }) => event.type === 'GO' && event.place === 'tasks',
    toPage: ({ context, event }) => context.pages.some(({ id }) => id === pageOf(event)),
    toCheck: ({ context, event }) => event.type === 'GO' && event.place === 'check' && allDone(context),
    toFee: ({ context, event }) => event.type === 'GO' && event.place === 'fee' && context.checked,
    toDeclare: ({ context, event }) => event.type === 'GO' && event.place === 'declare' && context.checked,
    hasNext: ({ context }) => !context.returning && neighbour(context, 1) !== null,
    hasPrevious: ({ context }) => !context.returning && neighbour(context, -1) !== null,
    returningDone: ({ context }) => context.returning && allDone(context),
    returningUnfinished: ({ context }) => context.returning && unfinished(context) !== null,
    checked: ({ context }) => context.checked,
  },
  actions: {
    openPage: assign(({ context, event }) => ({ page: pageOf(event) ?? context.page, returning: false, failed: false })),
    openToReturn: assign(({ context, event }) => ({ page: pageOf(event) ?? context.page, returning: true, failed: false })),
    nextPage: assign(({ context }) => ({ page: neighbour(context, 1) })),
    previousPage: assign(({ context }) => ({ page: neighbour(context, -1) })),
    unfinishedPage: assign(({ context }) => ({ page: unfinished(context) })),
    leavePage: assign({ page: null, returning: false, checked: false, failed: false }),
    noteChecked: assign(({ event }) => ({ checked: event.type === 'CHECKED' && event.valid })),
    noteFailed: assign({ failed: true }),
    noteAnswers: assign(({ context, event }) => (event.type === 'ANSWERED' ? { pages: event.pages, checked: false } : { pages: context.pages })),
  },
}).createMachine({
  id: 'filing',
  initial: 'tasks',
  context: ({ input }) => ({ pages: input.pages, page: null, returning: false, checked: false, failed: false }),
  // answers that change anywhere but on a page (a newer copy was fetched) lead back to the task list
  on: { CONFLICT: '.conflict', ANSWERED: { target: '.tasks', actions: 'noteAnswers' } },
  states: {
    tasks: {
      entry: 'leavePage',
      on: { GO: [{ guard: 'toPage', target: 'page', actions: 'openPage' }, { guard: 'toCheck', target: 'checking' }] },
    },
    page: {
      on: {
        ANSWERED: { actions: 'noteAnswers' },
        SAVE: [
          { guard: 'returningDone', target: 'checking' },
          { guard: 'returningUnfinished', actions: 'unfinishedPage' },
          { guard: 'hasNext', actions: 'nextPage' },
          { target: 'tasks' },
        ],
        BACK: [{ guard: 'returningDone', target: 'checking' }, { guard: 'hasPrevious', actions: 'previousPage' }, { target: 'tasks' }],
        GO: [{ guard: 'toPage', actions: 'openPage' }, { guard: 'toTasks', target: 'tasks' }, { guard: 'toCheck', target: 'checking' }],
      },
    },
    checking: {
      entry: 'leavePage',
      on: {
        CHECKED: { target: 'check', actions: 'noteChecked' },
        FAILED: { target: 'tasks' },
        GO: { guard: 'toTasks', target: 'tasks' },
      },
    },
    check: {
      on: {
        CONTINUE: { guard: 'checked', target: 'fee' },
        BACK: 'tasks',
        GO: [
          { guard: 'toPage', target: 'page', actions: 'openToReturn' },
          { guard: 'toTasks', target: 'tasks' },
          { guard: 'toFee', target: 'fee' },
          { guard: 'toDeclare', target: 'declare' },
        ],
      },
    },
    fee: {
      on: {
        CONTINUE: 'declare',
        BACK: 'check',
        GO: [{ guard: 'toCheck', target: 'check' }, { guard: 'toDeclare', target: 'declare' }, { guard: 'toTasks', target: 'tasks' }, { guard: 'toPage', target: 'page', actions: 'openToReturn' }],
      },
    },
    declare: {
      on: {
        SUBMIT: { guard: 'checked', target: 'submitting' },
        BACK: 'fee',
        GO: [{ guard: 'toFee', target: 'fee' }, { guard: 'toCheck', target: 'check' }, { guard: 'toTasks', target: 'tasks' }, { guard: 'toPage', target: 'page', actions: 'openToReturn' }],
      },
    },
    submitting: {
      on: {
        FILED: 'filed',
        REFUSED: 'checking',
        FAILED: { target: 'declare', actions: 'noteFailed' },
        // the answers must not change under the act
        ANSWERED: {},
      },
    },
    conflict: {},
    filed: { type: 'final' },
  },
});

export type FilingValue = 'tasks' | 'page' | 'checking' | 'check' | 'fee' | 'declare' | 'submitting' | 'conflict' | 'filed';

/** The place that the address should name; none while the server works or once all is over. */
export const placeOf = (value: FilingValue, page: string | null): Place | undefined => {
  if (value === 'page') return page === null ? 'tasks' : { page };
  if (value === 'checking') return 'check';
  return value === 'tasks' || value === 'check' || value === 'fee' || value === 'declare' ? value : undefined;
};
