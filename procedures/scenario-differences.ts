import { Equal } from 'typebox/value';
import type { Definition } from '../engine/definition.ts';
import { resultName } from '../engine/result-name.ts';
import { valueAt } from '../forms/field-path.ts';
import { expectedFacts, rests, type ScenarioFault } from './scenario-fault.ts';
import type { Outcome } from './scenario-outcome.ts';
import type { Scenario } from './scenario.ts';

/** What came otherwise than expected. */
export function* differences(expected: Scenario['expect'], run: Outcome, definition: Definition): Generator<ScenarioFault> {
  for (const what of expectedFacts) {
    if (Equal(expected[what], run[what])) continue;
    if (what === 'path') yield parting(expected.path, run);
    else yield { what, ...apart(what, expected[what], run[what]), ...(what === 'fee' && givenBy(definition, run, 'fee')) };
  }
  for (const [path, value] of Object.entries(expected.data ?? {})) {
    const found = valueAt(run.data, path);
    if (!Equal(found, value)) yield { what: 'data', path, ...apart(path, value, found), ...givenBy(definition, run, path) };
  }
}

/** What a scenario would have to expect to come out as it does now; of the data what it expects already. */
export const expectationOf = ({ path, letters, states, status, due, verdict, fee, data }: Outcome, { data: asked }: Scenario['expect']): Scenario['expect'] => ({
  path: [...path], letters: [...letters], states: [...states], status, due, verdict, fee,
  ...(asked && { data: Object.fromEntries(Object.keys(asked).flatMap((name) => {
    const value = valueAt(data, name);
    return value === undefined ? [] : [[name, value]];
  })) }),
});

const apart = (what: string, expected: unknown, came: unknown): Pick<ScenarioFault, 'message' | 'messageVi' | 'expected' | 'came'> => {
  const [wanted, found] = [JSON.stringify(expected), JSON.stringify(came) ?? 'nothing'];
  return { message: `expected ${what} to be ${wanted}, but it was ${found}`, messageVi: `${what} phải là ${wanted}, nhưng ra ${came === undefined ? 'không có gì' : found}`, expected, ...(came !== undefined && { came: came as NonNullable<ScenarioFault['came']> }) };
};

/** The step that gave a value of the data, the last that was done. */
function givenBy({ nodes }: Definition, run: Outcome, path: string): Pick<ScenarioFault, 'element'> {
  const [head] = path.split('.');
  const element = [...run.visited].findLast((id) => nodes[id] !== undefined && resultName(nodes[id]) === head);
  return element === undefined ? {} : { element };
}

/** Where the run left the path that was expected. */
function parting(path: readonly string[], run: Outcome): ScenarioFault {
  const at = [...path, undefined].findIndex((id, index) => id !== run.path[index]);
  const [last, wanted, got] = [path[at - 1], path[at], run.path[at]];
  const [after, afterVi] = last === undefined ? [' at first', 'lúc đầu'] : [` after (${last})`, `sau (${last})`];
  const instead = got === undefined ? rests(run) : { en: `the dossier came to (${got})`, vi: `hồ sơ đến (${got})` };
  const element = last ?? got;
  return {
    what: 'path',
    message: wanted === undefined ? `expected the dossier to go no further${after}, but it came to (${got})` : `expected (${wanted})${after}, but ${instead.en}`,
    messageVi: wanted === undefined ? `${afterVi} hồ sơ phải dừng, nhưng còn đến (${got})` : `${afterVi} phải đến (${wanted}), nhưng ${instead.vi}`,
    ...(element !== undefined && { element }), ...(wanted !== undefined && { missed: wanted }), expected: path, came: run.path,
  };
}
