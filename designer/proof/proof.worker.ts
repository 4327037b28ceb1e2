import { readBpmn } from '../../engine/bpmn/read.ts';
import { prove } from '../../engine/soundness/prove.ts';
import type { Finding } from '../../server/api/designer.ts';

// Beside the page, so that drawing never waits for the proof. One question at a time: whoever asks anew ends this worker.
const budget = { states: 10_000, milliseconds: 2000, elapsed: () => performance.now() };

const findingsOf = async (xml: string): Promise<readonly Finding[]> => {
  const reading = await readBpmn(xml);
  if ('problems' in reading) return reading.problems.filter(({ severity }) => severity === 'error').map(({ element = '', ...problem }) => ({ ...problem, element }));
  return prove(reading.definition, budget).findings.map(({ counterexample, ...finding }) => ({ ...finding, ...(counterexample && { counterexample: [...counterexample] }) }));
};

const answer = async ({ data: xml }: MessageEvent<string>): Promise<void> => postMessage(await findingsOf(xml));

addEventListener('message', (question: MessageEvent<string>) => void answer(question));
