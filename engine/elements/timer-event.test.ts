import assert from 'node:assert/strict';
import { flows } from '../testing/diagram.ts';
import { caughtEverywhere } from '../testing/places.ts';
import { verify } from '../testing/table.ts';

const event = (kind: 'timeDate' | 'timeDuration' | 'timeCycle', text: string) => `<timerEventDefinition><${kind}>${text}</${kind}></timerEventDefinition>`;
const duration = (text: string) => event('timeDuration', text);
const waits = (definition: string) => `<startEvent id="s"/><intermediateCatchEvent id="w">${definition}</intermediateCatchEvent><userTask id="after"/>${flows('s -> w -> after')}`;
const watched = (definition: string, attributes = 'cancelActivity="false"') => `<startEvent id="s"/><userTask id="work"/><boundaryEvent id="w" attachedToRef="work" ${attributes}>${definition}</boundaryEvent><userTask id="handled"/>${flows('s -> work; w -> handled')}`;
const begins = (definition: string) => `<startEvent id="s">${definition}</startEvent><userTask id="u"/>${flows('s -> u')}`;

/** When the timer that is set is due, by the bench's clock. */
const dueAt = (at: string) => (_instance: unknown, bench: { readonly nextDue: string | undefined }): void => assert.equal(bench.nextDue, at);

describe('A timer event', () => {
  verify({
    ...caughtEverywhere({ event: duration('P2D'), happens: (_instance, bench) => bench.advance('P2D') }),
    'begins an instance at its date': { draw: begins(event('timeDate', '2026-02-01T00:00:00+07:00')), begin: (bench) => bench.advance('2026-01-31T17:00:00Z'), tasks: ['u'] },
    'begins an instance on each turn of its cycle, and no more often than it says': {
      draw: begins(event('timeCycle', 'R3/P1D')), begin: (bench) => bench.advance('P9D'), act: (_instance, bench) => assert.equal(bench.instances.length, 3), tasks: ['u'],
    },
    'does not happen a moment too early': { draw: waits(duration('PT2H')), act: (_instance, bench) => bench.advance('PT1H59M59S'), tasks: [] },
    'happens at once when its date has passed': { draw: waits(event('timeDate', '2020-01-01T00:00:00Z')), act: (_instance, bench) => bench.advance('PT0S'), tasks: ['after'] },
    'of a day without an hour is its midnight in Viet Nam': { draw: waits(event('timeDate', '2026-03-01')), act: dueAt('2026-02-28T17:00:00.000Z') },
    'of an hour without a zone is that of Viet Nam, whatever the zone of the machine': { draw: waits(event('timeDate', '2026-03-01T08:00:00')), act: dueAt('2026-03-01T01:00:00.000Z') },
    'of a date that FEEL reckons is its midnight too': { draw: waits(event('timeDate', '=date("2026-02-27") + duration("P2D")')), act: dueAt('2026-02-28T17:00:00.000Z') },
    'counts months by the calendar: the last day where the month is shorter': { draw: waits(duration('P1M')), options: { at: '2026-01-31T01:00:00.000Z' }, act: dueAt('2026-02-28T01:00:00.000Z') },
    'runs from when its element is reached': {
      draw: `<startEvent id="s"/><userTask id="u"/><intermediateCatchEvent id="w">${duration('P1D')}</intermediateCatchEvent>${flows('s -> u -> w')}`, act: (instance, bench) => {
        bench.advance('P5D');
        instance.complete('u');
        dueAt('2026-01-11T01:00:00.000Z')(instance, bench);
      },
    },
    'is reckoned by the data': { draw: waits(duration('=limit')), data: { limit: 'P3D' }, act: dueAt('2026-01-08T01:00:00.000Z') },
    'is reckoned by the data as they were when it was set': { draw: waits(duration('=limit')), data: { limit: 'P3D' }, act: (instance, bench) => dueAt('2026-01-08T01:00:00.000Z')(instance.change({ limit: 'P9D' }), bench) },
    'is not set while its data are not there': { draw: waits(duration('=limit')), incidents: [['missing-data', 'limit']], tasks: [] },
    'is set once they are': { draw: waits(duration('=limit')), act: (instance, bench) => dueAt('2026-01-06T01:00:00.000Z')(instance.retry({ limit: 'P1D' }), bench) },
    'that FEEL reckons to anything but text is an incident': { draw: waits(duration('=limit')), data: { limit: 3 }, incidents: [['expression', 'to be text']] },
    'that FEEL reckons to a text that is no time is an incident, mended by its data': {
      draw: waits(duration('=limit')), data: { limit: 'tomorrow' }, act: (instance, bench) => {
        assert.match(instance.incidents[0]!.message, /"limit" to be a duration in ISO 8601 or working time, but it is "tomorrow"/);
        dueAt('2026-01-06T01:00:00.000Z')(instance.retry({ limit: 'P1D' }), bench);
      },
    },
    'that FEEL reckons to a cycle that takes no time is one too': { draw: watched(event('timeCycle', '="R/PT" + string(n) + "S"')), data: { n: 0 }, incidents: [['expression', 'but it is "R/PT0S"']], tasks: [] },
    'is handed out in working time as it is written': { draw: waits(duration('2 working days')), options: { due: (_timer, from) => from }, effects: [{ type: 'timer.set', timer: { type: 'duration', value: '2 working days' } }] },
    'of a cycle without a number happens for ever': { draw: watched(event('timeCycle', 'R/P1D')), act: (_instance, bench) => bench.advance('P3D'), tasks: ['work', 'handled', 'handled', 'handled'] },
    'of a cycle happens as often as it says': { draw: watched(event('timeCycle', 'R2/P1D')), act: (_instance, bench) => bench.advance('P9D'), tasks: ['work', 'handled', 'handled'] },
    'of a cycle with a beginning happens first then': { draw: watched(event('timeCycle', 'R2/2026-02-01T00:00:00Z/P1D')), act: dueAt('2026-02-01T00:00:00.000Z') },
    'of a cycle that interrupts happens once': { draw: watched(event('timeCycle', 'R5/P1D'), ''), act: (_instance, bench) => bench.advance('P9D'), tasks: ['handled'] },
    'that does not interrupt happens once when it is no cycle': { draw: watched(duration('P1D')), act: (_instance, bench) => bench.advance('P9D'), tasks: ['work', 'handled'] },
    'is taken back when its activity is done before': { draw: watched(duration('P1D')), act: (instance) => instance.complete('work'), status: 'completed', effects: [{ type: 'timer.set', node: 'w' }, { type: 'timer.cancel', node: 'w' }] },
    'that has fired is not taken back': { draw: waits(duration('P1D')), act: (_instance, bench) => bench.advance('P1D'), effects: [{ type: 'timer.set', node: 'w' }], tasks: ['after'] },
    'that fires twice is refused the second time': {
      draw: waits(duration('P1D')), act: (instance) => {
        const { id } = instance.state.subscriptions[0]!;
        const again = instance.send({ type: 'timer', subscription: id }).offer({ type: 'timer', subscription: id });
        assert.equal('rejected' in again && again.rejected, 'no-timer');
      }, tasks: ['after'],
    },
    'of two timers lets the one that is due first go first, although it was set last': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><intermediateCatchEvent id="w1">${duration('P3D')}</intermediateCatchEvent><intermediateCatchEvent id="w2">${duration('P1D')}</intermediateCatchEvent><userTask id="a"/><userTask id="b"/>${flows('s -> f -> w1 -> a; f -> w2 -> b')}`,
      act: (_instance, bench) => bench.advance('P9D'), visited: ['s', 'f', 'w1', 'w2', 'b', 'a'],
    },
  });
});
