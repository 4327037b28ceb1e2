import { bpmnParts } from './bpmn-parts-vi.ts';
import { bpmn } from './bpmn-vi.ts';
import { statechart } from './statechart-vi.ts';
import { kinds, terms } from './terms-vi.ts';

/** A sentence of a reader, `{}` where it fills something in, and the same in Vietnamese: `{0}` the first of what was filled in, `{#0}` where that are ids. */
export type Said = readonly [english: string, vietnamese: string];

export const sentences: readonly Said[] = [...bpmn, ...bpmnParts, ...statechart];

const asPattern = (text: string): string => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll('{}', '(.*?)').replaceAll(/[{}]/g, String.raw`\$&`);
/** What says more of itself comes first: of two that fit, the one that fills in less is meant. */
const patterns = sentences.map(([english, vietnamese]) => ({ said: new RegExp(`^${asPattern(english)}$`, 's'), vietnamese, own: english.replaceAll('{}', '').length })).toSorted((one, other) => other.own - one.own);

/** Ids stand in brackets, where the designer puts the names of their elements. */
const ids = (value: string): string => terms[value] ?? value.split(', ').map((id) => `(${id})`).join(', ');

/** `userTask "Examine" (examine)` as “bước của người "Examine" (examine)”; words in words, and what is nobody's word as it is. */
const inVietnamese = (value: string): string => {
  const word = Object.hasOwn(terms, value) ? terms[value] : Object.hasOwn(kinds, value) ? kinds[value] : undefined;
  if (word !== undefined) return word;
  const [, kind = '', named, bare] = /^([A-Za-z]+) (?:("[^"]*" \([^()]+\))|([\w.-]+|without id))$/s.exec(value) ?? [];
  if (Object.hasOwn(kinds, kind)) return `${kinds[kind]} ${named ?? (bare === 'without id' ? 'chưa có mã' : `(${bare})`)}`;
  const [, what = '', owner = ''] = /^(.+?) of ([A-Za-z]+ .+)$/s.exec(value) ?? [];
  if (Object.hasOwn(terms, what)) return `${terms[what]} của ${inVietnamese(owner)}`;
  const [, begin = '', rest = ''] = /^(attached to |one of | and )(.+)$/s.exec(value) ?? [];
  const [, key] = /^"(.+)" of $/s.exec(value) ?? [];
  if (key !== undefined) return `"${key}" của `;
  return begin === 'attached to ' ? `gắn vào ${inVietnamese(rest)}` : begin === 'one of ' ? `một trong ${rest}` : begin === ' and ' ? ` và ${rest.replace(/ others$/, '')} chỗ khác` : value;
};

/** What a reader of diagrams or statecharts says, exactly, in Vietnamese; nothing for a sentence that is not among them. */
export function sayVi(message: string): string | undefined {
  for (const { said, vietnamese } of patterns) {
    const parts = said.exec(message);
    if (parts) return vietnamese.replaceAll(/\{(#?)(\d)\}/g, (_whole, isId: string, index: string) => (isId ? ids(parts[Number(index) + 1]!) : inVietnamese(parts[Number(index) + 1]!)));
  }
  return undefined;
}
