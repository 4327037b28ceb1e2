import { decide as evaluate } from '../../engine/decision/evaluate.ts';
import type { DecisionModel } from '../../engine/decision/model.ts';
import { exactJson, inDecimals } from '../../engine/expression/exact-json.ts';
import type { Data } from '../../engine/state.ts';
import { argumentOf, textOption, UsageError, type Run } from './command.ts';
import { dmnWithImports } from './dmn-file.ts';
import { givenJson, givenText } from './given-file.ts';
import { givenInstant } from './given-instant.ts';

export const run: Run = async (given, terminal) => {
  const file = argumentOf(given);
  const named = textOption(given, 'decision');
  const at = givenInstant(given) ?? new Date().toISOString();
  const from = textOption(given, 'input');
  const input = from === undefined ? {} : await givenJson(from, inDecimals);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new UsageError('expected the input to be an object of values by name');
  const reading = await dmnWithImports(await givenText(file), file);
  if ('problems' in reading) {
    for (const { element, message } of reading.problems) terminal.error(`${element || file}: ${message}`);
    return 2;
  }
  const result = evaluate(reading.decisions, named ?? theOne(file, reading.decisions), input as Data, at, exactJson);
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
};

/** The decision of a file that is meant when none is named: the one that no other decision of it requires. */
function theOne(file: string, { decisions, services }: DecisionModel): string {
  const required = new Set(decisions.flatMap(({ requires }) => requires));
  const [first, ...others] = decisions.filter(({ id }) => !required.has(id));
  if (first && others.length === 0) return first.id;
  throw new UsageError(`expected --decision NAME, because ${file} has ${[...decisions, ...services].map(({ name }) => `"${name}"`).join(', ') || 'no decision'}`);
}
