import assert from 'node:assert/strict';
import { fitting, inLines, type Hand } from './in-lines.ts';

// every letter is as wide as ten; an m as twenty
const measured = (line: string): number => [...line].reduce((width, letter) => width + (letter === 'm' ? 20 : 10), 0);

describe('the lines of a name in a drawing', () => {
  const cases: readonly (readonly [text: string, width: number, lines: readonly string[]])[] = [
    ['Có', 20, ['Có']], ['Có', 10, ['Có']], ['', 50, ['']],
    ['Nhận hồ sơ', 70, ['Nhận hồ', 'sơ']], ['Nhận  hồ sơ ', 110, ['Nhận  hồ sơ']],
    ['mmm i i i', 60, ['mmm', 'i i i']], ['i application accepted', 110, ['i', 'application', 'accepted']],
    ['Role \nrequired', 200, ['Role', 'required']], ['a\r\n b', 200, ['a', 'b']],
    ['Sub-process', 80, ['Sub-', 'process']], ['Prove/Provide', 80, ['Prove/', 'Provide']],
    ['Ver\u00ADwaltung', 80, ['Ver-', 'waltung']], ['Ver\u00ADwaltung', 200, ['Verwaltung']],
    ['Approve advertisement', 60, ['Approve', 'advertisement']],
  ];
  for (const [text, width, lines] of cases) it(`of “${text.replaceAll('\u00AD', '·')}” in ${width} are ${lines.join(' | ')}`, () => assert.deepEqual(inLines(text, width, measured), lines));
});

describe('the hand in which a name is written into a box', () => {
  const hands: readonly Hand[] = [{ padding: 7, fontSize: 12 }, { padding: 3, fontSize: 12 }, { padding: 3, fontSize: 10 }, { padding: 3, fontSize: 9 }];
  const written = (longest: number, letters: number) => ({ fontSize, padding }: Hand, width = 100 - 2 * padding) => ({ widest: longest * fontSize, lines: Math.ceil((letters * fontSize) / width) });
  const cases: readonly (readonly [why: string, longest: number, letters: number, hand: number])[] = [
    ['as it is where all fits', 7, 20, 0], ['nearer to the edge where a word is a little wide', 7.5, 20, 1], ['smaller where a word is wide', 9, 20, 2],
    ['smaller where there are too many lines', 5, 50, 2], ['as small as may be where nothing fits', 40, 20, 3],
  ];
  for (const [why, longest, letters, hand] of cases) it(`is ${why}`, () => assert.equal(fitting(hands, { width: 100, height: 80 }, 1.2, written(longest, letters)), hands[hand]));
});
