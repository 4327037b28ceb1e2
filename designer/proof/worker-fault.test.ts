import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { simulateBeside } from '../insight/simulate-beside.ts';
import type { Question as Simulation } from '../insight/simulation.worker.ts';
import { ask } from './ask.ts';
import { hangMilliseconds, WorkerFault } from './worker-fault.ts';

type Listener = (event: object) => void;
/** A worker whose fate the test decides. */
class Fated {
  static readonly all: Fated[] = [];
  readonly said: { readonly id?: number }[] = [];
  over = false;
  readonly #listeners = new Map<string, Listener>();
  constructor() {
    Fated.all.push(this);
  }
  addEventListener(event: string, listener: Listener) {
    this.#listeners.set(event, listener);
  }
  postMessage(said: object) {
    this.said.push(said);
  }
  terminate() {
    this.over = true;
  }
  happens(event: string, what: object) {
    this.#listeners.get(event)?.(what);
  }
}

const proofs = { begin: () => ask({ ask: 'read', files: {} }), answers: (worker: Fated) => worker.happens('message', { data: { id: worker.said.at(-1)?.id, answer: 'read' } }), answer: 'read' as unknown };
const simulations = { begin: () => simulateBeside({} as Simulation, new AbortController().signal, () => undefined), answers: (worker: Fated) => worker.happens('message', { data: { answer: {} } }), answer: {} };

const fates: readonly (readonly [what: string, kind: 'died' | 'hung', fate: (worker: Fated) => void])[] = [
  ['stops with a fault, as when its script does not load', 'died', (worker) => worker.happens('error', { message: 'no script' })],
  ['runs out of memory, without a word', 'died', (worker) => worker.happens('error', { message: undefined })],
  ['says what cannot be read', 'died', (worker) => worker.happens('messageerror', {})],
  ['hangs', 'hung', () => mock.timers.tick(hangMilliseconds)],
];

describe('A worker that gives no answer', () => {
  const { Worker: before } = globalThis;
  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    Object.assign(globalThis, { Worker: Fated });
  });
  afterEach(() => {
    mock.timers.reset();
    Object.assign(globalThis, { Worker: before });
  });

  for (const [whose, { begin, answers, answer }] of Object.entries({ proof: proofs, simulation: simulations }))
    for (const [what, kind, fate] of fates)
      it(`and ${what}, is said so (${whose}); what is asked next begins with another`, async () => {
        const asked = begin();
        const first = Fated.all.at(-1)!;
        fate(first);
        await assert.rejects(asked, (fault) => fault instanceof WorkerFault && fault.kind === kind && fault.message.startsWith('expected an answer of the worker'));
        assert.ok(first.over);
        const again: Promise<unknown> = begin();
        const second = Fated.all.at(-1)!;
        assert.notEqual(second, first);
        answers(second);
        assert.deepEqual(await again, answer);
      });

  it('has as long again after each run that it tells of', async () => {
    const done: number[] = [];
    const asked = simulateBeside({} as Simulation, new AbortController().signal, (count) => done.push(count));
    const worker = Fated.all.at(-1)!;
    for (const run of [1, 2, 3]) {
      mock.timers.tick(hangMilliseconds * 0.9);
      worker.happens('message', { data: { done: run } });
    }
    assert.deepEqual([done, worker.over], [[1, 2, 3], false]);
    mock.timers.tick(hangMilliseconds);
    await assert.rejects(asked, (fault) => fault instanceof WorkerFault && fault.kind === 'hung');
  });

  it('takes along what others asked: their questions go to the next when one hangs, and fail with it when it dies', async () => {
    const one = ask({ ask: 'read', files: {} });
    mock.timers.tick(hangMilliseconds / 2);
    const other: Promise<unknown> = ask({ ask: 'read', files: {} });
    mock.timers.tick(hangMilliseconds / 2);
    await assert.rejects(one, WorkerFault);
    const next = Fated.all.at(-1)!;
    next.happens('message', { data: { id: next.said.at(-1)?.id, answer: 'late' } });
    assert.equal(await other, 'late');
  });
});
