import { label } from '../elements/ask.ts';
import { holderThere, type Obstacle, type Plan } from '../plan.ts';
import type { State, Token } from '../state.ts';
import type { StateConfig } from './machine.ts';
import { placeOf } from './places.ts';
import { holdsStates } from './walk.ts';

const kindOf = (state: StateConfig): string => state.type ?? (holdsStates(state) ? 'compound' : 'atomic');

/** What keeps an instance of one statechart from going on under another: its states must make a whole there too. */
export const chartObstacles = (plan: Plan, state: State): readonly Obstacle[] => {
  const { former, definition } = plan;
  if (!former.machine || !definition.machine) return [{ element: former.id, code: 'other-kind', message: 'expected two diagrams or two statecharts, but one is a diagram and the other a statechart' }];
  const active = new Set(state.tokens.map(({ at }) => holderThere(plan, at)));
  return [...state.tokens.flatMap((token) => ofToken(plan, state, active, token)), ...Object.values(state.history ?? {}).flat().flatMap((id) => (Object.hasOwn(definition.nodes, holderThere(plan, id)) ? [] : [gone(plan, id)]))];
};

const gone = ({ former }: Plan, id: string): Obstacle =>
  ({ element: id, code: 'gone', message: `${label(former.nodes[id]!)}: expected this state in the new version, but it is not there: say which state takes its place, or move the dossier first` });

const ofToken = (plan: Plan, state: State, active: ReadonlySet<string>, { at, wait }: Token): readonly Obstacle[] => {
  const { former, definition } = plan;
  const [was, id] = [former.nodes[at]!, holderThere(plan, at)];
  const node = Object.hasOwn(definition.nodes, id) ? definition.nodes[id] : undefined;
  if (!node) return [gone(plan, at)];
  const say = (code: Obstacle['code'], message: string): readonly Obstacle[] => [{ element: at, code, message: `${label(was)}: ${message}` }];
  const [config, configThere] = [placeOf(former.machine!, at).state, placeOf(definition.machine!, id).state];
  if (node.kind !== was.kind || kindOf(config) !== kindOf(configThere)) return say('other-kind', `expected a ${was.kind} (${kindOf(config)}) in the new version, but ${label(node)} is a ${node.kind} (${kindOf(configThere)})`);
  if (was.parent !== '' && node.parent !== holderThere(plan, was.parent)) return say('other-place', `expected ${label(node)} to stand in ${holderThere(plan, was.parent)}, but it stands in ${node.parent}`);
  if (kindOf(configThere) === 'parallel') {
    const region = Object.values(definition.nodes).find(({ parent, id: child }) => parent === id && !active.has(child));
    if (region) return say('other-place', `expected the regions of the former version, but ${label(region)} is a new one: move the dossier out of ${at} first`);
  }
  if (wait.on === 'job' && (node.step.connector ?? node.id) !== wait.connector) return say('other-connector', `expected the new version to ask for "${wait.connector}" too, but it asks for "${node.step.connector ?? node.id}": wait until it is done`);
  const event = wait.on === 'incident' ? state.incidents.find((one) => one.id === wait.incident)?.event : undefined;
  return event && id !== at ? say('gone', 'expected what failed here to be mended first, because the state has another name in the new version') : [];
};
