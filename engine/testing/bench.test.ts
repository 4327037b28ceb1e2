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
  it('says what it expected when a command makes no sense', async () => {
    const bench = new Bench(await compiled(reminder));
    const instance = bench.start();
    assert.throws(() => instance.complete('v'), /expected an open task at v, but the instance is active with open tasks: u/);
    assert.throws(() => instance.trigger('v'), /expected v to wait for an event, but only b does/);
    assert.throws(() => instance.retry(), /expected an incident/);
    assert.throws(() => bench.advance('yesterday'), /expected an ISO 8601 duration/);
    assert.throws(() => bench.start({ definition: 'other' }), /expected a definition other/);
    assert.throws(() => bench.message('lost'), /expected someone to wait for message "lost"/);
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
