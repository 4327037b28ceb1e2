import { decide as evaluate } from '../../engine/decision/evaluate.ts';
import type { Data } from '../../engine/state.ts';
import { argumentOf, textOption, UsageError, type Command } from './command.ts';
import { dmnWithImports } from './dmn-file.ts';
import { givenJson, givenText } from './given-file.ts';
import { givenInstant } from './given-instant.ts';

export const decide: Command = {
  name: 'decide',
  summary: 'ask a decision of a .dmn file',
  help: [
    'motcua decide FILE.dmn --decision NAME [--input FILE.json] [--at INSTANT] [--json]', '',
    'NAME is the name or the id of a decision or of a decision service. Models that FILE imports are found among the .dmn files beside it.', '',
    '  --input FILE.json  the input data, by name; dates, times and durations as text in ISO 8601',
    '  --at INSTANT       what now() and today() answer, such as 2026-01-31T08:00:00Z; the present without it',
    '  --json             print { "value", "warnings" }', '',
    'Exit code 0: answered; 1: the decision has no answer; 2: FILE or an option cannot be read.',
  ].join('\n'),
  takes: { called: 'FILE.dmn' },
  options: { decision: { type: 'string' }, input: { type: 'string' }, at: { type: 'string' }, json: { type: 'boolean' } },
  async run(given, terminal) {
    const file = argumentOf(given);
    const name = textOption(given, 'decision');
    if (name === undefined) throw new UsageError('expected --decision NAME');
    const at = givenInstant(given) ?? new Date().toISOString();
    const from = textOption(given, 'input');
    const input = from === undefined ? {} : await givenJson(from);
    if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new UsageError('expected the input to be an object of values by name');
    const reading = await dmnWithImports(await givenText(file), file);
    if ('problems' in reading) {
      for (const { element, message } of reading.problems) terminal.error(`${element || file}: ${message}`);
      return 2;
    }
    const result = evaluate(reading.decisions, name, input as Data, at);
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
