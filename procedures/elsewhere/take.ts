import { inOurWords } from '../../engine/bpmn/foreign/in-our-words.ts';
import { drawn } from '../../engine/bpmn/layout/drawn.ts';
import type { Problem } from '../../engine/bpmn/problem.ts';
import { executing, survey, type Survey, type Surveyed } from '../../engine/bpmn/survey.ts';
import type { LocalText } from '../../engine/definition.ts';
import { readStatechart } from '../../engine/statechart/read.ts';
import type { Finding } from '../finding.ts';
import { keyOf } from '../key-of.ts';
import { bpmnFile, statechartFile } from '../process-path.ts';
import { readDecisions } from '../read-decisions.ts';
import { sayVi } from '../refusals/say.ts';
import { refusals } from './refusals.ts';

/** A file from another tool: its name as it was chosen, and its text. */
export interface Offered {
  readonly name: string;
  readonly text: string;
}

export interface Wishes {
  /** The id of the process that becomes the procedure's, where there are several; without it the one that is marked executable, else the largest. */
  readonly process?: string | undefined;
  /** Says in our words what is written for Camunda; without it a file stays as it is, to its last letter. */
  readonly translate?: boolean | undefined;
}

/** What becomes of a process: it is the procedure's; or it stands in a file beside and may be called; or it is only drawn. */
export type Becomes = 'procedure' | 'called' | 'drawn';

export interface Taken {
  readonly kind: 'bpmn' | 'statechart';
  /** By their paths in a package. */
  readonly files: ReadonlyMap<string, string>;
  /** What the process is called, or else its file. */
  readonly name: string;
  /** Whether something in the diagrams is written for Camunda. */
  readonly isForeign: boolean;
  readonly processes: readonly (Surveyed & { readonly file: string; readonly becomes: Becomes })[];
  /** Pools of others, of whom only messages are seen. */
  readonly outside: readonly string[];
  readonly furtherDrawings: number;
  /** Whether a diagram came without a drawing and was given one. */
  readonly isArranged: boolean;
  readonly names: ReadonlyMap<string, LocalText>;
  /** What was left out on the way into our words, because it changes nothing here. */
  readonly left: readonly Finding[];
}

type Refused = { readonly refused: LocalText };

export const mostCharacters = 2_000_000;

/** Rules by which a file is none of its kind: nothing can be begun with it. */
const unreadable = new Set(['malformed', 'too-large', 'document-type']);

/** What may stand before the end of the outermost start tag: a prolog, comments, namespaces. */
const mostBeforeRoot = 20_000;

const kindOf = ({ name, text }: Offered): 'bpmn' | 'dmn' | 'json' | undefined => {
  const begin = text.trimStart().slice(0, 1);
  if (begin === '{' || begin === '[') return 'json';
  if (begin !== '<') return undefined;
  const space = rootSpace(text);
  return space === undefined ? (/\.dmn$/i.test(name) ? 'dmn' : 'bpmn') : /\/spec\/DMN\//.test(space) ? 'dmn' : 'bpmn';
};

/** The namespace of the outermost element, where that is `definitions` as BPMN and DMN call it. */
const rootSpace = (text: string): string | undefined => {
  const [, prefix, attributes = ''] = /<(?:([\w.-]+):)?definitions\b((?:[^>"']|"[^"]*"|'[^']*')*)>/.exec(text.slice(0, mostBeforeRoot)) ?? [];
  const declared = [...attributes.matchAll(/\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].find(([, of]) => of === prefix);
  return declared?.[2] ?? declared?.[3];
};

const baseOf = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/(\.bpmn20|\.statechart)?\.(bpmn|xml|dmn|json)$/i, '');

/**
 * Files of other tools as files of a package: the diagram or machine that becomes its process, processes that it may call, decision
 * tables. What a file is, is seen in it, not by its name. Faults that can be mended here are no reason to refuse: the check of the
 * draft tells of them. Never throws for their content.
 */
export async function takeElsewhere(offered: readonly Offered[], wishes: Wishes = {}): Promise<Taken | Refused> {
  if (offered.length === 0) return { refused: refusals.none() };
  for (const { name, text } of offered) if (text.length > mostCharacters) return { refused: refusals.tooLarge(name, text.length, mostCharacters) };
  const strange = offered.find((each) => kindOf(each) === undefined);
  if (strange !== undefined) return { refused: refusals.unknown(strange.name) };
  const of = (kind: 'bpmn' | 'dmn' | 'json') => offered.filter((each) => kindOf(each) === kind);
  const [diagrams, machines] = [of('bpmn'), of('json')];
  if (machines.length > 1 || (machines.length > 0 && diagrams.length > 0)) return { refused: refusals.several([...machines, ...diagrams].map(({ name }) => name)) };
  const decisions = await takeDecisions(of('dmn'));
  if ('refused' in decisions) return decisions;
  if (diagrams.length === 0 && machines.length === 0) return { refused: refusals.onlyDecisions() };
  return machines[0] === undefined ? takeDiagrams(diagrams, decisions, wishes) : takeMachine(machines[0], decisions);
}

/** A path that no other file has. */
const pathFor = (files: ReadonlyMap<string, string>, folder: string, name: string, extension: string): string => {
  const base = keyOf(baseOf(name)) || 'file';
  for (let number = 1; ; number += 1) {
    const path = `${folder}/${base}${number === 1 ? '' : `-${number}`}.${extension}`;
    if (!files.has(path)) return path;
  }
};

async function takeDecisions(offered: readonly Offered[]): Promise<Map<string, string> | Refused> {
  const files = new Map<string, string>();
  for (const { name, text } of offered) files.set(pathFor(files, 'decisions', name, 'dmn'), text);
  const found: Finding[] = [];
  const byName = new Map([...files].map(([path, text]) => [path.slice('decisions/'.length, -'.dmn'.length), text]));
  await readDecisions(byName, found);
  for (const [index, path] of [...files.keys()].entries()) {
    const fault = found.find(({ file, element }) => file === path && element === path.slice('decisions/'.length, -'.dmn'.length));
    if (fault !== undefined) return { refused: refusals.notDecision(offered[index]!.name, fault.message, fault.messageVi) };
  }
  return files;
}

function takeMachine({ name, text }: Offered, decisions: ReadonlyMap<string, string>): Taken | Refused {
  const reading = readStatechart(text);
  const fault = 'problems' in reading ? reading.problems.find(({ rule }) => unreadable.has(rule)) : undefined;
  if (fault !== undefined) return { refused: refusals.notChart(name, fault.message) };
  const value = JSON.parse(text) as { readonly id?: unknown; readonly states?: unknown };
  if (typeof value.states !== 'object' || value.states === null) return { refused: refusals.notChart(name, 'it has no “states”', 'không có “states”') };
  const nodes = 'definition' in reading ? Object.values(reading.definition.nodes) : [];
  const count = (...kinds: readonly string[]): number => nodes.filter(({ kind }) => kinds.includes(kind)).length;
  const own = 'definition' in reading ? reading.definition.name : undefined;
  return {
    kind: 'statechart', files: new Map([...decisions, [statechartFile, text]]), name: own ?? baseOf(name), isForeign: false, outside: [], furtherDrawings: 0, isArranged: false, left: [],
    names: new Map(nodes.flatMap(({ id, name: called }) => (called === undefined ? [] : [[id, { vi: called, en: called }] as const]))),
    processes: [{ id: typeof value.id === 'string' ? value.id : baseOf(name), ...(own !== undefined && { name: own }), isExecutable: true, people: count('userTask'), machines: count('serviceTask'), choices: 0, events: count('endEvent'), parts: count('state'), undrawn: [], file: name, becomes: 'procedure' }],
  };
}

/** Elements of a process, as a measure of which one is meant. */
const sizeOf = ({ people, machines, choices, events, parts }: Surveyed): number => people + machines + choices + events + parts;

const meant = (all: readonly Surveyed[], wanted: string | undefined): Surveyed | undefined => {
  const executable = all.filter(({ isExecutable }) => isExecutable);
  return all.find(({ id }) => id === wanted) ?? (executable.length === 1 ? executable[0] : (executable.length > 0 ? executable : all).toSorted((one, other) => sizeOf(other) - sizeOf(one))[0]);
};

async function takeDiagrams(offered: readonly Offered[], decisions: ReadonlyMap<string, string>, { process, translate = false }: Wishes): Promise<Taken | Refused> {
  const surveyed: { readonly offer: Offered; readonly found: Survey }[] = [];
  let isArranged = false;
  for (const asItCame of offered) {
    const before = await survey(asItCame.text);
    if ('problems' in before) return { refused: refusalOf(asItCame.name, before.problems) };
    if (before.processes.length === 0) return { refused: refusals.noProcess(asItCame.name) };
    const offer = before.isDrawn ? asItCame : { ...asItCame, text: await drawn(asItCame.text) };
    const found = before.isDrawn ? before : await survey(offer.text);
    if ('problems' in found || !found.isDrawn) return { refused: refusals.notDrawn(offer.name) };
    isArranged ||= !before.isDrawn;
    surveyed.push({ offer, found });
  }
  const all = surveyed.flatMap(({ found }) => found.processes);
  const chosen = meant(all, process)!;
  const files = new Map(decisions);
  const left: Problem[] = [];
  let isForeign = false;
  for (const { offer: { name, text }, found } of surveyed) {
    const isMain = found.processes.includes(chosen);
    const marked = isMain && found.meant !== chosen.id ? executing(text, chosen.id) : text;
    const said = await inOurWords(marked);
    isForeign ||= said !== undefined;
    if (translate && said !== undefined) left.push(...said.left);
    files.set(isMain ? bpmnFile : pathFor(files, 'processes', name, 'bpmn'), translate && said !== undefined ? said.xml : marked);
  }
  const mainFile = surveyed.find(({ found }) => found.processes.includes(chosen))!.offer.name;
  return {
    kind: 'bpmn', files, isForeign, isArranged, name: chosen.name ?? baseOf(mainFile),
    processes: surveyed.flatMap(({ offer, found }) => found.processes.map((each) => ({ ...each, file: offer.name, becomes: each === chosen ? 'procedure' as const : offer.name === mainFile ? 'drawn' as const : 'called' as const }))),
    outside: surveyed.flatMap(({ found }) => found.outside),
    furtherDrawings: surveyed.reduce((sum, { found }) => sum + found.furtherDrawings, 0),
    names: new Map(surveyed.flatMap(({ found }) => [...found.names])),
    left: left.map(({ rule, severity, element = bpmnFile, message }) => { const messageVi = sayVi(message); return { rule, severity, element, message, file: bpmnFile, ...(messageVi !== undefined && { messageVi }) }; }),
  };
}

const refusalOf = (name: string, problems: readonly Problem[]): LocalText => {
  const fault = problems.find(({ severity }) => severity === 'error')!;
  return fault.rule === 'document-type' ? refusals.hostile(name, fault.message) : refusals.unreadable(name, fault.message);
};
