import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import { compileCalendar } from '../../engine/calendar/calendar.ts';
import { readProcess } from '../read-process.ts';
import { differenceOf, rangeOf, type PerRun } from './range.ts';
import { simulateSeveral, type Several, type SeveralPlan, type Side } from './several.ts';

const calendar = compileCalendar(JSON.parse(await readFile(new URL('../../engine/calendar/hcmc.json', import.meta.url), 'utf8')));
const folder = new URL('../construction-permit-house/', import.meta.url);
const reading = await readProcess('process.bpmn', await readFile(new URL('process.bpmn', folder), 'utf8'));
if ('problems' in reading) throw new Error(reading.problems[0]?.message);
const { definition } = reading;
const plan: SeveralPlan = { from: '2026-03-02T00:30:00.000Z', days: 15, arrivals: 2, staff: { receptionist: 1, handler: 2, section_head: 1, signer: 1, clerk: 1 }, steps: {}, ways: {} };

/** Runs to the end, and every count that was told on the way. */
function all(sides: readonly Side[], given: Partial<SeveralPlan> = {}, runs = 10, clock = () => 0): Several & { readonly told: readonly number[] } {
  const told: number[] = [];
  const running = simulateSeveral(sides, { ...plan, ...given }, calendar, runs, clock);
  for (;;) {
    const next = running.next();
    if (next.done) return { ...next.value, told };
    told.push(next.value);
  }
}

describe('several runs', function () {
  this.timeout(120_000);

  it('tell how far they are, have as many of each side, and none is like another', () => {
    const { sides, oneMore, told } = all([{ definition, limit: '7 working days' }, { definition, limit: '10 working days' }], { days: 10 }, 6);
    assert.deepEqual(told, [1, 2, 3, 4, 5, 6]);
    assert.deepEqual([sides.map(({ length }) => length), oneMore?.runs.length], [[6, 6], 6]);
    assert.ok(new Set(sides[0]?.map(({ clock }) => clock.mean)).size > 1);
  });

  it('meet both versions with the same dossiers: a longer limit alone changes who is in time, and nothing else', () => {
    const { sides: [short = [], long = []] } = all([{ definition, limit: '4 working days' }, { definition, limit: '10 working days' }], { staff: { handler: 1 } });
    assert.deepEqual(long.map(({ clock, steps, roles }) => ({ clock, steps, roles })), short.map(({ clock, steps, roles }) => ({ clock, steps, roles })));
    assert.ok(differenceOf(short.map(({ inTime }) => inTime), long.map(({ inTime }) => inTime))!.mean > 0);
  });

  it('see a step that was taken out, though the figures of the two overlap', async () => {
    const chain = (...ids: readonly string[]) => `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="x"><process id="p" isExecutable="true"><startEvent id="s"/>${ids.map((id, index) => `<sequenceFlow id="f${id}" sourceRef="${ids[index - 1] ?? 's'}" targetRef="${id}"/><userTask id="${id}" motcua:role="handler" motcua:clock="${index === 0 ? 'start' : ''}"/>`.replace(' motcua:clock=""', '')).join('')}<sequenceFlow id="out" sourceRef="${ids.at(-1)}" targetRef="e"/><endEvent id="e" motcua:clock="end"/></process></definitions>`;
    const read = async (text: string): Promise<Side> => {
      const found = await readProcess('process.bpmn', text);
      if ('problems' in found) throw new Error(found.problems[0]?.message);
      return { definition: found.definition, limit: '2 working days' };
    };
    const { sides: [before = [], after = []] } = all([await read(chain('a', 'b', 'c')), await read(chain('a', 'c'))], { staff: { handler: 1 }, steps: { a: 60, b: 20, c: 60 }, arrivals: 3, days: 20 });
    const [was, is] = [before, after].map((runs) => runs.map(({ clock }) => clock.mean));
    assert.ok(rangeOf(is!)!.most > rangeOf(was!)!.least, 'the ranges overlap: side by side alone they would say nothing');
    const apart = differenceOf(was!, is!);
    assert.ok(apart !== undefined && apart.most < 0, JSON.stringify({ was, is }));
  });

  it('take chance for no difference: the same version by other luck', () => {
    const { sides: [runs = []] } = all([{ definition, limit: '7 working days' }], {}, 20);
    for (const count of [(run: (typeof runs)[number]) => run.inTime, (run: (typeof runs)[number]) => run.clock.median, (run: (typeof runs)[number]) => run.roles[0]?.busy]) assert.equal(differenceOf(runs.slice(0, 10).map(count), runs.slice(10).map(count)), undefined);
  });

  it('end when time is up, with as many runs of each side', () => {
    let now = 0;
    const { sides, told } = all([{ definition, limit: '7 working days' }], { days: 2 }, 10, () => (now += 2000));
    assert.ok(told.length > 0 && told.length < 10, `${told.length} runs`);
    assert.equal(sides[0]?.length, told.length);
  });
});

const differences: readonly (readonly [string, PerRun, PerRun, readonly [number, number] | undefined])[] = [
  ['all more', [1, 2, 3, 4, 5, 6], [2, 4, 4, 5, 9, 8], [1, 4]],
  ['all less, or alike', [5, 5, 5, 5, 5, 5, 5], [5, 4, 3, 4, 4, 4, 4], [-2, 0]],
  ['one the other way', [5, 5, 5, 5, 5, 5, 5], [4, 4, 4, 4, 4, 4, 6], undefined],
  ['too few that differ', [5, 5, 5, 5, 5, 5, 5], [4, 4, 4, 4, 4, 5, 5], undefined],
  ['too few runs', [1, 1, 1], [2, 2, 2], undefined],
  ['alike', [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], undefined],
  ['a run with nothing to count is left out', [1, null, 1, 1, 1, 1, 1], [2, 5, 2, 2, 2, 2, 2], [1, 1]],
  ['nothing to count', [null, null], [null, null], undefined],
];

describe('a difference between runs', () => {
  for (const [name, before, after, expected] of differences) {
    it(`${name}: ${expected ? expected.join(' to ') : 'none'}`, () => {
      const found = differenceOf(before, after);
      assert.deepEqual(found && [found.least, found.most], expected);
    });
  }
});
