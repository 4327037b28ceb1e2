import assert from 'node:assert/strict';
import { merged, undecided, updatesOf, type Choices, type Sides } from './merge.ts';
import { outsideFindings } from './outside.ts';
import type { Files } from './own-places.ts';

type Texts = Readonly<Record<string, string | object>>;
const source: Texts = {
  'procedure.json': { key: 'source', name: 'S', shortName: 'S', agency: { name: 'Ward', level: 'commune' }, limit: 7, customise: ['decisions/fee.dmn', '/agency/name'] },
  'process.bpmn': 'one', 'decisions/fee.dmn': '10', 'letters/old.json': 'old', 'called/other/process.bpmn': 'called',
};
const procedure = (change: object): Texts => ({ 'procedure.json': { ...(source['procedure.json'] as object), ...change } });
const own = { key: 'mine', name: 'M', shortName: 'M' };
const as = (texts: Texts, ...without: string[]): Files =>
  Object.fromEntries(Object.entries(texts).filter(([path]) => !without.includes(path)).map(([path, value]) => [path, { text: typeof value === 'string' ? value : JSON.stringify(value) }]));
const base = as(source);
const mine: Texts = { ...source, ...procedure(own), 'adopted.json': { from: 'source', version: '0'.repeat(64) } };
const hereWith = (change: Texts, ...without: string[]): Files => as({ ...mine, ...change }, ...without);
const thereWith = (change: Texts, ...without: string[]): Files => as({ ...source, ...change }, ...without);

const adopted = { from: 'source', version: '1'.repeat(64) };
const read = (files: Files): Record<string, unknown> => Object.fromEntries(Object.entries(files).map(([path, file]) => [path, path.endsWith('procedure.json') && 'text' in file ? JSON.parse(file.text) : 'text' in file ? file.text : file.sha256]));
const namedPlaces = { ...procedure({ ...own, agency: { name: 'Ours', level: 'commune' } }) };

// What the source made of it, what the adopter made of it, what is told, and what stands afterwards when the adopter's side is chosen, and when the source's is.
const cases: readonly (readonly [string, Files, Files, readonly string[], Texts, Texts])[] = [
  ['nothing new', base, hereWith({}), [], {}, {}],
  ['the source changes what the adopter left alone', thereWith({ 'process.bpmn': 'two' }), hereWith({}), ['take process.bpmn'], { 'process.bpmn': 'two' }, { 'process.bpmn': 'two' }],
  ['a declared file stays, until the source’s is asked for', thereWith({ 'decisions/fee.dmn': '20' }), hereWith({ 'decisions/fee.dmn': '15' }), ['keep decisions/fee.dmn'], { 'decisions/fee.dmn': '15' }, { 'decisions/fee.dmn': '20' }],
  ['a declared file stays even when it is as it was adopted', thereWith({ 'decisions/fee.dmn': '20' }), hereWith({}), ['keep decisions/fee.dmn'], {}, { 'decisions/fee.dmn': '20' }],
  ['both change an undeclared file', thereWith({ 'process.bpmn': 'two' }), hereWith({ 'process.bpmn': 'ours' }), ['choose process.bpmn'], { 'process.bpmn': 'ours' }, { 'process.bpmn': 'two' }],
  ['both come to the same', thereWith({ 'process.bpmn': 'two' }), hereWith({ 'process.bpmn': 'two' }), [], { 'process.bpmn': 'two' }, { 'process.bpmn': 'two' }],
  ['only the adopter changes an undeclared file', base, hereWith({ 'process.bpmn': 'ours' }), [], { 'process.bpmn': 'ours' }, { 'process.bpmn': 'ours' }],
  ['the source adds a file', thereWith({ 'forms/new.json': 'new' }), hereWith({}), ['take forms/new.json'], { 'forms/new.json': 'new' }, { 'forms/new.json': 'new' }],
  ['both add a file of one name', thereWith({ 'forms/new.json': 'new' }), hereWith({ 'forms/new.json': 'ours' }), ['choose forms/new.json'], { 'forms/new.json': 'ours' }, { 'forms/new.json': 'new' }],
  ['the source removes a file', thereWith({}, 'letters/old.json'), hereWith({}), ['take letters/old.json'], { 'letters/old.json': '' }, { 'letters/old.json': '' }],
  ['the source removes a file that the adopter changed', thereWith({}, 'letters/old.json'), hereWith({ 'letters/old.json': 'ours' }), ['choose letters/old.json'], { 'letters/old.json': 'ours' }, { 'letters/old.json': '' }],
  ['the adopter removed a file that the source changes', thereWith({ 'letters/old.json': 'newer' }), hereWith({}, 'letters/old.json'), ['choose letters/old.json'], { 'letters/old.json': '' }, { 'letters/old.json': 'newer' }],
  ['files of called procedures are no matter of the update', thereWith({ 'called/other/process.bpmn': 'newer' }), hereWith({}), [], {}, {}],
  ['the rest of procedure.json comes, key, names and declared places stay', thereWith(procedure({ name: 'S2', limit: 9 })), hereWith(namedPlaces), ['take procedure.json'],
    { 'procedure.json': { ...(namedPlaces['procedure.json'] as object), limit: 9 } }, { 'procedure.json': { ...(namedPlaces['procedure.json'] as object), limit: 9 } }],
  ['a declared place that the source changed too is told', thereWith(procedure({ limit: 9, agency: { name: 'City', level: 'commune' } })), hereWith(namedPlaces), ['take procedure.json /agency/name'],
    { 'procedure.json': { ...(namedPlaces['procedure.json'] as object), limit: 9 } }, { 'procedure.json': { ...(namedPlaces['procedure.json'] as object), limit: 9 } }],
  ['only a declared place of procedure.json changed', thereWith(procedure({ agency: { name: 'City', level: 'commune' } })), hereWith(namedPlaces), ['keep procedure.json /agency/name'],
    namedPlaces, procedure({ ...own, agency: { name: 'City', level: 'commune' } })],
  ['both change an undeclared part of procedure.json', thereWith(procedure({ limit: 9 })), hereWith(procedure({ ...own, limit: 5 })), ['choose procedure.json'], procedure({ ...own, limit: 5 }), procedure({ ...own, limit: 9 })],
  ['a place that is declared anew is filled by the source', thereWith(procedure({ tips: ['a'], customise: ['decisions/fee.dmn', '/agency/name', '/tips'] })), hereWith({}), ['take procedure.json'],
    procedure({ ...own, tips: ['a'], customise: ['decisions/fee.dmn', '/agency/name', '/tips'] }), procedure({ ...own, tips: ['a'], customise: ['decisions/fee.dmn', '/agency/name', '/tips'] })],
  ['a place that is withdrawn has to be chosen', thereWith({ ...procedure({ customise: ['/agency/name'] }), 'decisions/fee.dmn': '20' }), hereWith({ 'decisions/fee.dmn': '15' }), ['choose decisions/fee.dmn', 'take procedure.json'],
    { ...procedure({ ...own, customise: ['/agency/name'] }), 'decisions/fee.dmn': '15' }, { ...procedure({ ...own, customise: ['/agency/name'] }), 'decisions/fee.dmn': '20' }],
];

describe('taking an update of an adopted procedure', () => {
  for (const [what, theirs, here, told, ours, others] of cases)
    it(what, () => {
      const sides: Sides = { base, theirs, mine: here };
      const updates = updatesOf(sides);
      assert.deepEqual(updates.map(({ path, way, kept }) => [way, path, ...kept].join(' ')), told);
      const choose = (take: 'mine' | 'theirs'): Choices => new Map(updates.filter(({ way }) => way !== 'take').map(({ path }) => [path, take]));
      assert.deepEqual(undecided(updates, new Map()), updates.filter(({ way }) => way === 'choose').map(({ path }) => path));
      for (const [choices, expected] of [[choose('mine'), ours], [choose('theirs'), others]] as const) {
        const files = read(merged(sides, choices, adopted));
        const { 'adopted.json': note, ...rest } = files;
        assert.deepEqual(JSON.parse(note as string), adopted);
        const wanted = read(as({ ...mine, ...expected }, 'adopted.json'));
        const kept = Object.fromEntries(Object.entries(wanted).filter(([, text]) => text !== ''));
        assert.deepEqual(rest, kept);
        assert.deepEqual(updatesOf({ base: theirs, theirs, mine: merged(sides, choices, adopted) }), [], 'taken once, nothing is left to take');
      }
    });
});

const warned: readonly (readonly [string, Files, readonly string[]])[] = [
  ['nothing but its own key and names', hereWith({}), []],
  ['declared places', hereWith({ ...namedPlaces, 'decisions/fee.dmn': '15' }), []],
  ['another file', hereWith({ 'process.bpmn': 'ours' }), ['process.bpmn process.bpmn']],
  ['a file more and one less', hereWith({ 'forms/new.json': 'ours' }, 'letters/old.json'), ['forms/new.json forms/new.json', 'letters/old.json letters/old.json']],
  ['members of procedure.json', hereWith(procedure({ ...own, limit: 5, agency: { name: 'Ours', level: 'province' } })), ['procedure.json /agency', 'procedure.json /limit']],
  ['a procedure.json that cannot be read', hereWith({ 'procedure.json': '{' }), []],
];

describe('an adopted draft that differs from its source is warned of', () => {
  for (const [what, here, expected] of warned) it(what, () => assert.deepEqual(outsideFindings(base, here).map(({ file, element, severity }) => `${severity === 'warning' ? '' : severity}${file} ${element}`), expected));
});
