import { becomeKind, elementOf, joinBefore, together, type GatewayKind } from '../process/editing.ts';
import type { Element } from '../process/drawing-tools.ts';
import type { DrawnSite, Fix, Fixer } from './fix.ts';

const isGateway = ({ type }: Element): boolean => type.endsWith('Gateway');
const sources = (element: Element): readonly Element[] => element.incoming.flatMap(({ source }) => source ?? []);

/** Everything that leads to an element, itself too. */
function before(element: Element): ReadonlySet<Element> {
  const seen = new Set([element]);
  for (const at of seen) for (const source of sources(at)) seen.add(source.host ?? source);
  return seen;
}

/** Ways in that do not come back from the element itself. */
const onward = (element: Element): readonly Element[] => element.incoming.filter(({ source }) => source && !before(source).has(element));

/** Where side by side ways to an element began: the last that parts them, and how. */
function partedBy(ways: readonly Element[]): GatewayKind | undefined {
  const [first, ...others] = ways.map(({ source }) => before(source!));
  const shared = [...first ?? []].find((element) => element.outgoing.length > 1 && element.type !== 'bpmn:ExclusiveGateway' && element.type !== 'bpmn:EventBasedGateway' && others.some((other) => other.has(element)));
  if (!shared) return undefined;
  return shared.type === 'bpmn:InclusiveGateway' ? 'bpmn:InclusiveGateway' : 'bpmn:ParallelGateway';
}

/** A join that waits in vain: one that goes on with the first that comes, or with those that were begun. */
export const lessWaiting: Fixer<DrawnSite> = ({ element: id }, { drawing, text }) => {
  const element = elementOf(drawing, id);
  if (!element || !/Parallel|Inclusive/.test(element.type) || !isGateway(element) || element.incoming.length < 2) return [];
  const become = (kind: GatewayKind, say: string): Fix => ({ say, run: () => becomeKind(drawing, element, kind) });
  return [become('bpmn:ExclusiveGateway', text('fixJoinFirst')), ...(element.type === 'bpmn:ParallelGateway' ? [become('bpmn:InclusiveGateway', text('fixJoinBegun'))] : [])];
};

/** Work that is done twice because ways side by side are not brought together: a join that waits for all of them. */
export const moreWaiting: Fixer<DrawnSite> = ({ element: id }, { drawing, text, nameOf }) => {
  const found = elementOf(drawing, id);
  const [element] = [...found ? before(found) : []].filter((at) => onward(at).length > 1 && at.type !== 'bpmn:ParallelGateway' && partedBy(onward(at)) !== undefined);
  if (!element) return [];
  const ways = onward(element);
  const kind = partedBy(ways)!;
  const name = nameOf(element.id);
  if (isGateway(element) && ways.length === element.incoming.length) return [{ say: text('fixJoinAll', { name }), run: () => becomeKind(drawing, element, kind) }];
  return [{ say: text('fixJoinBefore', { name }), run: () => together(drawing, () => joinBefore(drawing, element, ways, kind)) }];
};
