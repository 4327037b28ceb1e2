import { kindOf, many, one, textIn, type Model } from './model.ts';

export interface OutlineRow {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly depth: number;
  /** The step it hangs on, for boundary events. */
  readonly host?: string;
}

const idOf = (model: Model): string => model.id ?? '';
const isNode = ({ $type }: Model) => !/SequenceFlow|Data|Artifact|TextAnnotation/.test($type);

/** The processes of a drawing: the one that is all of it, or those of its pools. */
const processesOf = (root: Model): readonly Model[] => (root.$type === 'bpmn:Collaboration' ? many(root, 'participants').flatMap((participant) => one(participant, 'processRef') ?? []) : [root]);

/** Lanes after the steps, each before those within it: they are no steps, but give them their role. */
const lanesOf = (sets: readonly Model[], depth = 0): OutlineRow[] =>
  sets.flatMap((set) => many(set, 'lanes')).flatMap((lane) => [{ id: idOf(lane), kind: 'lane', name: textIn(lane, 'name'), depth }, ...lanesOf([one(lane, 'childLaneSet') ?? []].flat(), depth + 1)]);

/** All that is drawn, pool by pool: the steps, then the lanes. */
export const outlineOfDrawing = (root: Model): OutlineRow[] => processesOf(root).flatMap((process) => [...outlineOf(process), ...lanesOf(many(process, 'laneSets'))]);

/**
 * The steps of a process in the order they are met: what leads on stands before where it leads, loops aside; a
 * sub-process is followed by its own steps, a step by the events on its edge, what nothing leads to stands last.
 */
export function outlineOf(scope: Model, depth = 0): OutlineRow[] {
  const nodes = many(scope, 'flowElements').filter(isNode);
  const hosts = Map.groupBy(nodes, (node) => one(node, 'attachedToRef'));
  const hanging = (host: Model) => hosts.get(host) ?? [];
  const nextOf = (node: Model) => [node, ...hanging(node)].flatMap((from) => many(from, 'outgoing').flatMap((flow) => one(flow, 'targetRef') ?? []));
  const steps = hosts.get(undefined) ?? [];
  const met = inOrder(steps.filter(({ $type }) => $type === 'bpmn:StartEvent'), nextOf, new Set());
  for (const lost of [...steps.filter((node) => many(node, 'incoming').length === 0), ...steps]) if (!met.has(lost)) for (const node of inOrder([lost], nextOf, met)) met.add(node);
  const row = (model: Model, at: number, host?: Model): OutlineRow => ({ id: idOf(model), kind: kindOf(model), name: textIn(model, 'name'), depth: at, ...(host && { host: idOf(host) }) });
  return [...met].flatMap((node) => [row(node, depth), ...outlineOf(node, depth + 1), ...hanging(node).map((event) => row(event, depth + 1, node))]);
}

/** Reverse postorder from the roots, past what was met before; walked with a stack, so that a long process does not overflow. */
function inOrder(roots: readonly Model[], nextOf: (node: Model) => readonly Model[], before: ReadonlySet<Model>): Set<Model> {
  const seen = new Set(before);
  const done: Model[] = [];
  const stack: { readonly node: Model; readonly next: Model[] }[] = [];
  const enter = (node: Model) => {
    if (seen.has(node)) return;
    seen.add(node);
    stack.push({ node, next: [...nextOf(node)] });
  };
  for (const root of roots.toReversed()) {
    enter(root);
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.next.pop();
      if (next) enter(next);
      else done.push(stack.pop()!.node);
    }
  }
  return new Set(done.toReversed());
}
