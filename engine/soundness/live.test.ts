import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readBpmn } from '../bpmn/read.ts';
import type { Definition } from '../definition.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { runs } from '../testing/runs.ts';
import { agrees, verdict } from '../testing/same-verdict.ts';
import { prove } from './prove.ts';

const called = `<process id="q" isExecutable="true"><userTask id="qa"/><exclusiveGateway id="qg" default="qg-qx"/><userTask id="qx"/><userTask id="qy"/>${flows('qa -> qg -> qx; qg -> qy if qa.on')}</process>`;

const read = async (elements: string): Promise<Definition> => {
  const reading = await readBpmn(diagram(elements, elements.includes('callActivity') ? called : ''), { process: 'p' });
  assert.ok('definition' in reading, JSON.stringify(reading));
  return reading.definition;
};

const users = (ids: string): string => ids.split(' ').map((id) => `<userTask id="${id}"/>`).join('');
const choices = (ids: string): string => ids.split(' ').map((id) => `<exclusiveGateway id="${id}"/>`).join('');
const hurried = (at: string): string => `<boundaryEvent id="b${at}" attachedToRef="${at}"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>`;
const start = '<startEvent id="s"/>';
/** Step `a` answers, and `g` lets on who said yes; what lies behind `h`, which asks the same, depends on what lies between. */
const asked = `${start}${users('a d x y z')}${choices('g h')}`;
const around = 's -> a -> g; g -> z if not(a.on); h -> x if a.on; h -> y if not(a.on)';

/** What was answered, and where it is asked again: the other way is dead only where the answer surely still holds. */
const held: readonly (readonly [between: string, elements: string, ...verdict: string[]])[] = [
  ['nothing', `${asked}${flows(`${around}; g -> d if a.on; d -> h`)}`, 'dead-element y'],
  ['another step', `${asked}${users('c')}${flows(`${around}; g -> d if a.on; d -> c; c -> h`)}`, 'dead-element y'],
  ['another step with the same name for what it gives', `${asked}<userTask id="c" motcua:result="a"/>${flows(`${around}; g -> d if a.on; d -> c; c -> h`)}`],
  ['that step, or its timer', `${asked}<userTask id="c" motcua:result="a"/>${hurried('c')}${flows(`${around}; g -> d if a.on; d -> c; c -> z; bc -> h`)}`, 'dead-element y'],
  ['several of that step, or none', `${asked}<userTask id="c" motcua:result="a"><multiInstanceLoopCharacteristics><loopCardinality>0</loopCardinality></multiInstanceLoopCharacteristics></userTask>${flows(`${around}; g -> d if a.on; d -> c; c -> h`)}`, 'dead-element y'],
  ['a call of another process', `${asked}<callActivity id="c" calledElement="q"/>${flows(`${around}; g -> d if a.on; d -> c; c -> h`)}`, 'dead-element y'],
  ['an event that may happen meanwhile, and asks', `${asked}<subProcess id="e" triggeredByEvent="true"><startEvent id="es"><messageEventDefinition/></startEvent>${choices('eg')}${users('ex ey')}${flows('es -> eg; eg -> ex if a.on; eg -> ey if not(a.on)')}</subProcess>${users('c')}${flows(`${around}; g -> d if a.on; d -> c; c -> h`)}`, 'dead-element y'],
];

/** Steps in a row that are each asked about, and done again as often as one likes. */
const repeated = (count: number): string => {
  const each = Array.from({ length: count }, (_, index) => index);
  return `${start}${users('a b c')}${choices(`m ${each.map((n) => `g${n} h${n}`).join(' ')} k`)}<endEvent id="e"/>${flows(`s -> m -> a -> g0; ${each.map((n) => `g${n} -> h${n} if a.v${n}; g${n} -> c${n} if not(a.v${n})`).join('; ')}; ${each.map((n) => `c${n} -> h${n}`).join('; ')}; ${each.slice(1).map((n) => `h${n - 1} -> g${n}`).join('; ')}; h${count - 1} -> b -> k; k -> m if b.again; k -> c if not(b.again); c -> e`)}${each.map((n) => `<task id="c${n}"/>`).join('')}`;
};

/** Steps, each with a choice behind it that asks about any of them and leads anywhere. */
const steps = ['a', 'b', 'c', 'd'] as const;
const anyWeb = fc.array(fc.record({ of: fc.nat(3), yes: fc.nat(4), no: fc.nat(4), late: fc.option(fc.nat(4)) }), { minLength: 2, maxLength: 4 });
const drawWeb = (web: readonly { readonly of: number; readonly yes: number; readonly no: number; readonly late: number | null }[]): string => {
  const step = (index: number): string => steps[index] !== undefined && index < web.length ? `m${index}` : 'e';
  return `${start}<endEvent id="e"/>${web.map(({ late }, index) => `${users(steps[index]!)}${choices(`m${index} g${index}`)}${late === null ? '' : hurried(steps[index]!)}`).join('')}${flows(`s -> m0; ${web.map(({ of, yes, no, late }, index) => {
    const read = `${steps[of % web.length]!}.on`;
    const ways = step(yes) === step(no) ? `g${index} -> ${step(yes)}` : `g${index} -> ${step(yes)} if ${read}; g${index} -> ${step(no)} if not(${read})`;
    return `m${index} -> ${steps[index]!} -> g${index}; ${ways}${late === null ? '' : `; b${steps[index]!} -> ${step(late)}`}`;
  }).join('; ')}`)}`;
};

describe('A proof that forgets what is written anew before it is asked', function () {
  this.timeout(600_000);

  for (const [between, elements, ...expected] of held) it(`knows whether an answer holds behind ${between}`, async () => {
    const definition = await read(elements);
    for (const full of [true, false]) assert.deepEqual(verdict(prove(definition, { full })), expected, full ? 'all' : 'what counts');
  });

  it('looks at few states where each turn of a loop answers anew', async () => {
    const definition = await read(repeated(6));
    assert.deepEqual(verdict(prove(definition)), []);
    assert.ok(prove(definition).states <= 8, `${prove(definition).states} states`);
  });

  it('finds in any web of steps and choices what one finds who forgets nothing', () => fc.assert(fc.asyncProperty(anyWeb, async (web) => {
    const reading = await readBpmn(diagram(drawWeb(web)));
    fc.pre('definition' in reading);
    agrees(reading.definition);
  }), runs(60)));
});
