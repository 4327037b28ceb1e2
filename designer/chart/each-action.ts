import { listed, type Action, type Machine, type OneOrMore, type StateConfig } from '../../engine/statechart/machine.ts';
import { actionsIn } from '../../engine/statechart/places.ts';
import { noDecision } from '../../procedures/decision-named.ts';
import type { NamedExpression } from '../process/step.ts';
import { changeLead, leadsOf } from './leads.ts';
import { placesOf, tidy, withState } from './places.ts';

/** An action that asks a decision. */
export type Asked = Extract<Action, { type: 'decide' }>;

/** What is done, each changed; one alone stays one alone. */
export const changeActions = (actions: OneOrMore<Action> | undefined, change: (action: Action) => Action): OneOrMore<Action> | undefined =>
  actions === undefined ? undefined : Array.isArray(actions) ? listed(actions).map(change) : change(actions as Action);

/** A state with each action changed that stands in it: on entering, on leaving and on its ways. */
export const eachAction = (id: string, state: StateConfig, put: (action: Action) => Action): StateConfig => {
  const own = tidy<StateConfig>({ ...state, entry: changeActions(state.entry, put), exit: changeActions(state.exit, put) });
  return leadsOf(id, own).reduce((next, { spot, transition: { actions } }) => (actions === undefined ? next : changeLead(next, spot, (lead) => ({ ...lead, actions: changeActions(actions, put)! }))), own);
};

/** What the actions of a state ask of tables: on entering, on leaving and on its ways. */
export const askedIn = (id: string, state: StateConfig): readonly Asked['params'][] => actionsIn(id, state).flatMap((action) => (action.type === 'decide' ? [action.params] : []));

/** A name under which nothing of the machine is kept yet. */
export function freshResult(machine: Machine): string {
  const taken = new Set([...placesOf(machine).values()].flatMap(({ id, state }) => [id, state.meta?.result, ...askedIn(id, state).map(({ result }) => result)]));
  let result = 'decided';
  for (let number = 2; taken.has(result); number += 1) result = `decided${number}`;
  return result;
}

/** Has a state ask a decision when it is entered, and hand it just what it wants: in place of an action that asks none yet, else after what it does already. */
export const askDecision = (machine: Machine, id: string, decision: string, given: readonly NamedExpression[]): Machine => {
  const inputs = Object.fromEntries(given.map(({ name, text }) => [name, text]));
  const fresh = freshResult(machine);
  return withState(machine, id, (state) => {
    const all = listed(state.entry);
    const blank = all.findIndex((action) => action.type === 'decide' && action.params.decision === noDecision);
    const old = all[blank];
    const action: Asked = { type: 'decide', params: { decision, result: old?.type === 'decide' ? old.params.result : fresh, inputs } };
    const entry = blank >= 0 ? all.with(blank, action) : [...all, action];
    return { ...state, entry: entry.length === 1 ? action : entry };
  });
};

/** Has every action that asks a decision of a file hand it an input; without `feel` no more. One that hands nothing over lets the table see everything, and stays so. */
export const giveDecision = (machine: Machine, file: string, name: string, feel: string | undefined): Machine =>
  [...placesOf(machine).keys()].reduce((next, id) => withState(next, id, (state) => eachAction(id, state, (action) => {
    if (action.type !== 'decide' || action.params.inputs === undefined || !action.params.decision.startsWith(`${file}#`)) return action;
    const { [name]: _before, ...others } = action.params.inputs;
    return { ...action, params: { ...action.params, inputs: feel === undefined ? others : { ...others, [name]: feel } } };
  })), machine);
