import { createInterface } from 'node:readline';
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
import { worker } from './worker.ts';

const commands: readonly Command[] = [serve, seed, migrate, worker, verify, check, test, run, decide];

const console: Terminal = {
  lines: () => createInterface({ input: process.stdin }),
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
};

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
    expectArguments(command, positionals);
    return await command.run({ values: values as Record<string, string | boolean | undefined>, positionals }, terminal);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = String((error as { code?: unknown }).code);
    const mistyped = error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS');
    terminal.error(`motcua ${command.name}: ${closedDoors.test(code) ? `expected the database of MOTCUA_DATABASE to open, but ${error.message}` : error.message}${mistyped ? `\nSee: motcua ${command.name} --help` : ''}`);
    return 2;
  }
}

/** Codes of databases that do not let one in: the network's, PostgreSQL's and SQLite's. */
const closedDoors = /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28\w{3}|3D000|53300|57P03|SQLITE_(CANTOPEN|NOTADB|READONLY|CORRUPT|PERM)\w*)$/;

function expectArguments({ takes }: Command, { length }: readonly string[]): void {
  if (takes?.any === true || length === (takes === undefined ? 0 : 1)) return;
  throw new UsageError(`expected ${takes === undefined ? 'nothing after the command but options' : `one ${takes.called}`}, but got ${length === 0 ? 'none' : length}`);
}

function overview(unknown: string | undefined): string {
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join('\n');
  return `${unknown === undefined ? '' : `expected a command, but got "${unknown}"\n\n`}motcua <command> [options]\n\n${list}\n\nmotcua <command> --help tells more.`;
}
