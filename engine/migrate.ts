import type { Node, NodeId } from './definition.ts';
import { label } from './elements/ask.ts';
import { handlerOf } from './compensation.ts';
import { holderOf } from './modify.ts';
import { holderThere, there, type Obstacle, type Plan } from './plan.ts';
import { chartObstacles } from './statechart/obstacles.ts';
import type { Compensation, Scope, State, Subscription, Token } from './state.ts';

const nodeThere = (plan: Plan, id: NodeId): Node | undefined => {
  const target = there(plan, id);
  return Object.hasOwn(plan.definition.nodes, target) ? plan.definition.nodes[target] : undefined;
};

/** Everything that keeps an instance from going over: nothing found means that it may, and that `carried` gives its state. */
export const obstacles = (plan: Plan, state: State): readonly Obstacle[] => {
  if (state.status !== 'active') return [{ element: plan.former.id, code: 'closed', message: `expected an active instance, but it is ${state.status}` }];
  if (plan.former.machine ?? plan.definition.machine) return chartObstacles(plan, state);
  const found = [
    ...state.scopes.flatMap((scope) => ofScope(plan, scope)),
    ...state.tokens.flatMap((token) => ofToken(plan, state, token)),
    ...(state.compensations ?? []).flatMap((record) => ofRecord(plan, record)),
  ];
  // Each turn of a step that is done several times would say the same.
  return [...new Map(found.map((obstacle) => [`${obstacle.element} ${obstacle.message}`, obstacle])).values()];
};

const said = (plan: Plan, element: string, code: Obstacle['code'], message: string): readonly Obstacle[] => {
  const node = plan.former.nodes[element];
  return [{ element, code, message: `${node ? label(node) : element}: ${message}` }];
};

const ofScope = (plan: Plan, scope: Scope): readonly Obstacle[] => {
  const { former, definition } = plan;
  if (scope.undo || scope.undoes !== undefined) return said(plan, scope.node, 'compensating', 'expected no compensation to be under way, but it is');
  if (scope.called !== undefined && holderThere(plan, scope.called) !== definition.id && !definition.processes?.[there(plan, scope.called)]) {
    return said(plan, scope.node, 'gone', `expected the called process ${scope.called} in the new version, but it is not there`);
  }
  const lost = Object.entries(scope.fired ?? {}).find(([node, flows]) => {
    const target = nodeThere(plan, node);
    return !target || flows.some((flow) => !target.incoming.includes(there(plan, flow)));
  });
  return lost ? said(plan, lost[0], 'no-flow', `expected the flows it went on with in the new version, but ${lost[1].join(', ')} are not all there`) : scope.token === undefined || former.nodes[scope.node] ? [] : said(plan, scope.node, 'gone', 'expected its scope in the new version, but it is not there');
};

const ofToken = (plan: Plan, state: State, { at, scope: id, wait, via }: Token): readonly Obstacle[] => {
  const was = plan.former.nodes[at]!;
  const node = nodeThere(plan, at);
  if (!node) return said(plan, at, 'gone', 'expected this step in the new version, but it is not there: say which step takes its place, or move the token first');
  const incident = wait.on === 'incident' ? state.incidents.find((one) => one.id === wait.incident) : undefined;
  // What failed before its work began is begun anew, whatever it has become.
  if (node.kind !== was.kind && incident?.retry !== 'arrive') return said(plan, at, 'other-kind', `expected a ${was.kind} in the new version, but ${label(node)} is a ${node.kind}`);
  const scope = state.scopes.find((one) => one.id === id)!;
  const turn = scope.turns !== undefined;
  const holder = holderOf(plan.former, scope) ?? was.parent;
  if (node.parent !== holderThere(plan, holder)) return said(plan, at, 'other-place', `expected ${label(node)} to stand in ${holderThere(plan, holder)}, but it stands in ${node.parent}`);
  if (turn ? !sameLoop(was, node) : wait.on !== 'scope' && wait.on !== 'incident' && node.loop) return said(plan, at, 'other-loop', 'expected it to be done as many times as in the former version, but that has changed');
  if (wait.on === 'scope' && (node.loop === undefined) !== (was.loop === undefined)) return said(plan, at, 'other-loop', 'expected it to be done as many times as in the former version, but that has changed');
  if (wait.on === 'job' && (node.step.connector ?? node.id) !== wait.connector) return said(plan, at, 'other-connector', `expected the new version to ask for "${wait.connector}" too, but it asks for "${node.step.connector ?? node.id}": wait until it is done`);
  if (wait.on === 'join' && via !== undefined && !node.incoming.includes(there(plan, via))) return said(plan, at, 'no-flow', `expected the flow ${there(plan, via)} to lead to ${label(node)}, but it does not`);
  return [];
};

/** The instances go on to be counted in the same way; what is asked or gathered at the end may differ. */
const sameLoop = ({ loop: was }: Node, { loop }: Node): boolean =>
  was?.kind === loop?.kind && (was?.kind !== 'multi' || (loop?.kind === 'multi' && was.sequential === loop.sequential && (was.output === undefined) === (loop.output === undefined)));

/** What was done is undone by its handler, or by what was done within it: without either there is no way to undo it. */
const ofRecord = (plan: Plan, { node: id, inner }: Compensation): readonly Obstacle[] => {
  const node = nodeThere(plan, id);
  const kept = node?.kind === plan.former.nodes[id]?.kind && (inner !== undefined || handlerOf(plan.definition, node) !== undefined);
  return kept ? [] : said(plan, id, 'gone', 'expected what was done here to be compensable in the new version, but it is not there');
};

/** The state as the other version names it: the same tokens, scopes and records under the same numbers. */
export const carried = (plan: Plan, state: State): State => ({
  ...state,
  definition: plan.definition.id,
  scopes: state.scopes.map((scope) => scopeThere(plan, scope)),
  tokens: state.tokens.map((token) => tokenThere(plan, token)),
  subscriptions: state.subscriptions.map((subscription): Subscription => ({ ...subscription, node: holderThere(plan, subscription.node) })),
  ...(state.history && { history: Object.fromEntries(Object.entries(state.history).map(([id, states]) => [there(plan, id), states.map((each) => holderThere(plan, each))])) }),
  ...(state.compensations && { compensations: state.compensations.map((record): Compensation => ({ ...record, node: there(plan, record.node), ...(record.called !== undefined && { called: holderThere(plan, record.called) }) })) }),
});

const scopeThere = (plan: Plan, scope: Scope): Scope => ({
  ...scope,
  node: holderThere(plan, scope.node),
  ...(scope.called !== undefined && { called: holderThere(plan, scope.called) }),
  ...(scope.fired && { fired: Object.fromEntries(Object.entries(scope.fired).map(([node, flows]) => [there(plan, node), flows.map((flow) => there(plan, flow))])) }),
});

/** A flow that is not there any more is remembered only where a join would look for it. */
const tokenThere = (plan: Plan, { via, ...token }: Token): Token => {
  const flow = via === undefined ? undefined : there(plan, via);
  return { ...token, at: holderThere(plan, token.at), ...(flow !== undefined && Object.hasOwn(plan.definition.flows, flow) && { via: flow }) };
};
