import { faultVi } from '../../engine/expression/fault-vi.ts';
import { placeInVietnamese, sayingBy, type Said } from '../../engine/expression/said.ts';
import { bpmnParts } from './bpmn-parts-vi.ts';
import { bpmn } from './bpmn-vi.ts';
import { foreignCode, juel } from './foreign-vi.ts';
import { askedVi, live, obstaclesVi, timersVi } from './live-vi.ts';
import { moves } from './move-vi.ts';
import { statechart } from './statechart-vi.ts';
import { kinds, terms } from './terms-vi.ts';
import { sayXml } from './xml-vi.ts';

/** What the readers, and moves by hand, say; in the Vietnamese `{#0}` where what was filled in are ids. */
export const sentences: readonly Said[] = [...bpmn, ...bpmnParts, ...statechart, ...moves];

/** Ids stand in brackets, where the designer puts the names of their elements. */
const ids = (value: string): string => {
  const [, first, others] = /^(.+) and (\d+) others?$/s.exec(value) ?? [];
  return first !== undefined ? `${ids(first)} và ${others} chỗ khác` : terms[value] ?? value.split(', ').map((id) => `(${id})`).join(', ');
};

/** What stands within a sentence about a diagram of another engine. */
const sayForeign = sayingBy([...juel, ...foreignCode], (value) => value.replace(/^(input|output) (?=")/, (what) => (what === 'input ' ? 'đầu vào ' : 'đầu ra ')).replace(/^an unnamed language$/, 'của ngôn ngữ không nêu tên'));

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
  return begin === 'attached to ' ? `gắn vào ${inVietnamese(rest)}` : begin === 'one of ' ? `một trong ${rest}` : begin === ' and ' ? ` và ${rest.replace(/ others?$/, '')} chỗ khác` : sayXml(value) ?? sayForeign(value) ?? faultVi(placeInVietnamese(value));
};

const words = (value: string, mark: string): string => (mark === '#' ? ids(value) : inVietnamese(value));
const sayRead = sayingBy(sentences, words);
const sayLive = sayingBy([...live, ...obstaclesVi, ...askedVi, ...timersVi], words);

/** What is said of an element: `userTask "Examine" (examine): expected …`. */
const sayOf = (message: string): string | undefined => {
  const [, element = '', what = ''] = /^([A-Za-z]+ .*?): (expected .+)$/s.exec(message) ?? [];
  const said = sayLive(what);
  return said && `${inVietnamese(element)}: ${said}`;
};

/** What a reader of diagrams or statecharts says, or whoever changes a live dossier, exactly, in Vietnamese; nothing for a sentence that is not among them. */
export const sayVi = (message: string): string | undefined => sayRead(message) ?? sayLive(message) ?? sayOf(message);
