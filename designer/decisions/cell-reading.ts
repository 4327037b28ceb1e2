import { date, money, timeLimit } from '../../ui/format.ts';
import type { Language } from '../../ui/language.ts';
import { limitSaid, readLimit } from '../process/limit.ts';
import { daysAsFeel } from './cell-days.ts';

/** What is known of a column, so that its cells can be read and typed by people. */
export interface ColumnSense {
  /** FEEL name of an output, or the expression of an input. */
  readonly name: string;
  /** The type that the file declares: `string`, `number`, `boolean` … */
  readonly type: string;
  /** What a coded value means, when somebody names it: a form's choice, a law of the procedure. */
  readonly labels: ReadonlyMap<string, string>;
  readonly isMoney: boolean;
  /** Its texts are time limits. */
  readonly isLimit?: boolean;
  /** What a formula in it may name: an input's label by its name. */
  readonly facts?: ReadonlyMap<string, string>;
}

type Comparisons = Readonly<Record<'<' | '<=' | '>' | '>=', (value: string) => string>>;

/** How the sentences are put together; `{a}` and `{b}` stand for values. */
export interface ReadingWords {
  readonly any: string;
  readonly or: string;
  readonly not: (inside: string) => string;
  readonly compare: Comparisons;
  /** The same of days. */
  readonly days: Comparisons;
  readonly between: (from: string, to: string) => string;
  readonly yes: string;
  readonly no: string;
}

const literal = /^("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|true|false|date\("\d{4}-\d{2}-\d{2}"\))$/;

/** One value in words; nothing when it is no plain value. */
function valueWords(text: string, { labels, isMoney, type }: ColumnSense, words: ReadingWords, language: Language): string | undefined {
  if (!literal.test(text)) return undefined;
  if (text === 'true' || text === 'false') return text === 'true' ? words.yes : words.no;
  if (text.startsWith('date(')) return date(text.slice(6, -2));
  if (!text.startsWith('"')) return isMoney ? money(Number(text)) : text;
  const value = text.slice(1, -1);
  return labels.get(value) ?? (type === 'string' ? timeLimit(value, language) : value);
}

/** What a condition asks, in words; nothing when it is more than can be said. */
export function readTest(cell: string, sense: ColumnSense, words: ReadingWords, language: Language): string | undefined {
  const text = cell.trim();
  if (text === '-' || text === '') return words.any;
  const inside = /^not\((.*)\)$/.exec(text)?.[1];
  if (inside !== undefined) {
    const read = readTest(inside, sense, words, language);
    return read === undefined ? undefined : words.not(read);
  }
  const [, sign, limit] = /^(<=|>=|<|>)\s*(\S+)$/.exec(text) ?? [];
  const compared = sign === undefined ? undefined : valueWords(limit ?? '', sense, words, language);
  if (sign !== undefined) return compared === undefined ? undefined : (sense.type === 'date' ? words.days : words.compare)[sign as '<'](compared);
  const [, from, to] = /^[[(]\s*(\S+?)\s*\.\.\s*(\S+?)\s*[\])]$/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) {
    const [low, high] = [valueWords(from, sense, words, language), valueWords(to, sense, words, language)];
    return low === undefined || high === undefined ? undefined : words.between(low, high);
  }
  const values = text.split(/\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((one) => valueWords(one, sense, words, language));
  return values.includes(undefined) ? undefined : values.join(` ${words.or} `);
}

/** What an answer says, in words; nothing when it is more than a value, or says it itself. */
export function readAnswer(cell: string, sense: ColumnSense, words: ReadingWords, language: Language): string | undefined {
  const text = cell.trim();
  const read = sense.facts?.get(text) ?? valueWords(text, sense, words, language);
  return read === undefined || read === text || `"${read}"` === text ? undefined : read;
}

/** The first choice that a condition names and its column does not have; nothing where the column has any. */
export function noChoice(cell: string, { labels, isLimit = false }: ColumnSense): string | undefined {
  if (labels.size === 0 || isLimit) return undefined;
  return cell.split(/\s*,\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/).flatMap((one) => /^"([^"\\]*)"$/.exec(one.trim())?.slice(1) ?? []).find((code) => !labels.has(code));
}

/** Whether a column of such cells is one of time limits. */
export const holdsLimits = (cells: readonly string[]): boolean => cells.some((cell) => ((text) => text === 'same day' || readLimit(text ?? '') !== undefined)(/^\s*"([^"]*)"/.exec(cell)?.[1]));

/**
 * What was typed as FEEL would have it: a label or a bare word in a column of texts gets its quotes ("Cấp mới" → `"new"`),
 * the label of an input in a column of numbers becomes its name ("Diện tích" → `area`),
 * a time limit becomes the text that the engine counts by ("7 ngày làm việc" → `"7 working days"`),
 * an amount loses its dots and its đ ("75.000 đ" → `75000`), a day its form ("từ 01/07/2026" → `>= date("2026-07-01")`), several labels a list ("Cấp mới hoặc Sửa chữa", "Cấp mới, Sửa chữa" → `"new", "repair"`).
 * An answer that is not filled in is null. What is FEEL already stays.
 */
export function asFeel(typed: string, sense: ColumnSense, isTest: boolean, words: Pick<ReadingWords, 'or' | 'yes' | 'no' | 'days' | 'between'>): string {
  const { type, labels, isMoney, isLimit = false, facts } = sense;
  const text = typed.normalize('NFC').trim();
  if (text === '' && !isTest) return 'null';
  if (type === 'boolean' && (text === words.yes || text === words.no)) return String(text === words.yes);
  if (type === 'date') return (isTest ? daysAsFeel(text, words) : undefined) ?? typed.replaceAll(/\b(\d{2})\/(\d{2})\/(\d{4})\b/g, 'date("$3-$2-$1")');
  const coded = (one: string): string | undefined => [...labels].find(([, label]) => label.toLowerCase() === one.toLowerCase())?.[0] ?? (isLimit ? limitSaid(one) : undefined);
  for (const sign of isTest && coded(text) === undefined ? [` ${words.or} `, new RegExp(`,| ${words.or} `)] : []) {
    const several = text.split(sign).map((one) => coded(one.trim()));
    if (several.length > 1 && !several.includes(undefined)) return several.map((code) => JSON.stringify(code)).join(', ');
  }
  const fact = type === 'number' ? [...(facts ?? [])].find(([, label]) => label.toLowerCase() === text.toLowerCase())?.[0] : undefined;
  if (fact !== undefined) return fact;
  const amount = /^(\d{1,3}(?:\.\d{3})+)\s*(?:đ|đồng|VND)?$/i.exec(text)?.[1] ?? /^(\d+)\s*(?:đ|đồng|VND)$/i.exec(text)?.[1];
  if (isMoney && amount !== undefined) return amount.replaceAll('.', '');
  const code = coded(text);
  if (code !== undefined) return JSON.stringify(code);
  if (labels.has(text)) return JSON.stringify(text);
  const isWords = type === 'string' && text !== '' && !/^[-"]|[(){}[\]"=<>+*/]|^(null|true|false|if|for|some|every|not)\b/.test(text) && !/^\d/.test(text);
  // a single word may be the name of an input; several words never are
  return isWords && (text.includes(' ') || !isTest) && !/^[a-z]\w*(\.\w+)*$/.test(text) ? JSON.stringify(text) : typed;
}
