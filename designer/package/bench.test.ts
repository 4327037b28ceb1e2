import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DraftPackage } from '../../server/api/designer.ts';
import { allBrought, asOneAct, benchNow, bringsLater, changedTexts, dropAll, edit, editLater, goOnFrom, layOut, redoEdit, settle, takeAway, undoEdit } from './bench.ts';

const path = 'forms/application.json';
const unsaved = (key: string) => changedTexts(benchNow(key)).map(({ text }) => text);
const first = '2026-11-19T02:00:00Z';
const draft = (revision: number, files: Readonly<Record<string, string>>, savedAt = first): DraftPackage => ({ revision, base: null, savedAt, savedBy: null, files: Object.entries(files).map(([at, text]) => ({ path: at, size: text.length, sha256: text, text: true })) });
const save = (key: string) => settle(key, { revision: benchNow(key).revision + 1, savedAt: first }, changedTexts(benchNow(key)));

describe('what is left to save of a package', () => {
  it('is nothing after every change was taken back, and the change again when it is done again', () => {
    edit('back', path, 'b', 'a');
    assert.deepEqual(unsaved('back'), ['b']);
    undoEdit('back');
    assert.deepEqual(unsaved('back'), []);
    redoEdit('back');
    assert.deepEqual(unsaved('back'), ['b']);
  });

  it('is nothing after a change was typed back by hand', () => {
    edit('typed', path, 'b', 'a');
    edit('typed', path, 'a', 'a');
    assert.deepEqual(unsaved('typed'), []);
  });

  it('is nothing after very many changes were taken back', () => {
    for (let turn = 1; turn <= 400; turn += 1) edit('many', path, `b${turn}`, 'a');
    edit('many', path, 'a', 'a');
    assert.deepEqual(unsaved('many'), []);
  });

  it('is what was typed while the rest was being saved', () => {
    edit('saved', path, 'b', 'a');
    const sent = changedTexts(benchNow('saved'));
    edit('saved', path, 'c', 'a');
    settle('saved', { revision: 2, savedAt: first }, sent);
    assert.deepEqual(unsaved('saved'), ['c']);
  });

  it('is what was saved, taken back afterwards: a new file is to be deleted, a deleted one to be there again', () => {
    edit('after', 'forms/new.json', 'new', '');
    save('after');
    undoEdit('after');
    assert.deepEqual(changedTexts(benchNow('after')), [{ path: 'forms/new.json', text: null }]);
    redoEdit('after');
    takeAway('after', path, 'old');
    save('after');
    undoEdit('after');
    assert.deepEqual(changedTexts(benchNow('after')), [{ path, text: 'old' }]);
  });
});

describe('the way back through a draft', () => {
  it('takes an act in two files back at once, also where the second is written a moment later', async () => {
    let drawn = 'drawing';
    const part = bringsLater('two', async () => {
      await Promise.resolve();
      edit('two', 'process.bpmn', drawn, 'drawing');
    });
    await asOneAct('two', () => {
      edit('two', 'forms/new.json', 'form', '');
      drawn = 'drawing with form';
    });
    part();
    edit('two', path, 'b', 'a');
    undoEdit('two');
    assert.deepEqual(unsaved('two'), ['form', 'drawing with form']);
    undoEdit('two');
    assert.deepEqual(unsaved('two'), []);
  });

  it('is there at once where nothing waits to be written', () => {
    bringsLater('once', () => undefined);
    void asOneAct('once', () => edit('once', path, 'b', 'a'));
    assert.deepEqual(unsaved('once'), ['b']);
  });

  it('keeps an act from what waited to be written before it, and two acts at once apart', async () => {
    let drawn = 'named';
    bringsLater('apart', async () => {
      await Promise.resolve();
      edit('apart', 'process.bpmn', drawn, 'drawing');
    });
    await Promise.all(['one', 'two'].map((name) => asOneAct('apart', () => {
      edit('apart', `forms/${name}.json`, 'form', '');
      drawn = `with ${name}`;
    })));
    assert.deepEqual(unsaved('apart'), ['form', 'form', 'with two']);
    undoEdit('apart');
    assert.deepEqual(unsaved('apart'), ['form', 'with one']);
    undoEdit('apart');
    assert.deepEqual(unsaved('apart'), ['named']);
  });

  it('works changes that take a moment out one after the other, none of them lost', async () => {
    const add = (letter: string) => editLater('later', path, 'a', async (now) => (await Promise.resolve(), now + letter));
    void add('b');
    void editLater('later', path, 'a', () => Promise.reject(new Error('no table'))).catch(() => undefined);
    void add('c');
    await allBrought('later');
    assert.deepEqual(unsaved('later'), ['abc']);
    undoEdit('later');
    assert.deepEqual(unsaved('later'), ['ab']);
  });

  it('begins anew where the draft became another by somebody else’s hand, and stays where it is still the same', () => {
    const past = () => benchNow('other').history.past.length;
    layOut('other', draft(1, { [path]: 'a' }));
    edit('other', path, 'b', 'a');
    settle('other', { revision: 2, savedAt: first }, changedTexts(benchNow('other')));
    layOut('other', draft(2, { [path]: 'b' }));
    assert.equal(past(), 1, 'our own save');
    layOut('other', draft(0, { [path]: 'b' }));
    assert.equal(past(), 1, 'published as it was');
    layOut('other', draft(1, { [path]: 'theirs' }));
    assert.equal(past(), 0, 'saved by somebody else');
    edit('other', path, 'ours', 'theirs');
    layOut('other', draft(2, { [path]: 'theirs too' }));
    assert.deepEqual([past(), unsaved('other')], [1, ['ours']], 'what is not saved stands');
    goOnFrom('other', draft(2, { [path]: 'theirs too' }), true);
    assert.deepEqual([past(), unsaved('other')], [0, ['ours']], 'kept on top of theirs');
    dropAll('other');
    assert.deepEqual(unsaved('other'), []);
  });

  it('does not take what somebody else published for what it stands on, though both times there is no draft', () => {
    const published = '2026-11-19T03:00:00Z';
    layOut('published', draft(0, { [path]: 'a' }));
    edit('published', path, 'b', 'a');
    assert.deepEqual(layOut('published', draft(0, { [path]: 'theirs' }, published)), []);
    assert.deepEqual([benchNow('published').savedAt, unsaved('published')], [first, ['b']], 'saving says whence it comes');
    dropAll('published');
    assert.deepEqual(layOut('published', draft(0, { [path]: 'theirs' }, published)), [path], 'what was fetched of it is out of date');
    assert.equal(benchNow('published').savedAt, published);
  });

  /** What an administrator does: types, deletes, begins files, changes two at once, saves, goes back and forth. */
  type Act = readonly ['edit', file: number, text: string] | readonly ['both', text: string] | readonly ['save' | 'undo' | 'redo'];
  const files = ['process.bpmn', 'forms/application.json', 'decisions/fee.dmn', 'letters/new.json'];
  const firsts = ['drawing', 'form', 'table', ''];
  const text = fc.constantFrom('', 'a', 'b', 'c');
  const act: fc.Arbitrary<Act> = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(fc.constant('edit' as const), fc.nat(3), text) },
    fc.tuple(fc.constant('both' as const), text),
    fc.tuple(fc.constantFrom('save' as const, 'undo' as const, 'redo' as const)),
  );
  const said = (key: string) => files.map((file, index) => benchNow(key).edits.get(file)?.now ?? firsts[index]);

  it('leads from any row of acts over several files, saved or not, to the first bytes and again to the last', async () => {
    let run = 0;
    await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const key = `any ${(run += 1)}`;
      const put = (index: number, next: string) => edit(key, files[index]!, next, firsts[index]!);
      for (const [kind, ...what] of acts) {
        if (kind === 'edit') put(what[0] as number, what[1] as string);
        else if (kind === 'both') await asOneAct(key, () => [0, 3].forEach((index) => put(index, what[0] as string)));
        else if (kind === 'save') save(key);
        else (kind === 'undo' ? undoEdit : redoEdit)(key);
      }
      while (redoEdit(key));
      const last = said(key);
      while (undoEdit(key));
      assert.deepEqual(said(key), firsts);
      save(key);
      assert.deepEqual(unsaved(key), []);
      while (redoEdit(key));
      assert.deepEqual(said(key), last);
    }));
  });
});
