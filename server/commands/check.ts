import { readFile, stat } from 'node:fs/promises';
import type { Problem } from '../../engine/bpmn/problem.ts';
import { checkBpmn } from '../../engine/bpmn/read.ts';
import { checkDecisions } from '../../engine/decision/gaps.ts';
import { checkPackage } from '../../procedures/check.ts';
import type { Finding } from '../../procedures/finding.ts';
import { readFolder } from '../../procedures/folder.ts';
import { isStatechart, readProcessFile } from '../../procedures/process-file.ts';
import { UsageError, type Command } from './command.ts';
import { dmnWithImports } from './dmn-file.ts';

/** Rules that say the file could not be read as what it should be. */
const unreadable = new Set(['malformed', 'document-type', 'too-large', 'encoding']);

export const check: Command = {
  name: 'check',
  summary: 'find what is wrong with a procedure package, a .bpmn, .statechart.json or .dmn file',
  help: 'motcua check PATH [--json]\n\n  --json  print { "findings": [{ "rule", "severity", "element", "message", "counterexample"? }] }\n\nExit code 0: no error; 1: an error was found; 2: PATH cannot be read as one.',
  options: { json: { type: 'boolean' } },
  async run({ values, positionals }, terminal) {
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError('expected one PATH');
    const findings = await findingsOf(path);
    if (values['json'] === true) terminal.out(JSON.stringify({ findings }, null, 2));
    else for (const { severity, rule, element, file, message } of findings) terminal.out(`${severity === 'error' ? 'error  ' : 'warning'} ${file === undefined ? '' : `${file} `}${element} (${rule}): ${message}`);
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (values['json'] !== true) terminal.out(findings.length === 0 ? 'Nothing is wrong.' : `${errors.length} errors, ${findings.length - errors.length} warnings.`);
    if (errors.length === 0) return 0;
    return /\.(bpmn|dmn|statechart\.json)$/.test(path) && errors.some(({ rule }) => unreadable.has(rule)) ? 2 : 1;
  },
};

const findingsFrom = (problems: readonly Problem[]): readonly Finding[] => problems.map(({ rule, severity, element, message }) => ({ rule, severity, element: element ?? '', message }));

async function findingsOf(path: string): Promise<readonly Finding[]> {
  const facts = await stat(path).catch(() => undefined);
  if (facts === undefined) throw new UsageError(`expected a file or folder at ${path}, but there is none`);
  if (facts.isDirectory()) return checkPackage(await readFolder(path));
  if (path.endsWith('.bpmn')) return findingsFrom(await checkBpmn(await readFile(path, 'utf8')));
  if (isStatechart(path)) {
    const reading = await readProcessFile(path, await readFile(path, 'utf8'));
    return findingsFrom('problems' in reading ? reading.problems : reading.warnings);
  }
  if (path.endsWith('.dmn')) {
    const reading = await dmnWithImports(await readFile(path, 'utf8'), path);
    return 'problems' in reading ? reading.problems.map(({ element, message }) => ({ rule: element === '' ? 'malformed' : 'decision', severity: 'error', element, message })) : checkDecisions(reading.decisions);
  }
  throw new UsageError(`expected a package folder, a .bpmn, .statechart.json or .dmn file, but got ${path}`);
}
