import assert from 'node:assert/strict';
import { actOf, moved, type Press } from './keys.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrlKey: false, altKey: false, metaKey: false, busy: false, ...more });

describe('keys of the desk', () => {
  const presses: [string, Press, string | undefined][] = [
    ['j goes to the next row', press('j'), 'next'],
    ['k goes to the row before', press('k'), 'previous'],
    ['o opens', press('o'), 'open'],
    ['c claims', press('c'), 'claim'],
    ['a slash searches', press('/'), 'search'],
    ['a question mark helps', press('?'), 'help'],
    ['a letter that means nothing does nothing', press('x'), undefined],
    ['a name of an object member does nothing', press('toString'), undefined],
    ['typing a c in a box is only typing', press('c', { busy: true }), undefined],
    ['copying with Ctrl+C claims nothing', press('c', { ctrlKey: true }), undefined],
    ['Alt and Command are left to the browser', press('j', { altKey: true }), undefined],
  ];
  for (const [name, given, expected] of presses) it(name, () => assert.equal(actOf(given), expected));

  const moves: [string, number | undefined, 'next' | 'previous', number, number | undefined][] = [
    ['from nowhere down: the first row', undefined, 'next', 3, 0],
    ['from nowhere up: the last row', undefined, 'previous', 3, 2],
    ['down one', 0, 'next', 3, 1],
    ['the last row holds', 2, 'next', 3, 2],
    ['the first row holds', 0, 'previous', 3, 0],
    ['a list that became shorter', 9, 'previous', 3, 2],
    ['an empty list has no row', undefined, 'next', 0, undefined],
  ];
  for (const [name, at, act, count, expected] of moves) it(name, () => assert.equal(moved(at, act, count), expected));
});
