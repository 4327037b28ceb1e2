import { strict as assert } from 'node:assert';
import type { Component } from '../../procedures/procedure.ts';
import { checklistOf } from './checklist.ts';

const component = (code: string, rest: Partial<Component>): Component => ({
  code, name: { vi: code, en: code }, required: true, kind: 'electronic', originals: 1, copies: 0, source: 'test', mark: 'design', ...rest,
});

describe('the papers of a dossier', () => {
  it('tells an original that is brought to the counter from a file that is missing', () => {
    const list = checklistOf([component('C1', { kind: 'original' }), component('C2', { field: 'papers.scan' }), component('C3', { kind: 'form' })], {}, [], '2026-11-19T02:00:00Z');
    assert.deepEqual(list.map(({ code, present, byHand }) => ({ code, present, byHand })), [
      { code: 'C1', present: false, byHand: true }, { code: 'C2', present: false, byHand: false }, { code: 'C3', present: true, byHand: false },
    ]);
  });
});
