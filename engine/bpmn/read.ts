import type { ModdleElement } from 'bpmn-moddle';
import type { Definition } from '../definition.ts';
import { freeze } from '../freeze.ts';
import { endlessLoop, unreachable } from '../reachability.ts';
import { parse } from './document.ts';
import { translateForeign } from './foreign/translate.ts';
import { messageFlowsOf, nameByFlows, participantsOf, type MessageFlow } from './message-flow.ts';
import { many } from './moddle.ts';
import { Problems, type Problem } from './problem.ts';
import { compile } from './process.ts';
import { checkMessageFlows } from './rules/document.ts';
import { checkReferences } from './rules/reference.ts';
import { checkUnexecuted } from './rules/unexecuted.ts';

/** The document with everything in it said in our words, and what holds for all of it checked. */
const opened = async (problems: Problems, xml: string): Promise<ModdleElement | undefined> => {
  const root = await parse(xml, problems);
  if (!root) return undefined;
  translateForeign(problems, root);
  checkReferences(problems, root);
  nameByFlows(root);
  checkMessageFlows(problems, root);
  checkUnexecuted(problems, root);
  return root;
};

type Reading = { readonly definition: Definition; readonly warnings: readonly Problem[] } | { readonly problems: readonly Problem[] };

/**
 * Compiles a BPMN 2.0 diagram into a frozen definition. Everything in it either is executed as the standard says or is
 * refused with rule, element and reason; never throws. `process` names one of several processes by its id; without it
 * the file must have one process, or one that is marked executable. A `sketch` may leave details open, such as the time of a
 * timer: it is read to be tried out by hand, never to be published.
 */
export const readBpmn = async (xml: string, options: { readonly process?: string; readonly sketch?: boolean } = {}): Promise<Reading> => {
  const problems = new Problems(options);
  const root = await opened(problems, xml);
  const process = root && choose(problems, root, options.process);
  const definition = process && compile(problems, root, process);
  if (definition && !problems.fatal) checkWays(problems, definition);
  if (!definition || problems.fatal) return { problems: problems.found };
  return { definition: settled(definition), warnings: problems.found };
};

/** Ids cut out of the XML would keep the whole text in memory and make every lookup slower; a copy through JSON has its own. */
const settled = (definition: Definition): Definition => freeze(JSON.parse(JSON.stringify(definition)) as Definition);

export interface Collaboration {
  readonly processes: readonly Definition[];
  readonly participants: readonly { readonly id: string; readonly process?: string }[];
  readonly messageFlows: readonly MessageFlow[];
  readonly warnings: readonly Problem[];
}

/** All processes of a file and the message flows between them: elements, or processes when a flow only touches a pool. */
export const readCollaboration = async (xml: string, options: { readonly sketch?: boolean } = {}): Promise<Collaboration | { readonly problems: readonly Problem[] }> => {
  const problems = new Problems(options);
  const root = await opened(problems, xml);
  const found = (root ? many(root, 'rootElements') : []).filter((element) => element.$type === 'bpmn:Process' && many(element, 'flowElements').length > 0);
  if (root && found.length === 0) problems.incomplete('which-process', undefined, 'expected a process with elements, but the file has none');
  const processes: Definition[] = [];
  for (const process of found) {
    if (process.id === undefined) problems.error('missing-id', undefined, 'expected every process to have an id, but one has none');
    else {
      const definition = compile(problems, root!, process);
      if (!problems.fatal) checkWays(problems, definition);
      processes.push(definition);
    }
  }
  if (!root || problems.fatal) return { problems: problems.found };
  return { processes: processes.map(settled), participants: participantsOf(root), messageFlows: messageFlowsOf(root), warnings: problems.found };
};

/**
 * All that is wrong or doubtful in a file, each told once: of every process that is marked executable, or of all when none is.
 */
export const checkBpmn = async (xml: string): Promise<readonly Problem[]> => {
  const problems = new Problems();
  const root = await opened(problems, xml);
  const all = root ? many(root, 'rootElements').filter(({ $type, id }) => $type === 'bpmn:Process' && id !== undefined) : [];
  const executable = all.filter((process) => process.get('isExecutable') === true);
  if (root && all.length === 0) choose(problems, root, undefined);
  for (const process of executable.length > 0 ? executable : all) {
    const before = problems.found.length;
    const definition = compile(problems, root!, process);
    if (!problems.found.slice(before).some(({ severity }) => severity === 'error')) checkWays(problems, definition);
  }
  const told = new Set<string>();
  return problems.found.filter(({ rule, element, message }) => {
    const key = JSON.stringify([rule, element, message]);
    return !told.has(key) && told.add(key);
  });
};

const checkWays = (problems: Problems, definition: Definition): void => {
  for (const id of unreachable(definition)) problems.warn('unreachable', id, `expected a way to ${definition.nodes[id]!.kind} ${id}, but no token can ever enter it`);
  const loop = endlessLoop(definition);
  if (loop) problems.incomplete('endless-loop', loop[0], `expected every loop to wait somewhere or to be left by a choice, but ${loop.join(', ')} would go on for ever`);
};

const choose = (problems: Problems, root: ModdleElement, wanted: string | undefined): ModdleElement | undefined => {
  const all = many(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process');
  const executable = all.filter((process) => process.get('isExecutable') === true);
  const candidates = wanted !== undefined ? all.filter(({ id }) => id === wanted) : all.length === 1 ? all : executable;
  const [process] = candidates;
  if (candidates.length === 1 && process?.id !== undefined) return process;
  const ids = (some: readonly ModdleElement[]): string => some.map(({ id }) => id ?? 'without id').join(', ') || 'none';
  problems.error('which-process', wanted, wanted !== undefined ? `expected process ${wanted}, but the file has ${ids(all)}`
    : executable.length > 1 ? `expected one process that is marked executable, but ${ids(executable)} are: a pool that others exchange messages with is a procedure of its own, which may keep this drawing with only its own pool marked executable; what is a part of the same work is called by a call activity`
      : `expected one process with an id, or one that is marked executable, but the file has ${ids(all)}`);
  return undefined;
};
