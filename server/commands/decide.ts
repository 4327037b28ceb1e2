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
  const result = evaluate(reading.decisions, named === undefined ? theOne(file, reading.decisions) : theNamed(file, reading.decisions, named), input as Data, at, exactJson);
  const unread = unreadOf(reading.decisions, input as Data);
  if ('failed' in result) {
    terminal.error([result.failed, ...unread].join('\n'));
    return 1;
  }
  const { value } = result;
  const warnings = [...unread, ...result.warnings];
  if (given.values['json'] === true) terminal.out(JSON.stringify({ value, warnings }, null, 2));
  else {
    terminal.out(JSON.stringify(value, null, 2));
    for (const warning of warnings) terminal.error(`warning: ${warning}`);
  }
  return 0;
};

/** What is given under a name that is no input data and no decision: mistyped, mostly. */
function unreadOf(model: DecisionModel, input: Data): readonly string[] {
  const known = new Set(namesOf(model));
  return Object.keys(input).filter((name) => !known.has(name)).map((name) => `"${name}" of the input is read by nothing: the model asks for ${model.inputs.map((each) => `"${each.name}"`).join(', ') || 'no data'}`);
}

const namesOf = ({ inputs, decisions, imports }: DecisionModel): readonly string[] =>
  [...inputs.map(({ name }) => name), ...decisions.flatMap(({ name, variable }) => [name, variable]), ...imports.flatMap(({ name, model }) => [name, ...namesOf(model)])];

/** A name that the file does not have is a mistake of the call, as a missing one is. */
function theNamed(file: string, { decisions, services }: DecisionModel, name: string): string {
  const all = [...decisions, ...services];
  if (all.some((one) => one.id === name || one.name === name)) return name;
  throw new UsageError(`expected --decision to name one of ${listed(all)} in ${file}, but got "${name}"`);
}

const listed = (all: readonly { readonly name: string }[]): string => all.map(({ name }) => `"${name}"`).join(', ') || 'no decision';

/** The decision of a file that is meant when none is named: the one that no other decision of it requires. */
function theOne(file: string, { decisions, services }: DecisionModel): string {
  const required = new Set(decisions.flatMap(({ requires }) => requires));
  const [first, ...others] = decisions.filter(({ id }) => !required.has(id));
  if (first && others.length === 0) return first.id;
  throw new UsageError(`expected --decision NAME, because ${file} has ${listed([...decisions, ...services])}`);
}
