import { fold } from '../../forms/fold.ts';

/**
 * Keeps what holds every word asked for, at the start of one of its own words. Nothing asked keeps everything. `textsOf` give
 * all that may be searched of an item, each in one language: in the first by which anything is found, as short words begin
 * words of another language that mean something else.
 */
export const search = <T>(items: readonly T[], asked: string, ...textsOf: readonly ((item: T) => string)[]): T[] => {
  const wanted = fold(asked).split(' ').filter(Boolean);
  const foundBy = (textOf: (item: T) => string) => items.filter((item) => {
    const words = fold(textOf(item)).split(' ');
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
  return textsOf.map(foundBy).find((found) => found.length > 0) ?? [];
};

/**
 * What holds most of the words asked for, when nothing holds all: people write whole sentences ("làm giấy khai sinh cho con"). At
 * least two of the words: one alone says too little.
 */
export const nearest = <T>(items: readonly T[], asked: string, textOf: (item: T) => string): T[] => {
  const wanted = [...new Set(fold(asked).split(' ').filter(Boolean))];
  const held = items.map((item) => {
    const words = new Set(fold(textOf(item)).split(' '));
    return { item, count: wanted.filter((part) => words.has(part)).length };
  });
  const most = Math.max(0, ...held.map(({ count }) => count));
  return most < 2 ? [] : held.filter(({ count }) => count === most).map(({ item }) => item);
};
