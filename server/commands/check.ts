import { stat } from 'node:fs/promises';
import type { Problem } from '../../engine/bpmn/problem.ts';
import { checkBpmn, readBpmn, readCollaboration } from '../../engine/bpmn/read.ts';
import { checkDecisions } from '../../engine/decision/gaps.ts';
import type { Budget } from '../../engine/soundness/explore.ts';
import { prove, proveCollaboration } from '../../engine/soundness/prove.ts';
import { checkPackage } from '../../procedures/check.ts';
import { hasErrors, type Finding } from '../../procedures/finding.ts';
import { isStatechart } from '../../procedures/process-path.ts';
import { readProcess } from '../../procedures/read-process.ts';
import { argumentOf, UsageError, type Command } from './command.ts';
import { dmnWithImports } from './dmn-file.ts';
import { lineOf, shapeOf, tallyOf } from './finding-line.ts';
import { givenText, reasonOf } from './given-file.ts';
import { packageIn } from './package-in.ts';

/** Rules that say the file could not be read as what it should be. */
const unreadable = new Set(['malformed', 'document-type', 'too-large', 'encoding']);

export const check: Command = {
  name: 'check',
  summary: 'find what is wrong with a procedure package, a .bpmn, .statechart.json or .dmn file',
  help: 'motcua check PATH [--json]\n\nPATH is the folder of a package, or a file.\n\n  --json  print { "findings": [{ "rule", "severity": "error"|"warning", "element", "message", "counterexample"?: [element] }] };\n          in a package a finding may also name its "file"\n\nExit code 0: no error; 1: an error was found; 2: PATH cannot be read as one.',
  takes: { called: 'PATH' },
  options: { json: { type: 'boolean' } },
  async run(given, terminal) {
    const path = argumentOf(given);
    const findings = await findingsOf(path);
    if (given.values['json'] === true) terminal.out(JSON.stringify({ findings: findings.map(shapeOf) }, null, 2));
    else for (const finding of findings) terminal.out(lineOf(finding));
    if (given.values['json'] !== true) terminal.out(findings.length === 0 ? 'Nothing is wrong.' : `${tallyOf(findings)}.`);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return 0;
    return /\.(bpmn|dmn|statechart\.json)$/.test(path) && errors.some(({ rule }) => unreadable.has(rule)) ? 2 : 1;
  },
};

const findingsFrom = (problems: readonly Problem[]): readonly Finding[] => problems.map(({ rule, severity, element, message }) => ({ rule, severity, element: element ?? '', message }));

async function findingsOf(path: string): Promise<readonly Finding[]> {
  const facts = await stat(path).catch((error: unknown) => {
    throw new UsageError(`expected a file or folder at ${path}, but ${reasonOf(error)}`);
  });
  if (facts.isDirectory()) return checkPackage(await packageIn(path), patience());
  if (path.endsWith('.bpmn')) return diagramFindings(await givenText(path));
  if (isStatechart(path)) {
    const reading = await readProcess(path, await givenText(path));
    return 'problems' in reading ? findingsFrom(reading.problems) : [...findingsFrom(reading.warnings), ...prove(reading.definition, patience()).findings];
  }
  if (path.endsWith('.dmn')) {
    const reading = await dmnWithImports(await givenText(path), path);
    return 'problems' in reading ? reading.problems.map(({ element, message }) => ({ rule: element === '' ? 'malformed' : 'decision', severity: 'error', element, message })) : checkDecisions(reading.decisions);
  }
  throw new UsageError(`expected a package folder, a .bpmn, .statechart.json or .dmn file, but got ${path}`);
}

/** Half a minute for a proof, counted from now. */
function patience(): Budget {
  const began = performance.now();
  return { states: 200_000, milliseconds: 30_000, elapsed: () => performance.now() - began };
}

/** What the reader says of every process, then what proofs find: of the one to execute, or of all together when they send messages to each other. */
async function diagramFindings(xml: string): Promise<readonly Finding[]> {
  const problems = findingsFrom(await checkBpmn(xml));
  if (hasErrors(problems)) return problems;
  const one = await readBpmn(xml);
  if ('definition' in one) return [...problems, ...prove(one.definition, patience()).findings];
  const all = await readCollaboration(xml);
  if ('problems' in all) return problems;
  const proofs = all.messageFlows.length > 0 ? [proveCollaboration(all.processes, all.messageFlows, patience())] : all.processes.map((each) => prove(each, patience()));
  return [...problems, ...proofs.flatMap(({ findings }) => findings)];
}
