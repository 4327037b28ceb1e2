import assert from 'node:assert/strict';
import { Bench } from './bench.ts';
import { compiled } from './compiled.ts';
import { diagram, flows } from './diagram.ts';

const paid = '<message id="m" name="paid"/>';
const applicant = async () => compiled(diagram(`<startEvent id="s"/><intermediateThrowEvent id="pay"><extensionElements><motcua:key name="code">code</motcua:key><motcua:input name="amount">100</motcua:input></extensionElements><messageEventDefinition messageRef="m"/></intermediateThrowEvent>
  <task id="t"/>${flows('s -> pay -> t')}`, paid).replaceAll('id="p"', 'id="applicant"'));
const office = async () => compiled(diagram(`<startEvent id="s"/><receiveTask id="r" messageRef="m"><extensionElements><motcua:key name="code">code</motcua:key></extensionElements></receiveTask>${flows('s -> r')}`, paid).replaceAll('id="p"', 'id="office"'));
const cashier = async () => compiled(diagram(`<startEvent id="s"><messageEventDefinition messageRef="m"/></startEvent><userTask id="u"/>${flows('s -> u')}`, paid).replaceAll('id="p"', 'id="cashier"'));
const reminder = diagram(`<startEvent id="s"/><userTask id="u"/><boundaryEvent id="b" attachedToRef="u" cancelActivity="false"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></boundaryEvent><task id="remind"/>${flows('s -> u; b -> remind')}`);

describe('The bench', () => {
  it('carries a message to the instance whose keys it has', async () => {
    const bench = new Bench([await office(), await applicant()]);
    const [other, mine] = [bench.start({ data: { code: 'K1' } }), bench.start({ data: { code: 'K2' } })];
    bench.start({ definition: 'applicant', data: { code: 'K2' } });
    assert.deepEqual([other.status, mine.status, mine.data], ['active', 'completed', { code: 'K2', r: { amount: 100 } }]);
  });
  it('keeps a message until someone waits for it', async () => {
    const bench = new Bench([await office(), await applicant()]);
    bench.start({ definition: 'applicant', data: { code: 'K2' } });
    assert.equal(bench.undelivered.length, 1);
    assert.equal(bench.start({ data: { code: 'K2' } }).status, 'completed');
    assert.equal(bench.undelivered.length, 0);
  });
  it('starts an instance by a message', async () => {
    const bench = new Bench([await applicant(), await cashier()]);
    bench.start({ data: { code: 'K2' } });
    assert.deepEqual(bench.instances.map(({ definition, status }) => [definition.id, status]), [['applicant', 'completed'], ['cashier', 'active']]);
    bench.message('paid');
    assert.equal(bench.instances.length, 3);
  });
  it('fires timers at their time, in order, while the clock is advanced', async () => {
    const bench = new Bench(await compiled(reminder), { at: '2026-01-01T00:00:00.000Z' });
    const first = bench.start();
    bench.advance('PT12H');
    const second = bench.start();
    bench.advance('2026-01-03T06:00:00.000Z');
    const times = bench.instances.flatMap(({ id, events }) => events.filter(({ type }) => type === 'timer').map(({ at }) => `${at} ${id}`)).toSorted();
    assert.deepEqual(times, ['2026-01-02T00:00:00.000Z 1', '2026-01-02T12:00:00.000Z 2', '2026-01-03T00:00:00.000Z 1']);
    assert.equal(bench.now, '2026-01-03T06:00:00.000Z');
    assert.deepEqual([first.visited.length, second.visited.length], [6, 4]);
  });
  it('fires a timer whose time had passed when it was set at once, before services answer', async () => {
    const bench = new Bench(await compiled(diagram(`<startEvent id="s"/><serviceTask id="work"/><boundaryEvent id="b" attachedToRef="work"><timerEventDefinition><timeDate>2025-12-31T00:00:00Z</timeDate></timerEventDefinition></boundaryEvent><task id="late"/>${flows('s -> work; b -> late')}`)), { at: '2026-01-01T00:00:00.000Z', services: { work: () => ({}) } });
    const instance = bench.start();
    assert.deepEqual([instance.status, instance.visited.includes('late'), instance.events.map(({ type, at }) => `${type} ${at}`)], ['completed', true, ['start 2026-01-01T00:00:00.000Z', 'timer 2026-01-01T00:00:00.000Z']]);
  });
  it('begins a process by the timer of its start event, as often as its cycle says', async () => {
    const bench = new Bench(await compiled(diagram(`<startEvent id="s"><timerEventDefinition><timeCycle>R2/P1D</timeCycle></timerEventDefinition></startEvent><userTask id="u"/>${flows('s -> u')}`)), { at: '2026-01-05T01:00:00.000Z' });
    bench.advance('PT23H');
    assert.equal(bench.instances.length, 0);
    bench.advance('P9D');
    assert.deepEqual(bench.instances.map(({ visited, events }) => [visited, events[0]!.at]), [[['s', 'u'], '2026-01-06T01:00:00.000Z'], [['s', 'u'], '2026-01-07T01:00:00.000Z']]);
  });
  it('begins a process at the date that FEEL gives, or after a time of work', async () => {
    const timed = (timer: string) => compiled(diagram(`<startEvent id="s"><timerEventDefinition>${timer}</timerEventDefinition></startEvent><userTask id="u"/>${flows('s -> u')}`));
    for (const timer of ['<timeDate>="2026-01-06T01:00:00Z"</timeDate>', '<timeDuration>2 working days</timeDuration>']) {
      const bench = new Bench(await timed(timer), { due: () => '2026-01-07T01:00:00.000Z' });
      bench.advance('P9D');
      assert.equal(bench.instances.length, 1);
    }
  });
  it('begins a process when the condition of its start event begins to hold', async () => {
    const bench = new Bench(await compiled(diagram(`<startEvent id="s"><conditionalEventDefinition><condition>waterLevel > 3</condition></conditionalEventDefinition></startEvent><userTask id="u"/>${flows('s -> u')}`)));
    for (const waterLevel of [2, 4, 5, 1, 6]) bench.change({ waterLevel });
    assert.deepEqual(bench.instances.map(({ data }) => data), [{ waterLevel: 4 }, { waterLevel: 6 }]);
  });
  it('says what it expected when a command makes no sense', async () => {
    const bench = new Bench(await compiled(reminder));
    const instance = bench.start();
    assert.throws(() => instance.complete('v'), /expected an open task at v, but the instance is active with open tasks: u/);
    assert.throws(() => instance.trigger('v'), /expected v to wait for an event, but only b does/);
    assert.throws(() => instance.retry(), /expected an incident/);
    assert.throws(() => bench.advance('yesterday'), /expected an ISO 8601 duration/);
    assert.throws(() => bench.start({ definition: 'other' }), /expected a definition other/);
    assert.throws(() => bench.message('lost'), /expected someone to wait for message "lost"/);
    const keyed = new Bench(await office());
    keyed.start({ data: { code: 'K1' } });
    assert.throws(() => keyed.message('paid', { keys: { code: 'K2' } }), /expected message "paid" with the keys that someone waits for \(\{"code":"K1"\}\), but it brings others/);
  });
  it('asks for the due time of what is not ISO 8601', async () => {
    const limited = await compiled(reminder.replace('timeCycle>R/P1D</timeCycle', 'timeDuration>2 working days</timeDuration'));
    assert.throws(() => new Bench(limited).start(), /"2 working days" is none and the bench was given no "due"/);
    const bench = new Bench(limited, { at: '2026-01-01T00:00:00.000Z', due: () => '2026-01-05T10:00:00.000Z' });
    const instance = bench.start();
    bench.advance('P5D');
    assert.deepEqual(instance.events.at(-1)!.at, '2026-01-05T10:00:00.000Z');
  });
});
