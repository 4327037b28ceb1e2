import assert from 'node:assert/strict';
import { readBpmn } from '../bpmn/read.ts';
import type { Json } from '../state.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { prove } from './prove.ts';

const users = (ids: string): string => ids.split(' ').map((id) => `<userTask id="${id}"/>`).join('');
const called = (body: string): string => `<process id="q"><startEvent id="qs"/>${body}<endEvent id="qe"/></process>`;
const call = (id: string, more = '', inside = ''): string => `<callActivity id="${id}" calledElement="q" ${more}>${inside}</callActivity>`;
const once = `<startEvent id="s"/>${call('c')}<endEvent id="e"/>${flows('s -> c -> e')}`;
/** Asks the same answer twice; what the second choice would need is ruled out by the first. */
const twice = called(`${users('a b')}<exclusiveGateway id="g" default="g-qe"/><exclusiveGateway id="h" default="h-qe"/>${flows('qs -> a -> g -> qe; g -> h if a.n > 5; h -> b if a.n < 3; h -> qe; b -> qe')}`);
const choice = called(`${users('a x y')}<exclusiveGateway id="g"/>${flows('qs -> a -> g; g -> x if a.kind = "new"; g -> y if a.kind = "old"; x -> qe; y -> qe')}`);

/** Goes through at once, and asks about what it writes. */
const quick = called(`<scriptTask id="w" motcua:result="n" scriptFormat="feel"><script>1</script></scriptTask><exclusiveGateway id="g" default="g-m"/><exclusiveGateway id="m"/><task id="t"/>${flows('qs -> w -> g -> m -> qe; g -> t if n > 5; t -> m')}`);
const six = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'];

const cases: readonly (readonly [what: string, elements: string, outside: string, ...findings: string[]])[] = [
  ['what a former answer rules out', once, twice, 'dead-element b'],
  ['what a former answer rules out, when it may be given anew between', once, called(`${users('a r b')}<exclusiveGateway id="g" default="g-qe"/><exclusiveGateway id="h" default="h-qe"/>${flows('qs -> a -> g -> qe; g -> r if r.n > 5; r -> h; h -> b if r.n < 3; h -> qe; b -> qe')}`)],
  ['the answers of the next call, which are new', `<startEvent id="s"/><exclusiveGateway id="m"/>${call('c')}<userTask id="t"/><exclusiveGateway id="k" default="k-e"/><endEvent id="e"/>${flows('s -> m -> c -> t -> k -> e; k -> m if t.again')}`, called(`${users('a b')}<exclusiveGateway id="g" default="g-b"/>${flows('qs -> g -> b -> qe; g -> a if a.n > 5; a -> qe')}`)],
  ['calls side by side, whose answers are each their own', `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/>${call('c')}${call('d')}<endEvent id="e"/>${flows('s -> f -> c -> j -> e; f -> d -> j')}`, twice],
  ['turns side by side, whose answers are each their own', `<startEvent id="s"/>${call('c', '', '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>')}<endEvent id="e"/>${flows('s -> c -> e')}`, twice],
  ['calls in a row that all go through at once', `<startEvent id="s"/>${six.map((id) => call(id)).join('')}<userTask id="b"/><endEvent id="e"/>${flows(`s -> ${six.join(' -> ')} -> b -> e`)}`, quick],
  ['a name that means something else in the caller', `<startEvent id="s"/><userTask id="z"/><exclusiveGateway id="k" default="k-e"/>${call('c')}<endEvent id="e"/>${flows('s -> z -> k -> e; k -> c if a.n > 5; c -> e')}`, called(`${users('a b')}<exclusiveGateway id="h" default="h-qe"/>${flows('qs -> h -> qe; h -> b if a.n < 3; b -> qe')}`)],
  ['a caller that knows after a call what it knew before', `<startEvent id="s"/><exclusiveGateway id="k" default="k-e"/>${call('c')}<exclusiveGateway id="l" default="l-e"/><userTask id="t"/><endEvent id="e"/>${flows('s -> k -> e; k -> c if n > 5; c -> l -> e; l -> t if n < 3; t -> e')}`, called(`${users('a')}${flows('qs -> a -> qe')}`), 'dead-element t'],
  ['a call that hands all its data back', `<startEvent id="s"/><exclusiveGateway id="k" default="k-e"/>${call('c', 'motcua:propagate="true"')}<exclusiveGateway id="l" default="l-e"/><userTask id="t"/><endEvent id="e"/>${flows('s -> k -> e; k -> c if n > 5; c -> l -> e; l -> t if n < 3; t -> e')}`, called(`<userTask id="a" motcua:result="n"/>${flows('qs -> a -> qe')}`)],
  ['a call that goes through at once and hands all its data back', `<startEvent id="s"/><exclusiveGateway id="k" default="k-e"/>${call('c', 'motcua:propagate="true"')}<exclusiveGateway id="l" default="l-e"/><userTask id="t"/><endEvent id="e"/>${flows('s -> k -> e; k -> c if n > 5; c -> l -> e; l -> t if n < 3; t -> e')}`, called(`<scriptTask id="a" motcua:result="n" scriptFormat="feel"><script>1</script></scriptTask>${flows('qs -> a -> qe')}`)],
];

const sorted = (findings: readonly { readonly rule: string; readonly element: string }[]): readonly string[] => findings.map(({ rule, element }) => `${rule} ${element}`).toSorted();

const read = async (elements: string, outside: string) => {
  const reading = await readBpmn(diagram(elements, outside));
  assert.ok('definition' in reading, JSON.stringify(reading));
  return reading.definition;
};

describe('A proof of a process that calls another', () => {
  for (const [what, elements, outside, ...findings] of cases) it(`knows ${what}`, async () => {
    assert.deepEqual(sorted(prove(await read(elements, outside)).findings), findings);
  });

  it('takes what a form of the called process lists for all there is', async () => {
    const definition = await read(once, choice);
    const listed = (values: readonly Json[]) => sorted(prove(definition, { values: new Map([['q', new Map([['a.kind', values]])]]) }).findings);
    assert.deepEqual(listed(['new', 'old']), []);
    assert.deepEqual(listed(['new', 'old', 'other']), ['gateway-gap g']);
    assert.deepEqual(sorted(prove(definition, { values: new Map([['p', new Map([['a.kind', ['new', 'old']]])]]) }).findings), ['gateway-gap g']);
  });

  it('tells no gap where two calls are under way and each has all its answers', async () => {
    const two = `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/>${call('c')}${call('d')}<endEvent id="e"/>${flows('s -> f -> c -> j -> e; f -> d -> j')}`;
    assert.deepEqual(sorted(prove(await read(two, choice), { values: new Map([['q', new Map([['a.kind', ['new', 'old']]])]]) }).findings), []);
  });
});
