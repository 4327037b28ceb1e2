import { Type, type Static } from 'typebox';
import { Errors } from 'typebox/value';
import { instantOf } from '../engine/iso-timer.ts';
import { shapeWords } from '../forms/shape-words.ts';
import { plainFaults, type ShapeFault } from './described/plain-faults.ts';
import type { ScenarioFault } from './scenario-fault.ts';
import { deeds, Scenario } from './scenario.ts';

const Outline = Type.Object({ ...Scenario.properties, steps: Type.Array(Type.Object({})) }, { additionalProperties: false });
const names = Object.keys(deeds) as (keyof typeof deeds)[];

/** How a value is written that the schema alone says badly, by the member it stands in. */
const written: Readonly<Record<string, string>> = {
  at: 'an instant such as 2026-11-20T02:00:00Z, or, of a step, time counted on such as "+2 working days"',
  wait: 'an instant such as 2026-11-20T02:00:00Z, or time counted on such as "+2 working days"',
  due: 'a day such as 2026-12-01, or null',
  verdict: 'early, on_time, late or null',
  fee: 'a whole number of đồng, or null',
};

/** What keeps a JSON value from being a scenario, each fault once and at its place; of a step, by the deed that it names. */
export function scenarioFaults(value: unknown, file: string): readonly ScenarioFault[] {
  const outline = plainFaults(Errors(Outline, value));
  const found = outline.length > 0 ? outline : partFaults(value as Outlined);
  return found.map(({ keyword, instancePath, params, message }) => {
    const how = keyword === 'pattern' || keyword === 'anyOf' ? written[instancePath.slice(instancePath.lastIndexOf('/') + 1)] : undefined;
    const listed = Object.entries(params).flatMap(([name, values]) => (['additionalProperties', 'allowedValues'].includes(name) && Array.isArray(values) ? [`: ${values.join(', ')}`] : [])).join('');
    return {
      what: 'file',
      message: `expected ${file} to have the shape of a scenario, but ${instancePath || 'the whole'} ${how === undefined ? `${message}${listed}` : `must be ${how}`}`,
      messageVi: shapeWords({ keyword, instancePath, params }).vi,
    };
  });
}

type Outlined = Omit<Static<typeof Outline>, 'steps'> & { readonly steps: readonly Readonly<Record<string, unknown>>[] };

function partFaults({ filed, steps }: Outlined): readonly ShapeFault[] {
  const ofSteps = steps.flatMap((step, index) => stepFaults(step).map((fault) => ({ ...fault, instancePath: `/steps/${index}${fault.instancePath}` })));
  return [...timeFaults({ at: filed.at }, 'at').map((fault) => ({ ...fault, instancePath: '/filed/at' })), ...ofSteps];
}

function stepFaults(step: Readonly<Record<string, unknown>>): readonly ShapeFault[] {
  const [name, ...others] = names.filter((each) => Object.hasOwn(step, each));
  if (name === undefined || others.length > 0) return [{ keyword: 'anyOf', instancePath: '', params: { requiredProperties: names }, message: `must have one of ${names.join(', ')}${name === undefined ? '' : `, not ${[name, ...others].join(' and ')}`}` }];
  const faults = plainFaults(Errors(deeds[name], step));
  return faults.length > 0 ? faults : [...timeFaults(step, 'at'), ...timeFaults(step, 'wait')];
}

/** A text that looks like an instant, but no such day or hour exists. */
function timeFaults(within: Readonly<Record<string, unknown>>, name: string): readonly ShapeFault[] {
  const text = within[name];
  return typeof text !== 'string' || text.startsWith('+') || instantOf(text) !== undefined ? [] : [{ keyword: 'pattern', instancePath: `/${name}`, params: {}, message: '' }];
}
