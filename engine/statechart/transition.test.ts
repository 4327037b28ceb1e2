import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { State } from '../state.ts';
import { Bench, type BenchOptions } from '../testing/bench.ts';
import { chart } from '../testing/chart.ts';
import type { Instance } from '../testing/instance.ts';
import { assertSound } from '../testing/sound.ts';
import { ServiceError } from '../testing/service.ts';
import { transition } from '../transition.ts';

/** A permit with a person's steps, a job, a pause, a reminder, two regions and a way back. */
const permit = {
  id: 'permit', initial: 'open', context: { reminded: 0 },
  states: {
    open: {
      initial: 'reception',
      states: {
        reception: {
          meta: { name: { vi: 'Tiếp nhận', en: 'Reception' }, task: { form: 'reception', role: 'receptionist' } },
          on: { 'task.complete.reception': [{ guard: 'reception.outcome = "accept"', target: 'number' }, { guard: 'reception.outcome = "ask"', target: 'supplement' }] },
        },
        supplement: {
          meta: { task: { role: 'applicant' }, clock: 'pause:supplement' },
          on: { 'task.complete.supplement': 'reception' }, after: { '10 working days': '#refused', 'PT48H': { actions: { type: 'assign', params: { reminded: 'reminded + 1' } } } },
        },
        number: { meta: { state: 2, clock: 'start' }, invoke: { src: 'register.number', input: { register: '"receipt"' }, onDone: 'work', onError: { target: '#refused', actions: { type: 'assign', params: { why: 'event.error.code' } } } } },
        work: {
          type: 'parallel', onDone: '#done',
          states: {
            paper: { initial: 'write', states: { write: { meta: { task: {} }, on: { 'task.complete.write': 'written' } }, written: { type: 'final' } } },
            fee: { initial: 'pay', states: { pay: { on: { paid: { guard: 'event.data.amount >= 50', target: 'settled' } }, meta: { messages: { paid: { dossier: 'code' } } } }, settled: { type: 'final' } } },
          },
        },
        back: { type: 'history', history: 'deep', target: 'reception' },
      },
      on: { stop: '#halted' },
    },
    halted: { on: { go: '#back' } },
    refused: { type: 'final', meta: { state: 3 } },
    done: { type: 'final', meta: { clock: 'end', state: 9 }, entry: { type: 'emit', params: { event: 'permit.issued', keys: { code: 'code' }, data: { reminded: 'reminded' } } } },
  },
};
const definition = chart(permit);

const start = (options: BenchOptions = {}): { readonly bench: Bench; readonly instance: Instance } => {
  const bench = new Bench(definition, { due: (_, from) => new Date(Date.parse(from) + 14 * 86_400_000).toISOString(), services: { 'register.number': () => ({ number: 1 }) }, ...options });
  return { bench, instance: bench.start({ data: { code: 'K1' } }) };
};
const open = (instance: Instance): string => instance.tasks.map(({ element }) => element).join(' ');
const kinds = (instance: Instance): readonly string[] => instance.effects.map(({ type }) => type);

describe('An instance of a statechart', () => {
  it('opens a task on entering its state, and goes where the answer leads', () => {
    const { instance } = start();
    assert.equal(open(instance), 'reception');
    instance.complete('reception', { outcome: 'accept' }, 'rita');
    assert.deepEqual([open(instance), instance.data['number']], ['write', { number: 1 }]);
    assert.deepEqual(kinds(instance), ['message.subscribe', 'task.open', 'task.close', 'clock', 'dossier.state', 'job.request', 'task.open', 'message.subscribe']);
    assertSound(instance);
  });

  it('counts on by itself until a guard leads away', () => {
    const counting = chart({ id: 'm', initial: 'a', context: { n: 0 }, states: { a: { always: [{ target: 'b', guard: 'n > 2' }, { actions: { type: 'assign', params: { n: 'n + 1' } } }] }, b: { type: 'final' } } });
    const instance = new Bench(counting).start();
    assert.deepEqual([instance.status, instance.data], ['completed', { n: 3 }]);
  });

  it('ends when all regions have ended, and tells the world', () => {
    const { instance } = start();
    instance.complete('reception', { outcome: 'accept' }).complete('write').message('paid', { keys: { dossier: 'K1' }, data: { amount: 60 } });
    assert.equal(instance.status, 'completed');
    assert.deepEqual(instance.effects.find(({ type }) => type === 'message.send'), { key: 'message.send:19', type: 'message.send', node: 'done', name: 'permit.issued', keys: { code: 'K1' }, data: { reminded: 0 } });
    assertSound(instance);
  });

  it('pauses the clock as long as the applicant is asked, reminds after two days, and gives up after ten', () => {
    const { bench, instance } = start();
    instance.complete('reception', { outcome: 'ask' });
    bench.advance('P3D');
    assert.deepEqual([open(instance), instance.data['reminded']], ['supplement', 1]);
    bench.advance('P14D');
    assert.equal(instance.status, 'completed');
    assert.deepEqual(instance.visited.slice(-1), ['refused']);
    assert.equal(kinds(instance).filter((type) => type === 'clock').length, 2);
    assertSound(instance);
  });

  it('hands a business error of a connector to onError', () => {
    const { instance } = start({ services: { 'register.number': () => { throw new ServiceError('FULL', 'the register is full'); } } });
    instance.complete('reception', { outcome: 'accept' });
    assert.deepEqual([instance.status, instance.data['why']], ['completed', 'FULL']);
  });

  it('holds a business error that no onError takes', () => {
    const machine = (more: object) => chart({ id: 'm', initial: 'a', states: { a: { invoke: { src: 'x', onDone: 'b', ...more } }, b: { type: 'final' } } });
    for (const definition of [machine({}), machine({ onError: { guard: 'event.error.code = "other"', target: 'b' } })]) {
      const bench = new Bench(definition);
      for (const instance of [bench.start(), bench.start()]) {
        instance.fail('a', 'oops');
        assert.deepEqual(instance.incidents.map(({ code }) => code), ['oops']);
        assertSound(instance);
      }
    }
  });

  it('sees an event that it raises itself each time, and not the one from outside', () => {
    const assign = (name: string) => ({ type: 'assign', params: { [name]: 'event.type' } });
    const raise = { type: 'raise', params: { event: 'inner' } };
    const bench = new Bench(chart({ id: 'm', initial: 'a', context: { outer: '', inner: '' }, states: { a: { on: { go: { actions: [assign('outer'), raise] }, inner: { guard: 'event.type = "inner" and outer = "go"', target: 'b', actions: assign('inner') } } }, b: { on: { end: 'c' } }, c: { type: 'final' } } }));
    for (const instance of [bench.start(), bench.start()]) {
      instance.message('go');
      assert.deepEqual(instance.data, { outer: 'go', inner: 'inner' });
      assertSound(instance);
    }
  });

  it('goes back by its history to where it was, deep inside', () => {
    const { instance } = start();
    instance.complete('reception', { outcome: 'accept' }).complete('write').message('stop');
    assert.equal(open(instance), '');
    instance.message('go');
    assert.deepEqual(instance.state.tokens.map(({ at }) => at).slice(-3).toSorted(), ['fee', 'pay', 'written']);
    assertSound(instance);
  });

  it('goes back to where it was itself, not to where another has been', () => {
    const { bench } = start();
    const outcomes = ['ask', 'wait'];
    const back = outcomes.map((outcome) => {
      const instance = bench.start();
      if (outcome === 'ask') instance.complete('reception', { outcome });
      return open(instance.message('stop').message('go'));
    });
    assert.deepEqual(back, ['supplement', 'reception']);
  });

  it('refuses a message that no guard lets through, or whose keys are another dossier’s', () => {
    const { instance } = start();
    instance.complete('reception', { outcome: 'accept' });
    const before = instance.state;
    assert.throws(() => instance.message('paid', { keys: { dossier: 'K1' }, data: { amount: 10 } }), /no guard lets it through/);
    assert.throws(() => instance.message('paid', { keys: { dossier: 'K2' }, data: { amount: 60 } }), /keys of message "paid"/);
    assert.equal(instance.state, before);
  });

  it('holds an answer that leads nowhere, until it is mended', () => {
    const { instance } = start();
    instance.complete('reception', { outcome: 'perhaps' });
    assert.deepEqual(instance.incidents.map(({ code }) => code), ['no-transition']);
    instance.retry({ reception: { outcome: 'accept' } });
    assert.deepEqual([open(instance), instance.incidents.length], ['write', 0]);
    assertSound(instance);
  });

  it('holds an event whose guard lacks data, keeps nothing of it, and takes it once the data is there', () => {
    const { instance } = start();
    instance.complete('reception', {});
    assert.match(instance.incidents[0]!.message, /the guard of reception\/task\.complete\.reception\/1 of state reception "reception\.outcome = "accept"" to find its data/);
    assert.equal(kinds(instance).filter((type) => type === 'task.close').length, 1);
    instance.retry({ reception: { outcome: 'ask' } });
    assert.equal(open(instance), 'supplement');
    assertSound(instance);
  });

  it('asks for a job again under a new key when its incident is retried, and goes on when it is skipped', () => {
    const { instance } = start({ services: {} });
    instance.complete('reception', { outcome: 'accept' });
    const fail = (): void => {
      const { token } = instance.tasks.find(({ element }) => element === 'number')!;
      instance.send({ type: 'job.fail', token, code: 'down', message: 'the register is down' });
    };
    fail();
    instance.retry();
    fail();
    instance.send({ type: 'incident.skip', incident: instance.incidents[0]!.id, reason: 'by hand', data: { number: { number: 7 } } });
    assert.deepEqual([open(instance), instance.data['number'], kinds(instance).filter((type) => type === 'job.request').length], ['write', { number: 7 }, 2]);
    assertSound(instance);
  });

  it('is closed by withdrawal: everything it opened is closed with it', () => {
    const { instance } = start();
    instance.complete('reception', { outcome: 'ask' }).send({ type: 'cancel', reason: 'withdrawn' });
    assert.deepEqual([instance.status, instance.state.tokens], ['terminated', []]);
    assertSound(instance);
  });

  it('is written today as it was in format 2, and goes on from there with its timers', () => {
    const { instance } = start();
    instance.complete('reception', { outcome: 'accept' }).complete('write').message('stop');
    instance.message('go');
    const golden = JSON.parse(readFileSync(new URL('../fixtures/statechart-2.json', import.meta.url), 'utf8')) as State;
    assert.deepEqual(JSON.parse(JSON.stringify(instance.state)), golden);
    const step = transition(definition, golden, { type: 'message', at: '2026-01-06T01:00:00.000Z', by: 'test', name: 'paid', keys: { dossier: 'K1' }, data: { amount: 50 } });
    assert.equal('state' in step && step.state.status, 'completed');
  });

  it('that cannot begin is held as a whole, and begins once its data is there', () => {
    const instance = new Bench(chart({ id: 'm', initial: 'a', states: { a: { entry: { type: 'assign', params: { twice: 'n * 2' } }, meta: { task: {} }, on: { 'task.complete.a': 'b' } }, b: { type: 'final' } } })).start();
    assert.deepEqual([instance.incidents.map(({ code }) => code), open(instance)], [['missing-data'], '']);
    instance.retry({ n: 2 });
    assert.deepEqual([instance.data['twice'], open(instance)], [4, 'a']);
    assertSound(instance);
  });

  it('that would move for ever is stopped, and that nothing can move is said to be stuck', () => {
    const endless = new Bench(chart({ id: 'm', initial: 'a', states: { a: { on: { go: 'b', back: {} } }, b: { always: { guard: 'on', target: 'c' } }, c: { always: { guard: 'on', target: 'b' } } } }), { environment: { budget: 50 } }).start({ data: { on: true } });
    endless.message('go');
    assert.deepEqual([endless.incidents.map(({ code }) => code), endless.state.tokens.at(-1)!.at], [['runaway'], 'a']);
    endless.retry({ on: false });
    assert.deepEqual(endless.incidents.map(({ code }) => code), ['deadlock']);
    assertSound(endless, { budget: 50 });
  });
});
