import type { ModdleElement } from 'bpmn-moddle';
import type { LocalText } from '../definition.ts';
import { knownWords, placeWords, type Place } from '../element-words.ts';
import { parse } from './document.ts';
import { everything } from './everything.ts';
import { many, one, words } from './moddle.ts';
import { Problems, type Problem } from './problem.ts';

/** A process as a person finds it in a file. */
export interface Surveyed {
  readonly id: string;
  /** Its own name, or that of the pool it stands in. */
  readonly name?: string;
  readonly isExecutable: boolean;
  /** How many of its elements do what, those of its sub-processes too. */
  readonly people: number;
  readonly machines: number;
  readonly choices: number;
  readonly events: number;
  readonly parts: number;
  /** Elements of it that the drawing does not show. */
  readonly undrawn: readonly string[];
}

export interface Survey {
  /** Those with elements, in the order of the file. */
  readonly processes: readonly Surveyed[];
  /** The process that a reader takes who is told of none; nothing where the file leaves it open. */
  readonly meant?: string;
  /** Names of the pools that are drawn empty: others, of whom only messages are seen. */
  readonly outside: readonly string[];
  /** What elements are called, by id: by their names, else by what stands around them. */
  readonly names: ReadonlyMap<string, LocalText>;
  /** Whether the file draws anything at all (BPMN 2.0.2, clause 12). */
  readonly isDrawn: boolean;
  /** Drawings behind the first, which the designer keeps and does not show. */
  readonly furtherDrawings: number;
}

const sortOf = ({ $type }: ModdleElement): 'people' | 'machines' | 'choices' | 'events' | 'parts' | undefined => {
  if (/:(UserTask|ManualTask|Task)$/.test($type)) return 'people';
  if ($type.endsWith('Task')) return 'machines';
  if ($type.endsWith('Gateway')) return 'choices';
  if ($type.endsWith('Event')) return 'events';
  return /(SubProcess|Transaction|CallActivity)$/.test($type) ? 'parts' : undefined;
};

/** What stands in a diagram, before anything is asked of it. Problems where it cannot even be read as BPMN. */
export const survey = async (xml: string): Promise<Survey | { readonly problems: readonly Problem[] }> => {
  const problems = new Problems();
  const root = await parse(xml, problems);
  if (!root) return { problems: problems.found };
  const all = [...everything(root)].map(({ element }) => element);
  const pools = all.filter(({ $type }) => $type === 'bpmn:Participant');
  const planes = many(root, 'diagrams').flatMap((diagram) => one(diagram, 'plane') ?? []);
  const shown = new Set(planes.flatMap((plane) => many(plane, 'planeElement')).map((shape) => one(shape, 'bpmnElement')?.id));
  const nodesIn = (scope: ModdleElement): readonly ModdleElement[] => many(scope, 'flowElements').filter((element) => element.$instanceOf('bpmn:FlowNode')).flatMap((node) => [node, ...(node.$instanceOf('bpmn:SubProcess') ? nodesIn(node) : [])]);
  const surveyed = (process: ModdleElement): Surveyed => {
    const nodes = nodesIn(process);
    const count = (sort: ReturnType<typeof sortOf>): number => nodes.filter((node) => sortOf(node) === sort).length;
    const pool = pools.find((each) => one(each, 'processRef') === process);
    const name = words(process, 'name') ?? (pool && words(pool, 'name'));
    return {
      id: process.id ?? '', ...(name !== undefined && { name }), isExecutable: process.get('isExecutable') === true,
      people: count('people'), machines: count('machines'), choices: count('choices'), events: count('events'), parts: count('parts'),
      undrawn: nodes.filter(({ id }) => !shown.has(id)).map((node) => words(node, 'name') ?? node.id ?? node.$type),
    };
  };
  const written = many(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const executable = written.filter((process) => process.get('isExecutable') === true);
  const candidates = written.length === 1 ? written : executable;
  return {
    processes: written.filter((process) => process.id !== undefined && nodesIn(process).length > 0).map(surveyed),
    ...(candidates.length === 1 && candidates[0]?.id !== undefined && { meant: candidates[0].id }),
    outside: pools.filter((pool) => nodesIn(one(pool, 'processRef') ?? pool).length === 0).map((pool) => words(pool, 'name') ?? pool.id ?? ''),
    names: namesOf(all),
    isDrawn: shown.size > 0,
    furtherDrawings: Math.max(0, planes.length - 1),
  };
};

const kindOf = ({ $type }: ModdleElement): string => $type.charAt('bpmn:'.length).toLowerCase() + $type.slice('bpmn:'.length + 1);

function namesOf(all: readonly ModdleElement[]): ReadonlyMap<string, LocalText> {
  const flows = all.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const [into, out] = [Map.groupBy(flows, (flow) => one(flow, 'targetRef')), Map.groupBy(flows, (flow) => one(flow, 'sourceRef'))];
  const placed = (element: ModdleElement | undefined): readonly Place[] => (element ? [placeOf(element)] : []);
  const placeOf = (element: ModdleElement): Place => ({
    id: element.id ?? '', kind: kindOf(element), name: words(element, 'name'),
    before: () => [...(into.get(element) ?? []).flatMap((flow) => placed(one(flow, 'sourceRef'))), ...(element.$type === 'bpmn:BoundaryEvent' ? placed(one(element, 'attachedToRef')) : [])],
    after: () => (out.get(element) ?? []).flatMap((flow) => placed(one(flow, 'targetRef'))),
  });
  const called = (element: ModdleElement): LocalText | undefined => {
    const name = words(element, 'name');
    if (name !== undefined) return { vi: name, en: name };
    if (element.$instanceOf('bpmn:FlowNode')) return { vi: placeWords(placeOf(element), 'vi'), en: placeWords(placeOf(element), 'en') };
    const target = element.$type === 'bpmn:SequenceFlow' ? one(element, 'targetRef') : undefined;
    const [vi, en] = target ? [knownWords(placeOf(target), 'vi'), knownWords(placeOf(target), 'en')] : [];
    return vi === undefined || en === undefined ? undefined : { vi: `đường tới “${vi}”`, en: `the way to “${en}”` };
  };
  return new Map(all.flatMap((element) => {
    const name = element.id === undefined || !element.$type.startsWith('bpmn:') ? undefined : called(element);
    return name === undefined ? [] : [[element.id!, name] as const];
  }));
}

/** The text with one of its processes marked as the one that is executed, and no other: so the reader knows which is meant. */
export const executing = (xml: string, id: string): string =>
  xml.replaceAll(/<(?:[\w.-]+:)?process\b(?:[^>"']|"[^"]*"|'[^']*')*>/g, (tag) => {
    const isIt = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag)?.slice(1).includes(id) === true;
    const said = /\sisExecutable\s*=\s*(?:"[^"]*"|'[^']*')/;
    if (said.test(tag)) return tag.replace(said, ` isExecutable="${isIt}"`);
    return isIt ? tag.replace(/^<(?:[\w.-]+:)?process\b/, (name) => `${name} isExecutable="true"`) : tag;
  });
