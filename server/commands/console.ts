import { createInterface } from 'node:readline';
import type { Terminal } from './command.ts';

export const console: Terminal = {
  lines: typedLines,
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
};

/** Ctrl-C ends the input once, so that what was typed before is not lost; a second one ends the program. */
async function* typedLines(): AsyncGenerator<string> {
  const reader = createInterface({ input: process.stdin });
  const close = (): void => reader.close();
  process.once('SIGINT', close);
  try {
    yield* reader;
  } finally {
    process.off('SIGINT', close);
    close();
  }
}
