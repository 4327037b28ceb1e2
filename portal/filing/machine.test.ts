import assert from 'node:assert/strict';
import { createActor, transition, type SnapshotFrom } from 'xstate';
import { getShortestPaths, getSimplePaths } from 'xstate/graph';
import { filingMachine, placeOf, type FilingEvent, type PageFact } from './machine.ts';

const page = (id: string, section: string, done: boolean): PageFact => ({ id, section, done });
/** Two sections, three pages: `owner` and `site` belong together. */
const pages = (...done: boolean[]) => [page('owner', 'who', done[0] ?? false), page('site', 'who', done[1] ?? false), page('drawings', 'files', done[2] ?? false)];
const some = pages(true, true, false);
const all = pages(true, true, true);

const run = (start: readonly PageFact[], ...events: FilingEvent[]) => {
  const actor = createActor(filingMachine, { input: { pages: start } }).start();
  for (const event of events) actor.send(event);
  const { value, context } = actor.getSnapshot();
  return { at: value === 'page' ? context.page : value, ...context };
};
const go = (place: string): FilingEvent =>
  ({ type: 'GO', place: place === 'tasks' || place === 'check' || place === 'fee' || place === 'declare' ? place : { page: place } });
const toCheck: FilingEvent[] = [go('check'), { type: 'CHECKED', valid: true }];
const toDeclare: FilingEvent[] = [...toCheck, { type: 'CONTINUE' }, { type: 'CONTINUE' }];

describe('filing, step by step', () => {
  const stories: [string, readonly PageFact[], FilingEvent[], string][] = [
    ['begins at the task list', some, [], 'tasks'],
    ['goes through the pages of a section', some, [go('owner'), { type: 'SAVE' }], 'site'],
    ['comes back to the task list after a section', some, [go('owner'), { type: 'SAVE' }, { type: 'SAVE' }], 'tasks'],
    ['goes back to the page before', some, [go('site'), { type: 'BACK' }], 'owner'],
    ['goes back to the task list from the first page', some, [go('owner'), { type: 'BACK' }], 'tasks'],
    ['keeps the summary closed until all is done', some, [go('check')], 'tasks'],
    ['does not open a page that is hidden', some, [go('basement')], 'tasks'],
    ['does not open the fee before the check, whatever the address says', all, [go('fee')], 'tasks'],
    ['asks the server before the summary', all, [go('check')], 'checking'],
    ['shows the summary also when the server found errors', all, [go('check'), { type: 'CHECKED', valid: false }], 'check'],
    ['does not go on with errors', all, [go('check'), { type: 'CHECKED', valid: false }, { type: 'CONTINUE' }], 'check'],
    ['comes back to the summary after a change, checked anew', all, [...toCheck, go('owner'), { type: 'ANSWERED', pages: all }, { type: 'SAVE' }], 'checking'],
    ['asks first what a change made necessary, then comes back', all, [...toCheck, go('owner'), { type: 'ANSWERED', pages: some }, { type: 'SAVE' }], 'drawings'],
    ['returns to the summary without a change', all, [...toCheck, go('drawings'), { type: 'BACK' }], 'checking'],
    ['goes by the fee to the declaration', all, toDeclare, 'declare'],
    ['files', all, [...toDeclare, { type: 'SUBMIT' }, { type: 'FILED' }], 'filed'],
    ['lets a failed filing be tried again', all, [...toDeclare, { type: 'SUBMIT' }, { type: 'FAILED' }], 'declare'],
    ['checks again when the server refuses', all, [...toDeclare, { type: 'SUBMIT' }, { type: 'REFUSED' }], 'checking'],
    ['does not file twice', all, [...toDeclare, { type: 'SUBMIT' }, { type: 'SUBMIT' }], 'submitting'],
    ['stops when another device changed the draft', all, [go('owner'), { type: 'CONFLICT' }], 'conflict'],
    ['goes on with the latest copy', all, [{ type: 'CONFLICT' }, { type: 'ANSWERED', pages: some }], 'tasks'],
  ];
  for (const [name, start, events, expected] of stories) it(name, () => assert.equal(run(start, ...events).at, expected));

  it('must be checked again after any change', () => assert.equal(run(all, ...toCheck, { type: 'ANSWERED', pages: all }).checked, false));

  const places: [Parameters<typeof placeOf>, ReturnType<typeof placeOf>][] = [
    [['page', 'owner'], { page: 'owner' }],
    [['checking', null], 'check'],
    [['fee', null], 'fee'],
    [['submitting', null], undefined],
  ];
  for (const [[value, at], expected] of places) it(`names its address in ${value}`, () => assert.deepEqual(placeOf(value, at), expected));
});

describe('every path of filing', () => {
  const events: FilingEvent[] = [
    go('tasks'), go('check'), go('fee'), go('declare'), go('owner'), go('drawings'),
    { type: 'ANSWERED', pages: some }, { type: 'ANSWERED', pages: all },
    { type: 'SAVE' }, { type: 'BACK' }, { type: 'CHECKED', valid: true }, { type: 'CHECKED', valid: false },
    { type: 'CONTINUE' }, { type: 'SUBMIT' }, { type: 'FILED' }, { type: 'REFUSED' }, { type: 'FAILED' }, { type: 'CONFLICT' },
  ];
  type Snapshot = SnapshotFrom<typeof filingMachine>;
  const options = { input: { pages: some }, events, serializeState: ({ value, context }: Snapshot) => JSON.stringify([value, context]), limit: 5000 };
  const shortest = getShortestPaths(filingMachine, options);

  it('reaches every state', () => {
    const reached = new Set(shortest.map(({ state }) => state.value));
    assert.deepEqual([...reached].toSorted(), ['check', 'checking', 'conflict', 'declare', 'fee', 'filed', 'page', 'submitting', 'tasks']);
  });

  it('never shows fee or declaration, never files, without a valid check of all pages', () => {
    for (const { state } of shortest)
      if (['fee', 'declare', 'submitting', 'filed'].includes(String(state.value))) {
        assert.ok(state.context.checked, String(state.value));
        assert.ok(state.context.pages.every(({ done }) => done));
      }
  });

  it('is on a page exactly when a page is named', () => {
    for (const { state } of shortest) if (state.value !== 'conflict') assert.equal(state.context.page !== null, state.value === 'page');
  });

  it('has a way on to filing from wherever a citizen can be', () => {
    const finish: FilingEvent[] = [{ type: 'FAILED' }, { type: 'ANSWERED', pages: all }, go('tasks'), ...toDeclare, { type: 'SUBMIT' }, { type: 'FILED' }];
    for (const { state } of shortest) {
      if (state.value === 'filed') continue;
      const end = finish.reduce<Snapshot>((now, event) => transition(filingMachine, now, event)[0], state);
      assert.equal(end.value, 'filed', JSON.stringify([state.value, state.context]));
    }
  });

  it('files only by way of task list, check, fee, declaration and submit, on every simple path of a ready draft', () => {
    const paths = getSimplePaths(filingMachine, {
      input: { pages: all },
      events: [go('owner'), go('check'), { type: 'SAVE' }, { type: 'CHECKED', valid: true }, { type: 'CONTINUE' }, { type: 'SUBMIT' }, { type: 'FAILED' }, { type: 'FILED' }],
      serializeState: ({ value, context }: Snapshot) => JSON.stringify([value, context]),
      toState: (state: Snapshot) => state.value === 'filed',
    });
    assert.ok(paths.length > 5, `${paths.length} paths`);
    for (const { steps } of paths) {
      const visited = steps.map(({ state }) => String(state.value));
      assert.match(visited.join(' '), /^tasks .*checking check .*fee declare .*submitting filed$/);
    }
  });
});
