import { asWrittenToday } from '../../procedures/earlier.ts';
import type { Procedure } from '../../procedures/procedure.ts';

export type Reading = { readonly procedure: Procedure } | { readonly fault: 'json' | 'shape'; readonly detail: string };

const objects = ['name', 'shortName', 'summary', 'sector', 'agency', 'onlineLevel', 'decisions', 'forms', 'letters', 'registers', 'retention', 'sheet'] as const satisfies readonly (keyof Procedure)[];
const lists = ['searchWords', 'codes', 'legalBasis', 'timeLimit', 'applicants', 'channels', 'delivery', 'components', 'conflicts'] as const satisfies readonly (keyof Procedure)[];

/** `procedure.json` fit to be edited part by part, or why not. What stands in the parts is judged by the check, not here. */
export function readProcedure(text: string): Reading {
  let value: unknown;
  try {
    value = asWrittenToday(JSON.parse(text));
  } catch (error) {
    return { fault: 'json', detail: (error as Error).message };
  }
  const parts = (value ?? {}) as Readonly<Record<string, unknown>>;
  const wrong = [...objects.filter((name) => typeof parts[name] !== 'object' || parts[name] === null), ...lists.filter((name) => !Array.isArray(parts[name]))];
  return wrong.length === 0 ? { procedure: value as Procedure } : { fault: 'shape', detail: `expected ${wrong.join(', ')}` };
}
