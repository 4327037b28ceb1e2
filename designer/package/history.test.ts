import assert from 'node:assert/strict';
import fc from 'fast-check';
import { begin, change, redo, undo } from './history.ts';

describe('going back and forth in a file', () => {
  it('goes back to what was there, and forth again', () => {
    const typed = change(change(begin('a'), 'b'), 'c');
    assert.equal(undo(typed).now, 'b');
    assert.equal(undo(undo(typed)).now, 'a');
    assert.equal(redo(undo(typed)).now, 'c');
  });

  it('takes typing in one field as one step', () => {
    const typed = ['x', 'xy', 'xyz'].reduce((history, text) => change(history, text, 'label'), begin(''));
    assert.equal(undo(typed).now, '');
    assert.equal(undo(change(typed, 'other', 'hint')).now, 'xyz');
  });

  it('starts a new step after going back', () => {
    const back = undo(change(begin(''), 'x', 'label'));
    assert.deepEqual(undo(change(back, 'y', 'label')).now, '');
  });

  it('holds at both ends', () => {
    const fresh = begin('a');
    assert.equal(undo(fresh), fresh);
    assert.equal(redo(fresh), fresh);
    assert.equal(change(fresh, 'a'), fresh);
  });

  it('comes back to the last text after any way back and the whole way forth', () => {
    fc.assert(fc.property(fc.array(fc.string(), { maxLength: 20 }), fc.nat(30), (texts, steps) => {
      const end = texts.reduce((history, text) => change(history, text), begin('start'));
      let at = end;
      for (let step = 0; step < steps; step += 1) at = undo(at);
      for (let step = 0; step < steps; step += 1) at = redo(at);
      assert.equal(at.now, end.now);
    }));
  });
});
