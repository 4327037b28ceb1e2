import type { ModdleElement } from 'bpmn-moddle';
import type { Flow, Node } from '../definition.ts';
import { chooses } from './family.ts';
import { feel, mustGive, speaksFeel } from './feel.ts';
import { one, words } from './moddle.ts';
import { called, type Problems } from './problem.ts';

/** Reads a sequence flow between two nodes that were read; both ends must stand in the same scope. */
export const readFlow = (problems: Problems, element: ModdleElement, nodes: ReadonlyMap<string, Node>, known: ReadonlySet<string>): Flow | undefined => {
  const id = element.id!;
  const ends = ['sourceRef', 'targetRef'].map((property) => {
    const end = one(element, property);
    if (!end?.id) problems.error('missing-end', id, `expected flow ${id} to have a ${property}, but it has none`);
    else if (!known.has(end.id)) problems.error('flow-end', id, `expected the ${property} of flow ${id} to be an element of the same process, but it is ${called(end)}`);
    return end?.id === undefined ? undefined : nodes.get(end.id);
  });
  const [source, target] = ends;
  if (!source || !target) return undefined;
  if (source.parent !== target.parent) {
    problems.error('crosses-scope', id, `expected flow ${id} to stay within one process or sub-process, but it goes from ${source.parent} to ${target.parent}`);
  }
  if (source.kind === 'endEvent') problems.error('out-of-end', id, `expected nothing after end event ${source.id}, but flow ${id} leaves it`);
  for (const end of [source, target]) {
    if (end.kind === 'eventSubProcess') problems.error('event-sub-process-flow', id, `expected event sub-process ${end.id} to begin by its event alone, but flow ${id} touches it`);
    if (end.forCompensation) problems.error('compensation-flow', id, `expected compensation handler ${end.id} to have no sequence flows, but flow ${id} touches it`);
  }
  if (target.kind === 'startEvent' || target.kind === 'boundaryEvent') {
    problems.error('into-start', id, `expected nothing to lead to ${target.kind} ${target.id}, but flow ${id} does`);
  }
  const [name, nameEn] = [words(element, 'name'), words(element, 'motcua:nameEn')];
  const condition = readCondition(problems, element, source);
  return { id, source: source.id, target: target.id, ...(name !== undefined && { name }), ...(nameEn !== undefined && { nameEn }), ...(condition && { condition }) };
};

const readCondition = (problems: Problems, element: ModdleElement, source: Node): Flow['condition'] => {
  const expression = one(element, 'conditionExpression');
  if (!expression) return undefined;
  const id = element.id!;
  if (!chooses(source)) {
    problems.error('misplaced-condition', id, `expected a condition only out of activities, exclusive and inclusive gateways, but flow ${id} leaves ${source.kind} ${source.id}`);
    return undefined;
  }
  if (source.default === id) {
    problems.error('default-with-condition', id, `expected the default flow ${id} of ${source.id} to have no condition, but it has one`);
    return undefined;
  }
  if (!speaksFeel(expression.get('language'))) {
    problems.error('expression-language', id, `expected the condition of flow ${id} to be FEEL, but it is ${String(expression.get('language'))}`);
    return undefined;
  }
  const what = `the condition of flow ${id}`;
  return mustGive(problems, 'condition', id, what, feel(problems, id, what, words(expression, 'body') ?? ''));
};
