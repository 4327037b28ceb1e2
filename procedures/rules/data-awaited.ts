import { neededBy } from '../../engine/awaited-data.ts';
import { beginsBy } from '../../engine/begins.ts';
import type { Definition, EventDefinition, Node } from '../../engine/definition.ts';
import { reachableFrom } from '../../engine/reachability.ts';
import { called, nodesOf, warning, type Rule } from './rule.ts';

/** In the data of every dossier from its first moment. */
const fromTheStart = ['application', 'applicant', 'filing', 'dossier', 'lookUps', 'local', 'timeLimit'];

/** An activity that waits for data can go on: something that may be done before it, or beside it, gives them. */
export const dataAwaited: Rule = {
  name: 'data-awaited',
  *check(loaded) {
    const { definition } = loaded;
    const awaiting = nodesOf(loaded).filter(({ step }) => step.inputSets !== undefined);
    // What a message or signal brings may have any name.
    if (awaiting.length === 0 || isBegunByWord(definition)) return;
    for (const node of awaiting) {
      const before = doneWithout(definition, node);
      if (before.some(givesAnything)) continue;
      const given = new Set([...fromTheStart, ...before.flatMap(givenBy)]);
      const lacking = node.step.inputSets!.map((set) => neededBy(set).filter((path) => !given.has(path.split('.')[0]!)));
      if (lacking.some((paths) => paths.length === 0)) continue;
      yield warning(node.id, {
        en: `expected something to be done before or beside ${called(definition, node)} that gives ${lacking.map((paths) => paths.join(' and ')).join(', or ')}, for which it waits, but nothing does`,
        vi: `${called(definition, node, 'vi')} chờ ${lacking.map((paths) => paths.join(' và ')).join(', hoặc ')}, nhưng không bước nào trước hay song song với nó cho dữ liệu ấy`,
      });
    }
  },
};

/** What begins a dossier with data of its own: a word, or the facts by which a condition holds. */
const isWord = (event: EventDefinition | undefined): boolean => event !== undefined && (event.kind === 'message' || event.kind === 'signal' || event.kind === 'conditional' || (event.kind === 'multiple' && event.events.some(isWord)));

const isBegunByWord = (definition: Definition): boolean =>
  definition.starts.some((id) => isWord(beginsBy(definition, id))) || Object.values(definition.nodes).some((node) => 'instantiate' in node && node.instantiate);

/** What can be entered while the activity has not begun. */
function doneWithout(definition: Definition, node: Node): readonly Node[] {
  const waiting = { ...node, outgoing: [], ...('handlers' in node && { starts: [], handlers: [] }) } as Node;
  const entered = reachableFrom({ ...definition, nodes: { ...definition.nodes, [node.id]: waiting } }, [...definition.starts, ...definition.handlers ?? []]);
  return [...entered].filter((id) => id !== node.id).map((id) => definition.nodes[id]!);
}

/** Drawn for other engines, its answer may become data of any name; a called process that shares its data writes its own. */
const givesAnything = ({ kind, step, ...node }: Node): boolean => step.variables !== undefined || (kind === 'callActivity' && 'propagate' in node);

/** Its answer, what it maps on leaving or gathers, and what it hands to the steps within it. */
const givenBy = (node: Node): readonly string[] => {
  const { id, kind, step, loop } = node;
  const within = kind === 'callActivity' || 'handlers' in node ? Object.keys(step.inputs ?? {}) : [];
  return [step.result ?? id, ...Object.keys(step.outputs ?? {}), ...within, ...(loop?.kind === 'multi' ? [loop.element, loop.output?.name].filter((name) => name !== undefined) : [])];
};
