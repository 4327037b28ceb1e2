import { readBpmn } from '../engine/bpmn/read.ts';
import type { Definition } from '../engine/definition.ts';
import type { State } from '../engine/state.ts';
import { diagram, flows } from '../engine/testing/diagram.ts';
import { start, transition } from '../engine/transition.ts';

// Steps per second of the pure core in memory: `node bench/engine.ts`.
const at = '2026-01-05T01:00:00.000Z';
const by = 'bench';

const chain = async (kind: string, length: number): Promise<Definition> => {
  const ids = Array.from({ length }, (_, index) => `t${index}`);
  const reading = await readBpmn(diagram(`<startEvent id="s"/>${ids.map((id) => `<${kind} id="${id}"/>`).join('')}<endEvent id="e"/>${flows(['s', ...ids, 'e'].join(' -> '))}`));
  if ('definition' in reading) return reading.definition;
  throw new Error(reading.problems[0]!.message);
};

const begin = (definition: Definition): State => {
  const step = start(definition, { type: 'start', at, by, data: {} });
  if ('state' in step) return step.state;
  throw new Error(step.message);
};

/** Runs one instance to its end and gives the number of its steps. */
const runThrough = (definition: Definition): number => {
  let steps = 1;
  for (let state = begin(definition); state.status === 'active'; steps += 1) {
    const step = transition(definition, state, { type: 'task.complete', at, by, token: state.tokens[0]!.id });
    if (!('state' in step)) throw new Error(step.message);
    state = step.state;
  }
  return steps;
};

const measure = (name: string, unitsPerRun: number, unit: string, run: () => void): void => {
  for (let warm = performance.now() + 500; performance.now() < warm;) run();
  let runs = 0;
  const started = performance.now();
  while (performance.now() - started < 2000) {
    run();
    runs += 1;
  }
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${name}: ${Math.round(runs / seconds).toLocaleString('en')} instances/s, ${Math.round((runs * unitsPerRun) / seconds).toLocaleString('en')} ${unit}/s\n`);
};

const ten = await chain('userTask', 10);
measure('ten user tasks in a row', runThrough(ten), 'steps', () => void runThrough(ten));
const thousand = await chain('userTask', 1000);
measure('a thousand user tasks in a row', runThrough(thousand), 'steps', () => void runThrough(thousand));
const automatic = await chain('task', 10_000);
measure('ten thousand automatic tasks in one step', 10_000, 'tasks', () => void begin(automatic));
