import { readFileSync } from 'node:fs';
import { readCollaboration } from '../../engine/bpmn/read.ts';
import { Drive, traceDifference } from './drive.ts';
import { conformanceFile, type SuiteResult } from './suite.ts';

interface Step {
  readonly op: string;
  readonly element?: string;
  readonly flows?: readonly string[];
  readonly fixture?: string;
  readonly enter?: readonly string[];
  readonly exit?: readonly string[];
}

interface Case {
  readonly name: string;
  readonly bpmn: string;
  readonly steps: readonly Step[];
  readonly cleanlyExtracted: boolean;
}

const plain = (ids: readonly string[]): readonly string[] => ids.map((id) => id.replace(/_plane$/, ''));

const play = async ({ bpmn, steps }: Case): Promise<string | undefined> => {
  const reading = await readCollaboration(readFileSync(conformanceFile('token-simulation', bpmn.slice(bpmn.lastIndexOf('/') + 1)), 'utf8'), { sketch: true });
  if ('problems' in reading) return reading.problems.find(({ severity }) => severity === 'error')!.message;
  const drive = new Drive(reading, steps.flatMap(({ op, element }) => (op === 'waitAt' && element !== undefined ? [element] : [])));
  for (const step of steps) {
    const { op, element = '', flows = [] } = step;
    if (op === 'waitAt') drive.waiting.add(element);
    else if (op === 'chooseOutgoing') drive.choices[element] = flows;
    else if (op === 'trigger' || op === 'signal') drive.trigger(element);
    else if (op === 'expectTrace') {
      const { enter, exit } = drive.traced();
      const wrong = traceDifference({ enter, exit }, { enter: plain(step.enter!), exit: plain(step.exit!) });
      if (wrong !== undefined) return `${step.fixture}: ${wrong}`;
    } else return `expected a step that can be played, but got ${op}`;
  }
  return undefined;
};

/** Token traces of the simulator of bpmn-js-token-simulation, for the driver scripts that could be taken over whole. */
export const run = async (): Promise<SuiteResult> => {
  const { cases } = JSON.parse(readFileSync(conformanceFile('token-simulation', 'cases.json'), 'utf8')) as { cases: readonly Case[] };
  const counted = cases.filter(({ cleanlyExtracted }) => cleanlyExtracted);
  const failures: { id: string; reason: string }[] = [];
  for (const each of counted) {
    const reason = await play(each).catch((error: unknown) => (error as Error).message);
    if (reason !== undefined) failures.push({ id: each.name, reason });
  }
  return { suite: 'token-simulation', total: counted.length, passed: counted.length - failures.length, failures };
};
