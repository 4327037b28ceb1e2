import { stat } from 'node:fs/promises';
import type { Problem } from '../../engine/bpmn/problem.ts';
import { checkBpmn, readBpmn, readCollaboration } from '../../engine/bpmn/read.ts';
import { officeDate } from '../../engine/calendar/office-day.ts';
import { checkDecisions } from '../../engine/decision/gaps.ts';
import type { Budget } from '../../engine/soundness/explore.ts';
import { prove, proveCollaboration } from '../../engine/soundness/prove.ts';
import { checkPackage } from '../../procedures/check.ts';
import { hasErrors, isNote, type Finding } from '../../procedures/finding.ts';
import { isStatechart } from '../../procedures/process-path.ts';
import { readProcess } from '../../procedures/read-process.ts';
import { argumentOf, UsageError, type Run } from './command.ts';
import { undecided } from './decisions-beside.ts';
import { dmnWithImports } from './dmn-file.ts';
import { lineOf, shapesOf, tallyOf } from './finding-line.ts';
import { givenText, reasonOf } from './given-file.ts';
import { packageIn } from './package-in.ts';

/** Rules that say the file could not be read as what it should be. */
const unreadable = new Set(['malformed', 'document-type', 'too-large', 'encoding']);

export const run: Run = async (given, terminal) => {
  const path = argumentOf(given);
  const findings = await findingsOf(path);
  const faults = findings.filter((finding) => !isNote(finding));
  if (given.values['json'] === true) terminal.out(JSON.stringify({ findings: shapesOf(faults) }, null, 2));
  else for (const finding of findings) terminal.out(lineOf(finding));
  if (given.values['json'] !== true) terminal.out(faults.length === 0 ? 'Nothing is wrong.' : `${tallyOf(faults)}.`);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return 0;
  return /\.(bpmn|dmn|statechart\.json)$/.test(path) && errors.some(({ rule }) => unreadable.has(rule)) ? 2 : 1;
};

const findingsFrom = (problems: readonly Problem[]): readonly Finding[] => problems.map(({ rule, severity, element, message }) => ({ rule, severity, element: element ?? '', message }));

async function findingsOf(path: string): Promise<readonly Finding[]> {
  const facts = await stat(path).catch((error: unknown) => {
    throw new UsageError(`expected a file or folder at ${path}, but ${reasonOf(error)}`);
  });
  if (facts.isDirectory()) return checkPackage(await packageIn(path), patience(), officeDate(new Date().toISOString()));
  if (path.endsWith('.bpmn')) return diagramFindings(path, await givenText(path));
  if (isStatechart(path)) {
    const reading = await readProcess(path, await givenText(path));
    return 'problems' in reading ? findingsFrom(reading.problems) : [...findingsFrom(reading.warnings), ...await undecided(path, [reading.definition]), ...prove(reading.definition, patience()).findings];
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

/** What the reader says of every process and which decisions are missing, then what proofs find: of the one to execute, or of all together when they send messages to each other. */
async function diagramFindings(path: string, xml: string): Promise<readonly Finding[]> {
  const problems = findingsFrom(await checkBpmn(xml));
  if (hasErrors(problems)) return problems;
  const one = await readBpmn(xml);
  if ('definition' in one) return [...problems, ...await undecided(path, [one.definition]), ...prove(one.definition, patience()).findings];
  const all = await readCollaboration(xml);
  if ('problems' in all) return problems;
  const proofs = all.messageFlows.length > 0 ? [proveCollaboration(all.processes, all.messageFlows, patience())] : all.processes.map((each) => prove(each, patience()));
  return [...problems, ...await undecided(path, all.processes), ...proofs.flatMap(({ findings }) => findings)];
}
