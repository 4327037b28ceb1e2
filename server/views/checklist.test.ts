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

  it('are those that law asks for on the day of filing, by the office’s own clock, both ends included', () => {
    const components = [component('A1', {}), component('B1', { to: '2026-06-30' }), component('B2', { from: '2026-07-01' })];
    const asked = (at: string) => checklistOf(components, {}, [], at).map(({ code }) => code);
    assert.deepEqual(['2026-06-30T16:59:00Z', '2026-06-30T17:00:00Z'].map(asked), [['A1', 'B1'], ['A1', 'B2']]);
  });
});
