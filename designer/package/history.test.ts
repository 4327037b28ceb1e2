import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noHistory, record, redo, undo, type History } from './history.ts';

/** Texts by path after a row of changes; a change without `about` joins none. */
type Change = readonly [path: string, text: string, about?: string];
interface Draft { readonly texts: Readonly<Record<string, string>>; readonly history: History }

const begun: Draft = { texts: {}, history: noHistory };
const change = ({ texts, history }: Draft, [path, text, about]: Change): Draft => {
  const before = texts[path] ?? '';
  return before === text ? { texts, history } : { texts: { ...texts, [path]: text }, history: record(history, path, { before, after: text }, about) };
};
const changed = (...changes: readonly Change[]): Draft => changes.reduce(change, begun);
const stepped = (draft: Draft, by: typeof undo, side: 'before' | 'after'): Draft => {
  const taken = by(draft.history);
  return taken ? { texts: { ...draft.texts, ...Object.fromEntries([...taken.entry].map(([path, texts]) => [path, texts[side]])) }, history: taken.history } : draft;
};
const back = (draft: Draft): Draft => stepped(draft, undo, 'before');
const forth = (draft: Draft): Draft => stepped(draft, redo, 'after');
const said = ({ texts }: Draft): string => Object.entries(texts).filter(([, text]) => text !== '').map(([path, text]) => `${path}=${text}`).join(' ');

describe('going back and forth through a draft', () => {
  const typed = changed(['form', 'a'], ['table', 'b'], ['form', 'c']);
  const stories: Readonly<Record<string, readonly [draft: Draft, expected: string]>> = {
    'takes back the last change first, in whatever file': [back(typed), 'form=a table=b'],
    'takes back each file in its turn': [back(back(typed)), 'form=a'],
    'does again what was taken back, in order': [forth(back(back(typed))), 'form=a table=b'],
    'takes typing in one field as one step': [back(changed(['form', 'x', 'label'], ['form', 'xy', 'label'], ['form', 'xyz', 'label'])), ''],
    'takes what is about something else as another step': [back(changed(['form', 'x', 'label'], ['form', 'y', 'hint'])), 'form=x'],
    'takes an act in two files as one step': [back(changed(['form', 'x', 'act'], ['drawing', 'y', 'act'])), ''],
    'starts a new step after going back': [back(change(back(changed(['form', 'x', 'label'])), ['form', 'y', 'label'])), ''],
    'forgets what was taken back when something else is done': [forth(change(back(typed), ['table', 'z'])), 'form=a table=z'],
    'passes over what came to nothing': [back(changed(['form', 'x'], ['table', 'y', 'cell'], ['table', '', 'cell'])), ''],
    'joins nothing to the act before one that came to nothing': [back(changed(['form', 'x', 'a'], ['table', 'y', 'b'], ['table', '', 'b'], ['form', 'z', 'b'])), 'form=x'],
    'holds at the beginning': [back(back(back(back(typed)))), ''],
    'holds at the end': [forth(typed), 'form=c table=b'],
  };
  for (const [what, [draft, expected]] of Object.entries(stories)) it(what, () => assert.equal(said(draft), expected));
});

describe('any row of changes over several files', () => {
  const changes = fc.array(fc.tuple(fc.constantFrom('form', 'table', 'letter'), fc.constantFrom('', 'a', 'b', 'c'), fc.option(fc.constantFrom('label', 'act'), { nil: undefined })), { maxLength: 40 });

  it('is all taken back to the first bytes, and done again to the last', () => {
    fc.assert(fc.property(changes, (row) => {
      const end = changed(...row);
      let at = end;
      for (const _entry of end.history.past) at = back(at);
      assert.equal(said(at), '');
      for (const _entry of end.history.past) at = forth(at);
      assert.equal(said(at), said(end));
    }));
  });

  it('has no step that changes nothing', () => {
    fc.assert(fc.property(changes, (row) => {
      for (let at = changed(...row); at.history.past.length > 0; at = back(at)) assert.notEqual(said(back(at)), said(at));
    }));
  });
});
