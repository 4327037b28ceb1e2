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
const isData = ({ $type }: Model) => /^bpmn:Data(Object|Store)Reference$/.test($type);
const isRemark = ({ $type }: Model) => $type === 'bpmn:TextAnnotation';
const row = (model: Model, depth: number): OutlineRow => ({ id: idOf(model), kind: kindOf(model), name: textIn(model, 'name'), depth });

/** Lanes after the steps, each before those within it: they are no steps, but give them their role. */
const lanesOf = (sets: readonly Model[], depth = 0): OutlineRow[] =>
  sets.flatMap((set) => many(set, 'lanes')).flatMap((lane) => [row(lane, depth), ...lanesOf([one(lane, 'childLaneSet') ?? []].flat(), depth + 1)]);

/** What a process holds: the steps, its data and remarks, then the lanes. */
const processRows = (process: Model, depth: number): OutlineRow[] => [...outlineOf(process, depth), ...lanesOf(many(process, 'laneSets'), depth)];

/** All that is drawn, pool by pool, each with what it holds; what stands between pools, and messages from one to another, come last. */
export const outlineOfDrawing = (root: Model): OutlineRow[] => {
  if (root.$type !== 'bpmn:Collaboration') return processRows(root, 0);
  const pools = many(root, 'participants').flatMap((pool) => [row(pool, 0), ...[one(pool, 'processRef') ?? []].flat().flatMap((process) => processRows(process, 1))]);
  return [...pools, ...[...many(root, 'artifacts').filter(isRemark), ...many(root, 'messageFlows')].map((model) => row(model, 0))];
};

/**
 * The steps of a process in the order they are met: what leads on stands before where it leads, loops aside; a
 * sub-process is followed by its own steps, a step by the events on its edge, what nothing leads to stands after them,
 * data and remarks last.
 */
export function outlineOf(scope: Model, depth = 0): OutlineRow[] {
  const nodes = many(scope, 'flowElements').filter(isNode);
  const hosts = Map.groupBy(nodes, (node) => one(node, 'attachedToRef'));
  const hanging = (host: Model) => hosts.get(host) ?? [];
  const nextOf = (node: Model) => [node, ...hanging(node)].flatMap((from) => many(from, 'outgoing').flatMap((flow) => one(flow, 'targetRef') ?? []));
  const steps = hosts.get(undefined) ?? [];
  const met = inOrder(steps.filter(({ $type }) => $type === 'bpmn:StartEvent'), nextOf, new Set());
  for (const lost of [...steps.filter((node) => many(node, 'incoming').length === 0), ...steps]) if (!met.has(lost)) for (const node of inOrder([lost], nextOf, met)) met.add(node);
  const besides = [...many(scope, 'flowElements').filter(isData), ...many(scope, 'artifacts').filter(isRemark)];
  return [
    ...[...met].flatMap((node) => [row(node, depth), ...outlineOf(node, depth + 1), ...hanging(node).map((event) => ({ ...row(event, depth + 1), host: idOf(node) }))]),
    ...besides.map((model) => row(model, depth)),
  ];
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
