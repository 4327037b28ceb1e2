import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readBpmn } from '../bpmn/read.ts';
import { compileCalendar } from '../calendar/calendar.ts';
import { clockView } from '../calendar/clock-view.ts';
import { endClock, pauseClock, resumeClock, startClock, type Clock } from '../calendar/clock.ts';
import { deadline } from '../calendar/deadline.ts';
import hcmc from '../calendar/hcmc.json' with { type: 'json' };
import type { Definition } from '../definition.ts';
import { Bench } from '../testing/bench.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { runs } from '../testing/runs.ts';
import { prove } from './prove.ts';

const calendar = compileCalendar(hcmc);

/** Work that takes all its time, a pause of the clock, a wait, work that a timer may cut short, and how they stand together. */
type Part =
  | { readonly kind: 'step' | 'wait'; readonly limit: string }
  | { readonly kind: 'cut'; readonly limit: string; readonly timer: string; readonly next: string }
  | { readonly kind: 'pause'; readonly minutes: number }
  | { readonly kind: 'row' | 'beside' | 'either'; readonly parts: readonly [Part, Part] };

const limit = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }).map((days) => `${days} working days`) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }).map((hours) => `${hours} working hours`) },
  fc.integer({ min: 1, max: 4 }).map((days) => `${days} days`), fc.integer({ min: 1, max: 50 }).map((hours) => `${hours} hours`), fc.constantFrom('same day', '0.5 working days', '90 working minutes', '120 minutes'),
);
const timer = fc.integer({ min: 1, max: 90 }).map((hours) => `PT${hours}H`);
const two = (part: fc.Arbitrary<Part>) => fc.tuple(part, part);
const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof({ maxDepth: 3 },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('step' as const), limit }) }, fc.record({ kind: fc.constant('wait' as const), limit: timer }),
    fc.record({ kind: fc.constant('cut' as const), limit, timer, next: limit }), fc.record({ kind: fc.constant('pause' as const), minutes: fc.integer({ min: 1, max: 3_000 }) }),
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('row' as const), parts: two(tie('part')) }) }, fc.record({ kind: fc.constantFrom('beside' as const, 'either' as const), parts: two(tie('part')) }),
  ),
}));

interface Drawn { readonly xml: string; readonly first: string; readonly last: string }

/** Draws a part; what it holds is numbered, so that a pause and a choice can be found again. */
const draw = (root: Part): { readonly xml: string; readonly pauses: ReadonlyMap<string, number>; readonly choices: readonly string[] } => {
  const pauses = new Map<string, number>();
  const choices: string[] = [];
  let count = 0;
  const drawn = (each: Part): Drawn => {
    const id = `n${(count += 1)}`;
    switch (each.kind) {
      case 'step': return { xml: `<userTask id="${id}" motcua:timeLimit="${each.limit}"/>`, first: id, last: id };
      case 'wait': return { xml: `<intermediateCatchEvent id="${id}"><timerEventDefinition><timeDuration>${each.limit}</timeDuration></timerEventDefinition></intermediateCatchEvent>`, first: id, last: id };
      case 'pause':
        pauses.set(id, each.minutes);
        return { xml: `<userTask id="${id}" motcua:clock="pause:p${id}"/>`, first: id, last: id };
      case 'cut': return {
        xml: `<userTask id="${id}" motcua:timeLimit="${each.limit}"/><boundaryEvent id="${id}t" attachedToRef="${id}"><timerEventDefinition><timeDuration>${each.timer}</timeDuration></timerEventDefinition></boundaryEvent><userTask id="${id}x" motcua:timeLimit="${each.next}"/><exclusiveGateway id="${id}m"/>${flows(`${id} -> ${id}m; ${id}t -> ${id}x -> ${id}m`)}`,
        first: id, last: `${id}m`,
      };
      case 'row': {
        const [one, other] = each.parts.map(drawn) as [Drawn, Drawn];
        return { xml: `${one.xml}${other.xml}${flows(`${one.last} -> ${other.first}`)}`, first: one.first, last: other.last };
      }
      default: {
        const [one, other] = each.parts.map(drawn) as [Drawn, Drawn];
        const gateway = each.kind === 'beside' ? 'parallelGateway' : 'exclusiveGateway';
        if (each.kind === 'either') choices.push(id);
        const away = each.kind === 'either' ? ` default="${id}-${other.first}"` : '';
        return {
          xml: `<${gateway} id="${id}"${away}/>${one.xml}${other.xml}<${gateway} id="${id}j"/>${flows(`${id} -> ${one.first}${each.kind === 'either' ? ` if ${id}` : ''}; ${id} -> ${other.first}; ${one.last} -> ${id}j; ${other.last} -> ${id}j`)}`,
          first: id, last: `${id}j`,
        };
      }
    }
  };
  const whole = drawn(root);
  return { xml: diagram(`<startEvent id="s" motcua:clock="start"/><endEvent id="e" motcua:clock="end"/>${whole.xml}${flows(`s -> ${whole.first}; ${whole.last} -> e`)}`), pauses, choices };
};

/** Whether a dossier is late whose every step is done when its limit is over. */
const isLate = (definition: Definition, law: string, at: string, pauses: ReadonlyMap<string, number>, data: Readonly<Record<string, boolean>>): boolean => {
  const bench = new Bench(definition, { at, due: ({ value }, from) => deadline(calendar, from, value).dueAt });
  const instance = bench.start({ data });
  let clock: Clock = startClock(at, law);
  let seen = 0;
  const follow = (): void => {
    for (; seen < instance.effects.length; seen += 1) {
      const effect = instance.effects[seen]!;
      if (effect.type !== 'clock' || clock.endedAt !== null) continue;
      if (effect.action === 'pause') clock = pauseClock(clock, bench.now, effect.cause ?? '');
      if (effect.action === 'resume') clock = resumeClock(clock, bench.now, effect.cause);
      if (effect.action === 'end') clock = endClock(clock, bench.now);
    }
  };
  const due = new Map<string, string>();
  while (instance.status === 'active') {
    follow();
    for (const { element } of instance.tasks) {
      if (due.has(element)) continue;
      const paused = pauses.get(element);
      due.set(element, paused === undefined ? deadline(calendar, bench.now, definition.nodes[element]!.step.timeLimit!).dueAt : new Date(Date.parse(bench.now) + paused * 60_000).toISOString());
    }
    const [first] = instance.tasks.map(({ element }) => element).toSorted((one, other) => (due.get(one)! < due.get(other)! ? -1 : 1));
    const next = bench.nextDue;
    if (first === undefined || (next !== undefined && next < due.get(first)!)) bench.advance(next!);
    else {
      bench.advance(due.get(first)!);
      if (instance.tasks.some(({ element }) => element === first)) instance.complete(first);
    }
  }
  follow();
  return clockView(calendar, clock, bench.now).verdict === 'late';
};

/** June and July 2026 have no holidays. */
const begun = fc.integer({ min: 0, max: 30 * 1_440 }).map((minutes) => new Date(Date.parse('2026-06-01T00:00:00+07:00') + minutes * 60_000).toISOString());
const law = fc.oneof(fc.integer({ min: 1, max: 12 }).map((days) => `${days} working days`), fc.integer({ min: 1, max: 16 }).map((days) => `${days} days`), fc.integer({ min: 2, max: 60 }).map((hours) => `${hours} working hours`), fc.integer({ min: 2, max: 300 }).map((hours) => `${hours} hours`), fc.constant('same day'));
const foretells = new Set(['time-sum', 'time-rounded', 'not-decided']);

describe('Time by the calendar', () => {
  it('is never over for a dossier whose steps keep their limits when the proof says nothing', async () => {
    let late = 0;
    await fc.assert(fc.asyncProperty(part, law, fc.array(begun, { minLength: 6, maxLength: 6 }), fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), async (whole, most, starts, chosen) => {
      const { xml, pauses, choices } = draw(whole);
      const reading = await readBpmn(xml);
      assert.ok('definition' in reading, JSON.stringify(reading));
      const found = prove(reading.definition, { limit: most }).findings.filter(({ rule }) => foretells.has(rule));
      const data = Object.fromEntries(choices.map((id, index) => [id, chosen[index % 8]!]));
      for (const at of starts) {
        if (!isLate(reading.definition, most, at, pauses, data)) continue;
        late += 1;
        assert.notEqual(found.length, 0, `late by ${most} from ${at} with ${JSON.stringify(data)}: ${xml}`);
      }
    }), runs(200));
    assert.ok(late > 0);
  });
});
