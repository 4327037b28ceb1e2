import assert from 'node:assert/strict';
import { benchNow, changedTexts, edit, redoEdit, settle, undoEdit } from './bench.ts';

const path = 'forms/application.json';
const unsaved = (key: string) => changedTexts(benchNow(key)).map(({ text }) => text);

describe('what is left to save of a package', () => {
  it('is nothing after every change was taken back, and the change again when it is done again', () => {
    edit('back', path, 'b', 'a');
    assert.deepEqual(unsaved('back'), ['b']);
    undoEdit('back', path);
    assert.deepEqual(unsaved('back'), []);
    redoEdit('back', path);
    assert.deepEqual(unsaved('back'), ['b']);
  });

  it('is nothing after a change was typed back by hand', () => {
    edit('typed', path, 'b', 'a');
    edit('typed', path, 'a', 'a');
    assert.deepEqual(unsaved('typed'), []);
  });

  it('is nothing after very many changes were taken back', () => {
    for (let turn = 1; turn <= 250; turn += 1) edit('many', path, `b${turn}`, 'a');
    edit('many', path, 'a', 'a');
    assert.deepEqual(unsaved('many'), []);
  });

  it('is what was typed while the rest was being saved', () => {
    edit('saved', path, 'b', 'a');
    const sent = changedTexts(benchNow('saved'));
    edit('saved', path, 'c', 'a');
    settle('saved', 2, sent);
    assert.deepEqual(unsaved('saved'), ['c']);
  });
});
