import type { Action, StateConfig } from '../../../engine/statechart/machine.ts';
import { actionsIn } from '../../../engine/statechart/places.ts';
import { alike } from '../../fixes/alike.ts';
import { changeLead, leadsOf } from '../leads.ts';
import { tidy, withState } from '../places.ts';
import type { ChartFixer } from './chart-site.ts';
import { changeActions } from './chart-workpiece.ts';

/** An action asks a decision that is not there: one that is. */
export const pickAskedDecision: ChartFixer = ({ element: id }, { chart: { machine, places, change }, decisions, text }) => {
  const place = places.get(id);
  const wrong = place && actionsIn(id, place.state).flatMap((action) => (action.type === 'decide' && !decisions.includes(action.params.decision) ? [action.params.decision] : []))[0];
  if (wrong === undefined) return [];
  return [{ say: text('fixDecision'), choices: alike(wrong, decisions).map((name) => ({ value: name, label: name })), run: (decision) => change(withState(machine, id, (state) => asking(id, state, (action) => (action.type === 'decide' && action.params.decision === wrong ? { ...action, params: { ...action.params, decision } } : action)))) }];
};

const asking = (id: string, state: StateConfig, put: (action: Action) => Action): StateConfig => {
  const own = tidy<StateConfig>({ ...state, entry: changeActions(state.entry, put), exit: changeActions(state.exit, put) });
  return leadsOf(id, own).reduce((next, { spot, transition: { actions } }) => (actions === undefined ? next : changeLead(next, spot, (lead) => ({ ...lead, actions: changeActions(actions, put)! }))), own);
};
