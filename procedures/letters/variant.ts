import { officeDate } from '../../engine/calendar/office-day.ts';
import { evaluate } from '../../engine/expression/feel.ts';
import type { Data } from '../../engine/state.ts';
import { isInForce } from '../in-force.ts';
import type { Procedure } from '../procedure.ts';

type Letters = Pick<Procedure, 'letters'>;

/** The template by which a letter is set for an application at an instant: the first of its variants that fits, else the one of its own name. */
export function templateFor({ letters }: Letters, letter: string, application: Data, at: string): string {
  const day = officeDate(at);
  const fitting = letters[letter]?.variants?.find((variant) => isInForce(variant, day) && (variant.when === undefined || isSo(variant.when, application, at)));
  return fitting?.template ?? letter;
}

function isSo(when: string, application: Data, at: string): boolean {
  const result = evaluate(when, application, at);
  return 'value' in result && result.value === true;
}

/** The letter that a template is a variant of, or its own. */
export const letterOf = ({ letters }: Letters, template: string): string =>
  Object.keys(letters).find((key) => letters[key]?.variants?.some((variant) => variant.template === template)) ?? template;
