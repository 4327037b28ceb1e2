import type { LocalText } from '../../../forms/text.ts';
import type { Language } from '../../../ui/language.ts';
import type { Text } from '../../words.ts';
import { matched } from './matched.ts';

/** How a place of a JSON file is told when it changed. */
export type Shape =
  /** One value, said by `say` as it shall stand in the sentence. `absent` says what holds where nothing is written. */
  | { readonly is: 'value'; readonly say: (value: unknown) => string; readonly absent?: string }
  /** Free text, quoted; of a long one what changed alone. */
  | { readonly is: 'prose' }
  /** Free text in both languages: `{ vi, en }`. */
  | { readonly is: 'both' }
  /** A code that says nothing to people: only that it is another. */
  | { readonly is: 'code' }
  | { readonly is: 'group'; readonly parts: Parts }
  /** Things in an order; `id` knows one again, without it they are known by what they say and where they stand. Of a set only whether it is another order is told. `whole` says one that comes or goes, where that is more than what it is called. */
  | { readonly is: 'list'; readonly of: Shape; readonly item: (value: never, number: number) => string; readonly id?: (value: never) => string; readonly isAlike?: (one: never, other: never) => boolean; readonly isSet?: boolean; readonly whole?: (value: never, number: number) => string }
  /** Things by names of their own; `whole` as in a list. */
  | { readonly is: 'entries'; readonly of: Shape; readonly item: (name: string, value: never) => string; readonly whole?: (name: string, value: never) => string }
  /** The shape follows from the value; where it is another one, each is said whole. `kind` tells shapes of the same form apart. */
  | { readonly is: 'either'; readonly of: (value: unknown) => Shape; readonly say: (value: never) => string; readonly kind?: (value: never) => string };

/** What people call each member, and how it is told. */
export type Parts = Readonly<Record<string, readonly [word: string, shape: Shape]>>;

export interface Told {
  /** `legalBasis.2.number`; items of lists are counted from 1. */
  readonly place: string;
  readonly text: string;
}

export interface Telling {
  readonly text: Text;
  readonly language: Language;
}

export const quoted = (words: string): string => `“${words}”`;

/** Shapes of lists and entries know what they hold; the type of what they are handed is theirs. */
const as = (value: unknown): never => value as never;
const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Same JSON, whatever the order of its members. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) return Array.isArray(one) && Array.isArray(other) && one.length === other.length && one.every((value, index) => isSame(value, other[index]));
  return isGroup(one) && isGroup(other) && [...Object.keys(one), ...Object.keys(other)].every((name) => isSame(one[name], other[name]));
};

/** Words as they stand within a sentence; what is quoted, abbreviated or the name of a language keeps its capital. */
export const within = ({ text }: Telling, words: string): string =>
  (/^\p{Lu}(?!\p{Lu})/u.test(words) && words !== text('toldIn_vi') && words !== text('toldIn_en') ? words.charAt(0).toLowerCase() + words.slice(1) : words);

/** A sentence about a place, by what stands around it: “Căn cứ pháp lý, văn bản “12/2025”: thêm ngày hết hiệu lực.” */
export const sentence = (telling: Telling, words: readonly string[], change: string): string => {
  const { text } = telling;
  const place = words.filter((word) => word !== '').map((word) => within(telling, word)).join(', ');
  const said = place === '' ? text('toldWhole', { change }) : text('toldAt', { place, change });
  return said.charAt(0).toUpperCase() + said.slice(1);
};

/** From one to the other, each as it is said; nothing where there was, or is, none. Conditions and long texts stand one after the other. */
export function fromTo(telling: Telling, was: string | undefined, is: string | undefined): string {
  const { text } = telling;
  const [from, to] = [was, is].map((said) => (said === undefined ? undefined : within(telling, said)));
  if (from === to) return text(from !== undefined && shared.some((word) => from.includes(text(word))) ? 'toldCode' : 'toldAlike');
  if (from === undefined) return text('toldNow', { to: to ?? '' });
  if (to === undefined) return text('toldNone', { from });
  return text(from.length + to.length <= 100 && isPlain(from) && isPlain(to) ? 'toldFromTo' : 'toldBefore', { from, to });
}

/** What is said of values that have no words of their own: of two of them it does not mean that they are the same. */
const shared = ['toldCodeHeld', 'toldSomeValue', 'toldFormula', 'toldUnnamedValue', 'toldCatalogueOther'] as const;

/** Nothing quoted in it, or quoted as a whole. */
const isPlain = (words: string): boolean => !/[“”]/.test(words.replace(/^“([^“”]*)”$/, '$1'));

const kept = 40;
/** The words in which two long texts differ, with a little around. */
export function clipped(from: string, to: string): readonly [string, string] {
  if (from.length + to.length < 4 * kept) return [from, to];
  const [one, other] = [from.split(' '), to.split(' ')];
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const around = 4;
  const [head, tail] = [Math.max(0, start - around), Math.max(0, end - around)];
  const cut = (words: readonly string[]) => `${head > 0 ? '… ' : ''}${words.slice(head, words.length - tail).join(' ')}${tail > 0 ? ' …' : ''}`;
  return [cut(one), cut(other)];
}

const prose = (telling: Telling, before: unknown, after: unknown): string => {
  const [from, to] = [before, after].map((value) => (value === undefined || value === '' ? undefined : String(value)));
  const [was, is] = from !== undefined && to !== undefined ? clipped(from, to) : [from, to];
  return fromTo(telling, was === undefined ? undefined : quoted(was), is === undefined ? undefined : quoted(is));
};

/** All that is different between two values of a shape, as sentences in the order of the later one. */
export function tell(before: unknown, after: unknown, shape: Shape, telling: Telling, words: readonly string[] = [], place = ''): Told[] {
  if (isSame(before, after)) return [];
  const { text, language } = telling;
  const at = (step: string): string => (place === '' ? step : `${place}.${step}`);
  const one = (change: string, more: readonly string[] = []): Told => ({ place, text: sentence(telling, [...words, ...more], change) });
  /** What holds nothing yet may come or go too. */
  const orWhole = (told: Told[]): Told[] => (told.length > 0 ? told : [one(text(before === undefined ? 'toldCodeNew' : after === undefined ? 'toldCodeGone' : 'toldAlike'))]);
  switch (shape.is) {
    case 'value': {
      const said = (value: unknown) => (value === undefined ? shape.absent : shape.say(value));
      return [one(fromTo(telling, said(before), said(after)))];
    }
    case 'prose': return [one(prose(telling, before, after))];
    case 'code': return [one(text(before === undefined ? 'toldCodeNew' : after === undefined ? 'toldCodeGone' : 'toldCode'))];
    case 'both': {
      const [was, is] = [before, after].map((value) => (isGroup(value) ? value : { vi: value, en: value }) as Partial<LocalText>);
      // the reader's language first, the other named; what is new or gone in both is said once
      if (before === undefined || after === undefined) return [one(prose(telling, was![language], is![language]))];
      return ([language, language === 'vi' ? 'en' : 'vi'] as const).flatMap((each) => (was![each] === is![each] ? [] : [one(prose(telling, was![each], is![each]), [text(`toldIn_${each}`)])]));
    }
    case 'group': return orWhole(groupChanges(before, after, shape.parts, telling, words, place));
    case 'either': {
      if (before !== undefined && after !== undefined) {
        const [was, is] = [shape.of(before), shape.of(after)];
        if (shape.kind ? shape.kind(as(before)) === shape.kind(as(after)) : was.is === is.is && was.is !== 'value') return tell(before, after, is, telling, words, place);
      }
      return [one(fromTo(telling, before === undefined ? undefined : shape.say(as(before)), after === undefined ? undefined : shape.say(as(after))))];
    }
    case 'list': return orWhole(listChanges(listOf(before), listOf(after), shape, telling, words, at, one));
    case 'entries': {
      const [old, next] = [isGroup(before) ? before : {}, isGroup(after) ? after : {}];
      const item = (name: string, say = shape.item) => say(name, as(next[name] ?? old[name]));
      const whole = (name: string) => item(name, shape.whole);
      const [added, removed] = [Object.keys(next).filter((name) => !(name in old)), Object.keys(old).filter((name) => !(name in next))];
      const told = [
        ...comings(telling, added.map(whole), removed.map(whole)).map((change) => one(change)),
        ...Object.keys(next).filter((name) => name in old).flatMap((name) => tell(old[name], next[name], shape.of, telling, [...words, item(name)], at(name))),
      ];
      return orWhole(told);
    }
  }
}

function groupChanges(before: unknown, after: unknown, parts: Parts, telling: Telling, words: readonly string[], place: string): Told[] {
  const [old, next] = [isGroup(before) ? before : {}, isGroup(after) ? after : {}];
  const names = [...new Set([...Object.keys(parts).filter((name) => name in next || name in old), ...Object.keys(next), ...Object.keys(old)])];
  return names.flatMap((name) => {
    const [word, shape] = Object.hasOwn(parts, name) ? parts[name]! : [telling.text('toldOther'), { is: 'code' } as const];
    return tell(old[name], next[name], shape, telling, word === '' ? words : [...words, word], place === '' ? name : `${place}.${name}`);
  });
}

const mostListed = 12;
const longestListed = 240;
/** Items in as many sentences as can be read, none left out. */
function breaths(items: readonly string[]): string[] {
  const told: string[][] = [];
  for (const item of items) {
    const last = told.at(-1);
    if (last && last.length < mostListed && last.join('; ').length + item.length < longestListed) last.push(item);
    else told.push([item]);
  }
  return told.map((some) => some.join('; '));
}

/** What came and what went, told apart from what is only kept under another code. */
export function comings({ text }: Telling, added: readonly string[], removed: readonly string[]): string[] {
  const recoded = added.filter((item) => removed.includes(item));
  const [come, gone] = [added, removed].map((items) => items.filter((item) => !recoded.includes(item)));
  return [
    ...breaths(come!).map((items) => text('toldAdded', { items })), ...breaths(gone!).map((items) => text('toldRemoved', { items })), ...breaths(recoded).map((items) => text('toldRecoded', { items })),
  ];
}

/** Where things stand now that changed places: of few all, of many those that moved. */
export function orders({ text }: Telling, items: readonly string[], moved: readonly number[]): string[] {
  if (items.length <= mostListed) return [text('toldOrderNow', { items: items.join('; ') })];
  return breaths(moved.map((index) => (index === 0 ? text('toldMovedFirst', { item: items[0]! }) : text('toldMoved', { item: items[index]!, other: items[index - 1]! })))).map((said) => text('toldOrderOf', { items: said }));
}

function listChanges(old: readonly unknown[], next: readonly unknown[], shape: Shape & { readonly is: 'list' }, telling: Telling, words: readonly string[], at: (step: string) => string, one: (change: string) => Told): Told[] {
  const { kept: both, come, gone, moved } = matched(old, next, shape.id && ((value) => shape.id!(as(value))), shape.isAlike && ((was, is) => shape.isAlike!(as(was), as(is))));
  const item = (value: unknown, index: number, say = shape.item) => say(as(value), index + 1);
  const whole = (value: unknown, index: number) => item(value, index, shape.whole);
  return [
    ...comings(telling, come.map((index) => whole(next[index], index)), gone.map((index) => whole(old[index], index))).map((change) => one(change)),
    ...both.flatMap(([was, is]) => tell(old[was], next[is], shape.of, telling, [...words, item(next[is], is)], at(String(is + 1)))),
    ...(moved.length === 0 ? [] : shape.isSet === true ? [one(telling.text('toldOrder'))] : orders(telling, next.map((value, index) => item(value, index)), moved).map((change) => one(change))),
  ];
}
