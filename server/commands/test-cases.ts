import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readCollaboration } from '../../engine/bpmn/read.ts';
import type { Definition } from '../../engine/definition.ts';
import { playTestCases } from '../../engine/testing/camunda-test-cases.ts';
import { UsageError, type Terminal } from './command.ts';
import { decisionsBeside } from './decisions-beside.ts';

/** Plays the test cases in a file on all processes drawn beside it, and tells what they cover. */
export async function testCases(path: string, json: boolean, terminal: Terminal): Promise<number> {
  const file: unknown = await readFile(path, 'utf8').then(JSON.parse).catch((error: unknown) => {
    throw new UsageError(`expected JSON in ${path}, but ${(error as Error).message}`);
  });
  const definitions = await processesBeside(path, terminal);
  if (definitions === undefined) return 2;
  const cases = playTestCases(file, definitions, await decisionsBeside(path));
  const failed = cases.filter(({ problems }) => problems.length > 0);
  const nodes = definitions.flatMap((definition) => Object.keys(definition.nodes));
  const visited = new Set(cases.flatMap((each) => [...each.visited]));
  const missing = nodes.filter((id) => !visited.has(id));
  if (json) terminal.out(JSON.stringify({ cases: cases.map(({ name, problems }) => ({ name, problems })), nodes: { covered: nodes.length - missing.length, total: nodes.length, missing } }, null, 2));
  else {
    for (const { name, problems } of cases) terminal.out(`${problems.length === 0 ? '✔' : '✘'} ${name}${problems.map((problem) => `\n    ${problem}`).join('')}`);
    terminal.out(`\n${cases.length - failed.length} passed, ${failed.length} failed\nnodes: ${nodes.length - missing.length} of ${nodes.length} covered${missing.length === 0 ? '' : `, without ${missing.join(', ')}`}`);
  }
  return failed.length > 0 ? 1 : 0;
}

async function processesBeside(path: string, terminal: Terminal): Promise<readonly Definition[] | undefined> {
  const folder = dirname(path);
  const definitions: Definition[] = [];
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.bpmn')).toSorted()) {
    const reading = await readCollaboration(await readFile(join(folder, name), 'utf8'));
    if ('problems' in reading) {
      for (const { element, message } of reading.problems) terminal.error(`${name} ${element ?? ''}: ${message}`);
      return undefined;
    }
    definitions.push(...reading.processes);
  }
  if (definitions.length === 0) throw new UsageError(`expected .bpmn files beside ${path}, but there are none`);
  return definitions;
}
