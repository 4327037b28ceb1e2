import { check } from '../../expression/feel.ts';
import type { As } from '../../expression/prepare.ts';
import type { Context } from '../../expression/value.ts';
import type { Element } from '../document.ts';
import { idOf, languageProblem } from '../element.ts';
import type { Report } from '../element.ts';
import type { ItemType } from '../item-type.ts';
import type { Types } from '../read-types.ts';

/** What a reader of logic knows of its surroundings. */
export interface Reading {
  /** A sample of every name that is visible: the parser needs those with spaces and signs. */
  readonly names: Context;
  readonly types: Types;
  readonly report: Report;
  /** Id for faults of elements that have none. */
  readonly place: string;
}

export const withNames = (reading: Reading, names: Context): Reading => ({ ...reading, names: { ...reading.names, ...names } });

/** A value as the type describes it, for its names only. */
export function sample(type: ItemType): unknown {
  switch (type.kind) {
    case 'structure': return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, sample(field)]));
    case 'list': return [sample(type.of)];
    default: return null;
  }
}

/** The text, after its faults are taken down. */
export function checked(element: Element, text: string, as: As, { names, report, place }: Reading): string {
  const wrong = languageProblem(element) ?? check(text, as, names);
  if (wrong !== undefined) report(idOf(element) || place, wrong);
  return text;
}
