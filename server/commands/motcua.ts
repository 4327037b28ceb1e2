import { parseArgs } from 'node:util';
import { check } from './check.ts';
import { UsageError, type Command, type Terminal } from './command.ts';
import { decide } from './decide.ts';
import { migrate } from './migrate.ts';
import { run } from './run.ts';
import { seed } from './seed.ts';
import { serve } from './serve.ts';
import { test } from './test.ts';
import { verify } from './verify.ts';

const commands: readonly Command[] = [serve, seed, migrate, verify, check, test, run, decide];

const console: Terminal = { out: (line) => void process.stdout.write(`${line}\n`), error: (line) => void process.stderr.write(`${line}\n`) };

/** The command line: `motcua <command> …`. Answers the exit code, or undefined while a server goes on running. */
export async function motcua(words: readonly string[], terminal: Terminal = console): Promise<number | undefined> {
  const [name, ...rest] = words;
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const asked = name === undefined || name === '--help' || name === 'help';
    (asked ? terminal.out : terminal.error)(overview(asked ? undefined : name));
    return asked ? 0 : 2;
  }
  try {
    const { values, positionals } = parseArgs({ args: rest, options: { ...command.options, help: { type: 'boolean' } }, allowPositionals: true });
    if (values['help'] === true) {
      terminal.out(`motcua ${command.name}: ${command.summary}\n\n${command.help}`);
      return 0;
    }
    return await command.run({ values: values as Record<string, string | boolean | undefined>, positionals }, terminal);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const mistyped = error instanceof UsageError || String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
    terminal.error(`motcua ${command.name}: ${error.message}${mistyped ? `\nSee: motcua ${command.name} --help` : ''}`);
    return 2;
  }
}

function overview(unknown: string | undefined): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n');
  return `${unknown === undefined ? '' : `expected a command, but got "${unknown}"\n\n`}motcua <command> [options]\n\n${list}\n\nmotcua <command> --help tells more.`;
}
