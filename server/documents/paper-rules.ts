import { officeDate } from '../../engine/calendar/office-day.ts';
import { isInForce } from '../../procedures/in-force.ts';
import type { Mark } from '../../procedures/procedure.ts';
import listed from './paper-rules.json' with { type: 'json' };

/** From `least` to `most` by the clause of the annex; `used` is what the house prints. */
interface Span { readonly clause: string; readonly least: number; readonly most: number; readonly used: number }
export interface TypeRule extends Span { readonly bold?: boolean; readonly italics?: boolean }

/** How administrative papers are set: data, for it changes with the law. Millimetres for page, margins and indent, points for type and gaps, shares of the text above for lines. */
export interface PaperRules {
  readonly from: string;
  readonly to?: string;
  readonly source: string;
  readonly mark: Mark;
  readonly page: { readonly clause: string; readonly width: number; readonly height: number };
  readonly margins: Readonly<Record<'left' | 'top' | 'right' | 'bottom', Span>>;
  readonly type: Readonly<Record<Element, TypeRule>>;
  readonly lines: Readonly<Record<'motto' | 'issuer' | 'summary', Span>>;
  readonly indent: { readonly clause: string; readonly oneOf: readonly number[]; readonly used: number };
  readonly paragraphGap: { readonly clause: string; readonly least: number; readonly used: number };
  readonly lineSpacing: Span;
  readonly subjectGap: Span;
}

/** Parts of a paper that have a type of their own. */
export type Element = keyof (typeof listed)[number]['type'];

export const paperRules = listed as readonly PaperRules[];

/** The rules in force when a paper is issued; the first ones for what is older than all. */
export function rulesAt(at: string): PaperRules {
  const rules = paperRules.find((one) => isInForce(one, officeDate(at))) ?? paperRules[0];
  if (rules === undefined) throw new Error('expected rules for papers, but there are none');
  return rules;
}
