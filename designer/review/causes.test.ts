import assert from 'node:assert/strict';
import type { InFlightGroup, InFlightReason } from '../../server/api/in-flight.ts';
import { byChange, causesOf, type Change } from './causes.ts';

const label = (id: string) => ({ vi: id, en: id });
const reason = (code: string, element: string, more: Partial<InFlightReason> = {}): InFlightReason => ({ code, element, step: null, message: '', field: null, from: null, to: null, need: 'clerk', file: null, ...more });
const about = (id: string, file: string) => ({ field: { id, label: label(id), kind: 'answer' as const, missing: true }, file });
const application = 'forms/application.json';

const drawn = (process: NonNullable<Change['process']>, path = 'process.bpmn'): Change => ({ path, text: '', process });
const step = (at: string, change: 'step-added' | 'step-removed') => drawn({ at, name: at, change, kind: 'userTask' });
const property = (at: string, of: string, path?: string) => drawn({ at, name: at, change: 'step-property', property: of, from: '', to: '' }, path);
const way = (source: string, target: string) => drawn({ at: `${source}-${target}`, name: '', change: 'way-removed', between: [source, target] });
const field = (id: string, change: 'field-added' | 'field-required' = 'field-added', path = application): Change => ({ path, text: '', form: { change, field: id } });
const renamed: Change = { path: application, text: 'Nhãn' };
const rules: Change = { path: application, text: '', form: { change: 'form-rules' } };
const limit: Change = { path: 'procedure.json', text: '', place: 'timeLimit[0].limit' };
const fee: Change = { path: 'decisions/fee.dmn', text: '' };

describe('which changes of a draft hold up dossiers in flight', () => {
  const cases: readonly [what: string, InFlightReason, readonly Change[], readonly number[]][] = [
    ['a step that is gone', reason('gone', 'a'), [property('a', 'name'), step('b', 'step-removed'), step('a', 'step-removed'), step('c', 'step-added')], [2]],
    ['a state that is gone', reason('gone', 'x.a'), [drawn({ at: 'x.a', name: 'a', change: 'step-removed', kind: 'state' }, 'process.statechart.json')], [0]],
    ['a step of another kind is added and removed', reason('other-kind', 'a', { need: 'cannot' }), [step('a', 'step-added'), step('a', 'step-removed'), fee], [0, 1]],
    ['the limit of a step', reason('limit', 'a'), [property('a', 'role'), property('a', 'timeLimit'), property('b', 'timeLimit')], [1]],
    ['the limit of the whole', reason('due', 'p', { file: 'procedure.json' }), [{ path: 'procedure.json', text: '', place: 'name.vi' }, limit], [1]],
    ['a step in hand by its role and its form', reason('in-hand', 'a', { file: 'forms/check.json' }), [property('a', 'role'), field('note', 'field-added', 'forms/check.json'), property('b', 'role')], [0, 1]],
    ['a question that is new', reason('application', '', about('owner.phone', application)), [renamed, field('owner.phone'), field('owner.name'), rules], [1]],
    ['a part of a question that is new', reason('application', '', about('floors[].area', application)), [field('floors')], [0]],
    ['a question that only a rule can have asked', reason('application', '', about('owner.phone', application)), [renamed, field('other'), rules], [2]],
    ['a form that cannot be told apart further', reason('application', '', about('owner.phone', application)), [{ path: application, text: '' }, fee], [0]],
    ['what a step that is done would ask', reason('answered', 'a', about('why', 'forms/check.json')), [field('why', 'field-required', 'forms/check.json'), field('why')], [0]],
    ['another form of a step that is done', reason('answered', 'a', about('why', 'forms/other.json')), [property('a', 'form')], [0]],
    ['a join that would wait for a branch that was not there, by the way to it', reason('incident', 'join'), [way('x', 'y'), way('c', 'join')], [1]],
    ['nothing in the draft, for a dossier of an earlier version', reason('limit', 'a'), [property('b', 'timeLimit'), fee], []],
  ];
  for (const [what, one, changes, causes] of cases) it(`names ${what}`, () => assert.deepEqual(causesOf(one, changes), causes));

  it('counts each dossier once for a change, by the gravest that it needs, and tells where they stand', () => {
    const phone = reason('application', '', { ...about('phone', application), need: 'citizen' });
    const [late, odd] = [reason('limit', 'check'), reason('limit', 'sign')];
    const group = (code: string, count: number, node: string, reasons: readonly InFlightReason[]): InFlightGroup => ({ version: 1, at: [{ node, name: label(node) }], verdict: 'clerk', able: true, count, reasons: [...reasons], dossiers: [{ id: code, code, page: null }] });
    const changes = [field('phone'), property('check', 'timeLimit'), fee];
    const { touching, safe, others } = byChange(changes, [group('A', 2, 'check', [phone, late]), group('B', 3, 'sign', [phone]), group('C', 1, 'sign', [odd]), group('D', 7, 'sign', [])]);
    assert.deepEqual(touching.map(({ change, clerk, citizen, cannot, reasons }) => [changes.indexOf(change), clerk, citizen, cannot, reasons.map(({ count, dossiers }) => [count, dossiers.map(({ code, at }) => `${code} ${at[0]?.node}`)])]), [
      [0, 0, 5, 0, [[5, ['A check', 'B sign']]]],
      [1, 2, 0, 0, [[2, ['A check']]]],
    ]);
    assert.deepEqual([safe, others?.clerk, others?.reasons.length], [[fee], 1, 1]);
  });
});
