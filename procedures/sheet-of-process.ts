import type { Definition, LocalText, Node, NodeId } from '../engine/definition.ts';
import { successors } from '../engine/reachability.ts';
import { stepRoles } from '../engine/step-roles.ts';
import type { Procedure } from './procedure.ts';

type SheetStep = Procedure['sheet']['steps'][number];

/** A step of the process as a citizen would be told of it. */
export interface TellingStep {
  readonly name: LocalText;
  readonly role: string | undefined;
  readonly limit: string | undefined;
}

/** Nodes in the order in which they are met: what leads on stands before where it leads, loops aside. */
function met(definition: Definition): readonly Node[] {
  const seen = new Set<NodeId>();
  const done: Node[] = [];
  const stack: { readonly node: Node; readonly next: NodeId[] }[] = [];
  const enter = (id: NodeId): void => {
    const node = definition.nodes[id];
    if (!node || seen.has(id)) return;
    seen.add(id);
    stack.push({ node, next: [...successors(definition, node)] });
  };
  for (const start of definition.starts.toReversed()) {
    enter(start);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.next.pop();
      if (next === undefined) done.push(stack.pop()!.node);
      else enter(next);
    }
  }
  return done.toReversed();
}

const called = ({ step, name }: Node): LocalText | undefined => step.citizenName ?? (name === undefined ? undefined : { vi: name, en: step.nameEn ?? name });
const plainLimit = /^\d+(\.\d+)? (working )?(day|hour|minute)s?$/;

/** The steps of people, and what of citizens is waited for, in the order of the process; two of one name once. */
export function tellingSteps(definition: Definition): readonly TellingStep[] {
  const told = met(definition).flatMap((node): TellingStep[] => {
    const name = called(node);
    const { timeLimit, citizenName } = node.step;
    const isAwaited = node.kind === 'receiveTask' && citizenName !== undefined;
    if (!name || (node.kind !== 'userTask' && !isAwaited)) return [];
    return [{ name, role: isAwaited ? 'applicant' : stepRoles(node.step)[0], limit: timeLimit !== undefined && plainLimit.test(timeLimit) ? timeLimit : undefined }];
  });
  return [...new Map(told.toReversed().map((step) => [step.name.vi, step])).values()].toReversed();
}

/** The steps of a service sheet as the process has them: what the sheet said of a step of that name stays, and so does how it begins when the applicant files. `words` say who does a step. */
export function sheetFrom(definition: Definition, before: readonly SheetStep[], words: (step: TellingStep) => LocalText): readonly SheetStep[] {
  const [first] = before;
  const filed = first?.by === 'applicant' ? [first] : [];
  const steps = tellingSteps(definition).filter(({ name }) => !filed.some((one) => one.name.vi === name.vi));
  return [...filed, ...steps.map((step): SheetStep => before.find(({ name }) => name.vi === step.name.vi)
    ?? { name: step.name, text: words(step), ...(step.role === 'applicant' && { by: 'applicant' as const }), ...(step.limit !== undefined && { limit: step.limit }) })];
}

/** Steps of a sheet that are called like steps of the process and stand before one that surely comes earlier there: each with that one. */
export function outOfOrder(definition: Definition, steps: readonly SheetStep[]): readonly (readonly [index: number, after: number])[] {
  const place = new Map(met(definition).map(({ id }, at) => [id, at]));
  const onwards = (from: Node): ReadonlySet<NodeId> => {
    const seen = new Set<NodeId>();
    for (const work = [from]; work.length > 0; ) {
      const node = work.pop()!;
      for (const next of successors(definition, node)) {
        // a way back is no order
        if (seen.has(next) || place.get(next)! <= place.get(node.id)!) continue;
        seen.add(next);
        work.push(definition.nodes[next]!);
      }
    }
    return seen;
  };
  const nodesOf = (name: string) => Object.values(definition.nodes).filter((node) => node.step.citizenName?.vi === name || node.name === name);
  const placed = steps.flatMap(({ name }, index) => {
    const nodes = nodesOf(name.vi);
    return nodes.length === 1 && place.has(nodes[0]!.id) ? [{ index, id: nodes[0]!.id, on: onwards(nodes[0]!) }] : [];
  });
  return placed.flatMap((one) => {
    const earlier = placed.find((other) => other.index > one.index && other.on.has(one.id));
    return earlier ? [[one.index, earlier.index] as const] : [];
  });
}
