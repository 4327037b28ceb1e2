import assert from 'node:assert/strict';
import type { Definition } from '../definition.ts';
import type { Environment } from '../environment.ts';
import type { StartInstance } from '../event.ts';
import { freeze } from '../freeze.ts';
import { start, transition } from '../transition.ts';
import { upgrade } from '../upgrade.ts';
import type { Instance } from './instance.ts';

/**
 * The same instance on a machine that dies after every event: its state is stored as text, loaded and upgraded before the
 * next one, and frozen, so that changing it would throw. It must never differ from the one that lives on.
 */
export class Twin {
  readonly #live: Instance;
  readonly #environment: Environment;
  #definition: Definition;
  #stored = '';
  #events = 0;
  #effects = 0;
  #visits = 0;

  constructor(live: Instance, environment: Environment = {}) {
    this.#live = live;
    this.#environment = environment;
    this.#definition = live.first;
  }

  /** Does what the living one did since it was last followed, and asserts that both stand the same. */
  follow(): void {
    const { events, effects, trace, state } = this.#live;
    for (; this.#events < events.length; this.#events += 1) {
      const event = events[this.#events]!;
      const step = this.#stored === '' ? start(this.#definition, event as StartInstance, this.#environment) : transition(this.#definition, freeze(upgrade(JSON.parse(this.#stored))), event, this.#environment);
      if ('rejected' in step) throw new Error(`expected ${event.type} to be accepted after a restart as it was before, but ${step.message}`);
      if (event.type === 'migrate') this.#definition = this.#environment.version!(event.to)!.definition;
      this.#stored = JSON.stringify(step.state);
      assert.equal(JSON.stringify(effects.slice(this.#effects, this.#effects + step.effects.length)), JSON.stringify(step.effects), `${event.type} has the same effects after a restart`);
      assert.equal(JSON.stringify(trace.slice(this.#visits, this.#visits + step.visits.length)), JSON.stringify(step.visits), `${event.type} goes the same way after a restart`);
      this.#effects += step.effects.length;
      this.#visits += step.visits.length;
    }
    assert.equal(this.#stored, JSON.stringify(state), 'the state after a restart is the one that lives on');
    assert.deepEqual(JSON.parse(this.#stored), state, 'the state is plain JSON');
    assert.deepEqual([this.#effects, this.#visits], [effects.length, trace.length], 'nothing was done that a restart does not do');
  }
}
