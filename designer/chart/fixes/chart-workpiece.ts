import type { Action, StateConfig, Transition } from '../../../engine/statechart/machine.ts';
import type { Workpiece } from '../../fixes/workpiece.ts';
import { changeActions } from '../each-action.ts';
import { changeLead, leadsOf } from '../leads.ts';
import { setText, textsOf } from '../meaning.ts';
import type { StepWord } from '../../process/step.ts';
import { tidy, withState } from '../places.ts';
import { leadAt } from '../use-chart.ts';
import type { ChartSite } from './chart-site.ts';

type Put = (feel: string) => string;
type Texts = Readonly<Record<string, string>>;

const eachText = (texts: Texts | undefined, put: Put): Texts | undefined => texts && Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, put(text)]));

function actionWith(action: Action, put: Put): Action {
  switch (action.type) {
    case 'assign': return { ...action, params: eachText(action.params, put)! };
    case 'decide': return { ...action, params: tidy({ ...action.params, inputs: eachText(action.params.inputs, put) }) };
    case 'emit': return { ...action, params: tidy({ ...action.params, keys: eachText(action.params.keys, put), data: eachText(action.params.data, put) }) };
    case 'signal': return { ...action, params: tidy({ ...action.params, data: eachText(action.params.data, put) }) };
    case 'raise': return action;
  }
}

const leadWith = (put: Put) => (lead: Transition): Transition =>
  tidy<Transition>({ ...lead, guard: lead.guard === undefined ? undefined : put(lead.guard), actions: changeActions(lead.actions, (action) => actionWith(action, put)) });

const stateWith = (state: StateConfig, put: Put): StateConfig => {
  const { meta, invoke, entry, exit } = state;
  const task = meta?.task && tidy<NonNullable<typeof meta.task>>({ ...meta.task, unit: meta.task.unit === undefined ? undefined : put(meta.task.unit), assignee: meta.task.assignee === undefined ? undefined : put(meta.task.assignee) });
  return tidy<StateConfig>({
    ...state, meta: task ? { ...meta, task } : meta, invoke: invoke && tidy<typeof invoke>({ ...invoke, input: eachText(invoke.input, put) }),
    entry: changeActions(entry, (action) => actionWith(action, put)), exit: changeActions(exit, (action) => actionWith(action, put)),
  });
};

/** A statechart as fixes change it. */
export const chartWorkpiece = ({ machine, places, change }: ChartSite['chart']): Workpiece => ({
  stepAt: (id) => {
    const place = places.get(id);
    return place && textsOf(place.state);
  },
  steps: () => [...places.values()].filter(({ state }) => state.meta?.task).map(({ state }) => textsOf(state)),
  setTexts: (texts) => change(Object.entries(texts).reduce((next, [id, said]) => Object.entries(said).reduce((step, [word, text]) => setText(step, id, word as StepWord, text), next), machine)),
  rewrite: (id, put) => {
    const found = leadAt(places, id);
    if (!found) return change(withState(machine, id, (state) => stateWith(state, put)));
    return change(withState(machine, found.from, (state) => leadsOf(found.from, state).filter(({ flow }) => flow === found.lead.flow).reduce((next, { spot }) => changeLead(next, spot, leadWith(put)), state)));
  },
});
