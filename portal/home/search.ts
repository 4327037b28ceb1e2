import { fold } from '../../forms/fold.ts';

/**
 * Keeps what holds every word asked for, at the start of one of its own words.
 * Nothing asked keeps everything. `textOf` gives all that may be searched of an item.
 */
export const search = <T>(items: readonly T[], asked: string, textOf: (item: T) => string): T[] => {
  const wanted = fold(asked).split(' ').filter(Boolean);
  return items.filter((item) => {
    const words = fold(textOf(item)).split(' ');
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
};
