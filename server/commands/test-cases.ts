import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readCollaboration } from '../../engine/bpmn/read.ts';
import type { Definition } from '../../engine/definition.ts';
import { playTestCase, testCasesIn, type TestCase } from '../../engine/testing/camunda-test-cases.ts';
import { coverageOf } from '../../procedures/coverage.ts';
import { UsageError, type Terminal } from './command.ts';
import { decisionsBeside } from './decisions-beside.ts';
import { givenJson, givenText } from './given-file.ts';
import { shownCoverage } from './shown-coverage.ts';

/** Plays the test cases in a file on all processes drawn beside it, and tells what they cover. */
export async function testCases(path: string, json: boolean, terminal: Terminal): Promise<number> {
  const written = casesOf(await givenJson(path), path);
  const definitions = await processesBeside(path, terminal);
  if (definitions === undefined) return 2;
  const environment = await decisionsBeside(path);
  const cases = written.map((each) => playTestCase(each, definitions, environment));
  const failed = cases.filter(({ problems }) => problems.length > 0);
  const visited = new Set(cases.flatMap((each) => [...each.visited]));
  const of = (part: 'nodes' | 'flows') => coverageOf(definitions.flatMap((definition) => Object.keys(definition[part])), visited);
  const covered = { nodes: of('nodes'), flows: of('flows') };
  if (json) terminal.out(JSON.stringify({ cases: cases.map(({ name, problems }) => ({ name, problems })), ...covered }, null, 2));
  else {
    for (const { name, problems } of cases) terminal.out(`${problems.length === 0 ? '✔' : '✘'} ${name}${problems.map((problem) => `\n    ${problem}`).join('')}`);
    terminal.out(`\n${cases.length - failed.length} passed, ${failed.length} failed\n${shownCoverage(covered)}`);
  }
  return failed.length > 0 ? 1 : 0;
}

function casesOf(file: unknown, path: string): readonly TestCase[] {
  try {
    return testCasesIn(file);
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}; the scenarios of a package are tested by naming its folder`);
  }
}

async function processesBeside(path: string, terminal: Terminal): Promise<readonly Definition[] | undefined> {
  const folder = dirname(path);
  const definitions: Definition[] = [];
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.bpmn')).toSorted()) {
    const reading = await readCollaboration(await givenText(join(folder, name)));
    if ('problems' in reading) {
      for (const { element, message } of reading.problems) terminal.error(`${join(folder, name)}${element === undefined ? '' : ` ${element}`}: ${message}`);
      return undefined;
    }
    definitions.push(...reading.processes);
  }
  if (definitions.length === 0) throw new UsageError(`expected .bpmn files beside ${path}, but there are none`);
  return definitions;
}
