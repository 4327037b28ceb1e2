import type { ActorLogic, ActorScope, ActorSystem, Snapshot } from 'xstate';
import type { Definition } from './definition.ts';
import type { Environment } from './environment.ts';
import type { Event, StartInstance } from './event.ts';
import type { State } from './state.ts';
import type { Rejection, Step } from './step.ts';
import { start, transition } from './transition.ts';
import { upgrade } from './upgrade.ts';

/** An instance as XState sees it; `output` is the status it closed with. */
export type InstanceSnapshot = Snapshot<State['status']> & { readonly instance: State };

// XState's own `AnyActorSystem` is not exported, and any narrower system makes the logic unusable for its path functions.
// oxlint-disable-next-line typescript/no-explicit-any
type System = ActorSystem<any>;

export type InstanceLogic = ActorLogic<InstanceSnapshot, Event, StartInstance, System>;

const snapshotOf = (instance: State): InstanceSnapshot =>
  instance.status === 'active'
    ? { status: 'active', output: undefined, error: undefined, instance }
    : { status: 'done', output: instance.status, error: undefined, instance };

const accepted = ({ state, effects }: Step, scope: ActorScope<InstanceSnapshot, Event, System>): InstanceSnapshot => {
  for (const effect of effects) {
    // `info` has no meaning outside a state machine, and the executor does not read it.
    scope.actionExecutor({ type: effect.type, params: effect, info: undefined as never, exec: () => scope.emit(effect) });
  }
  return snapshotOf(state);
};

const demand = (result: Step | Rejection): Step => {
  if ('rejected' in result) throw new Error(result.message);
  return result;
};

/**
 * A definition as XState v5 actor logic: it runs under `createActor` with the start event as input, persists, and its
 * paths can be enumerated with `xstate/graph`. Rejected events change nothing; effects are emitted under their types,
 * before the new snapshot is visible, so a listener must not read the snapshot.
 */
export const toActorLogic = (definition: Definition, environment: Environment = {}): InstanceLogic => ({
  config: definition,
  getInitialSnapshot: (scope, input) => accepted(demand(start(definition, input, environment)), scope),
  transition: (snapshot, event, scope) => {
    if (event.type.startsWith('xstate.')) return snapshot;
    const result = transition(definition, snapshot.instance, event, environment);
    return 'rejected' in result ? snapshot : accepted(result, scope);
  },
  getPersistedSnapshot: ({ instance }) => snapshotOf(instance),
  restoreSnapshot: (persisted) => snapshotOf(upgrade((persisted as InstanceSnapshot).instance)),
});
