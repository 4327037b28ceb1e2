import { readFile } from 'node:fs/promises';
import { decide as evaluate } from '../../engine/decision/evaluate.ts';
import type { Data } from '../../engine/state.ts';
import { textOption, UsageError, type Command } from './command.ts';
import { dmnWithImports } from './dmn-file.ts';
import { jsonFile } from './json-file.ts';

export const decide: Command = {
  name: 'decide',
  summary: 'ask a decision of a .dmn file',
  help: [
    'motcua decide FILE.dmn --decision NAME [--input FILE.json] [--at INSTANT] [--json]', '',
    'NAME is the name or the id of a decision or of a decision service. Models that FILE imports are found among the .dmn files beside it.', '',
    '  --input FILE.json  the input data, by name; dates, times and durations as text in ISO 8601',
    '  --at INSTANT       what now() and today() answer, such as 2026-01-31T08:00:00Z; the present without it',
    '  --json             print { "value", "warnings" }', '',
    'Exit code 2 when FILE cannot be read as one, 1 when the decision has no answer.',
  ].join('\n'),
  options: { decision: { type: 'string' }, input: { type: 'string' }, at: { type: 'string' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const [file] = given.positionals;
    const name = textOption(given, 'decision');
    if (file === undefined || given.positionals.length > 1) throw new UsageError('expected one FILE.dmn');
    if (name === undefined) throw new UsageError('expected --decision NAME');
    const at = textOption(given, 'at');
    if (at !== undefined && Number.isNaN(Date.parse(at))) throw new UsageError(`expected --at to be an instant, but it is "${at}"`);
    const input = await jsonFile(textOption(given, 'input')) ?? {};
    if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new UsageError('expected the input to be an object of values by name');
    const reading = await dmnWithImports(await readFile(file, 'utf8').catch((error: Error) => {
      throw new UsageError(`expected a file at ${file}, but ${error.message}`);
    }), file);
    if ('problems' in reading) {
      for (const { element, message } of reading.problems) terminal.error(`${element || file}: ${message}`);
      return 2;
    }
    const result = evaluate(reading.decisions, name, input as Data, (at === undefined ? new Date() : new Date(at)).toISOString());
    if ('failed' in result) {
      terminal.error(result.failed);
      return 1;
    }
    const { value, warnings } = result;
    if (given.values['json'] === true) terminal.out(JSON.stringify({ value, warnings }, null, 2));
    else {
      terminal.out(JSON.stringify(value, null, 2));
      for (const warning of warnings) terminal.error(`warning: ${warning}`);
    }
    return 0;
  },
};
