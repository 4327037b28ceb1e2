import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { UsageError, type Command, type Given, type Terminal } from './command.ts';
import { console } from './console.ts';
import { manual } from './manual.ts';

/** The command line: `motcua <command> …`. Answers the exit code, or undefined while a server goes on running. */
export async function motcua(words: readonly string[], terminal: Terminal = console): Promise<number | undefined> {
  const [name = '', ...rest] = words[0] === 'help' && words[1] !== undefined ? [words[1], '--help'] : words;
  if (name === '--version') {
    terminal.out(await versionOf());
    return 0;
  }
  const command = Object.hasOwn(manual, name) ? manual[name] : undefined;
  if (command === undefined) {
    const asked = ['', '--help', '-h', 'help'].includes(name);
    (asked ? terminal.out : terminal.error)(overview(asked ? undefined : name));
    return asked ? 0 : 2;
  }
  try {
    const { values, positionals } = understood(command, rest);
    if (values['help'] === true) {
      terminal.out(`motcua ${name}: ${command.summary}\n\n${command.help.join('\n')}`);
      return 0;
    }
    expectArguments(command, positionals);
    const { run } = await command.load();
    return await run({ values, positionals }, terminal);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const shut = closedDoors.test(String((error as { code?: unknown }).code));
    terminal.error(`motcua ${name}: ${shut ? `expected the database of MOTCUA_DATABASE to open, but ${error.message}` : error.message}${error instanceof UsageError ? `\nSee: motcua ${name} --help` : ''}`);
    return 2;
  }
}

async function versionOf(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };
  return version;
}

/** Codes of databases that do not let one in: the network's, PostgreSQL's and SQLite's. */
const closedDoors = /^(ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|28\w{3}|3D000|53300|57P03|SQLITE_(CANTOPEN|NOTADB|READONLY|CORRUPT|PERM)\w*)$/;

/** What was typed after the command, as its options ask for it. */
function understood({ options }: Command, args: readonly string[]): Given {
  const known = { ...options, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals, tokens } = parseArgs({ args: [...args], options: known, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    const option = Object.hasOwn(known, name) ? known[name as 'help'] as { readonly type: 'string' | 'boolean' } : undefined;
    if (option === undefined) throw new UsageError(`expected no options but ${Object.keys(known).map((each) => `--${each}`).join(', ')}, but got ${rawName}`);
    if (option.type === 'boolean' && value !== undefined) throw new UsageError(`expected nothing after ${rawName}, but got "${value}"`);
    if (option.type === 'string' && (value === undefined || (value.startsWith('-') && value !== '-' && !token.inlineValue))) throw new UsageError(`expected something after ${rawName}, but got ${value === undefined ? 'nothing' : `"${value}"`}`);
  }
  return { values: values as Given['values'], positionals };
}

function expectArguments({ takes }: Command, { length }: readonly string[]): void {
  if (takes?.any === true || length === (takes === undefined ? 0 : 1)) return;
  throw new UsageError(`expected ${takes === undefined ? 'nothing after the command but options' : `one ${takes.called}`}, but got ${length === 0 ? 'none' : length}`);
}

function overview(unknown: string | undefined): string {
  const list = Object.entries(manual).map(([name, { summary }]) => `  ${name.padEnd(8)} ${summary}`).join('\n');
  return `${unknown === undefined ? '' : `expected a command, but got "${unknown}"\n\n`}motcua <command> [options]\n\n${list}\n\nmotcua <command> --help tells more.`;
}
