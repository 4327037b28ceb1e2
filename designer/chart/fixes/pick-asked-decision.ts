import { actionsIn } from '../../../engine/statechart/places.ts';
import { alike } from '../../fixes/alike.ts';
import { eachAction } from '../each-action.ts';
import { withState } from '../places.ts';
import type { ChartFixer } from './chart-site.ts';

/** An action asks a decision that is not there: one that is. */
export const pickAskedDecision: ChartFixer = ({ element: id }, { chart: { machine, places, change }, decisions, text }) => {
  const place = places.get(id);
  const wrong = place && actionsIn(id, place.state).flatMap((action) => (action.type === 'decide' && !decisions.includes(action.params.decision) ? [action.params.decision] : []))[0];
  if (wrong === undefined) return [];
  return [{ say: text('fixDecision'), choices: alike(wrong, decisions).map((name) => ({ value: name, label: name })), run: (decision) => change(withState(machine, id, (state) => eachAction(id, state, (action) => (action.type === 'decide' && action.params.decision === wrong ? { ...action, params: { ...action.params, decision } } : action)))) }];
};
