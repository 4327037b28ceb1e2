import assert from 'node:assert/strict';
import { firstView, wholeView, type Box } from './first-view.ts';

const canvas = { width: 1000, height: 700 };
const start = (x: number, y: number): Box => ({ x, y, width: 36, height: 36 });

describe('what is seen when a drawing opens', () => {
  const rows: readonly (readonly [what: string, start: Box, drawn: Box, seen: Box])[] = [
    ['all of a small one, as large as it was drawn', start(10, 100), { x: 0, y: 0, width: 600, height: 300 }, { x: -180, y: -200, ...canvas }],
    ['all of one that is a little too large', start(10, 100), { x: 0, y: 0, width: 960, height: 400 }, { x: -216, y: -220, width: 1200, height: 840 }],
    ['the beginning of a long one, its pool beside the tools', start(150, 300), { x: 0, y: 0, width: 5000, height: 600 }, { x: -180, y: -50, ...canvas }],
    ['where it begins, when that is far from the left', start(2000, 300), { x: 0, y: 0, width: 5000, height: 600 }, { x: 1820, y: -50, ...canvas }],
    ['of a high one that begins above, nothing above it', start(10, 50), { x: 0, y: 0, width: 600, height: 3000 }, { x: -180, y: -20, ...canvas }],
    ['of a high one that begins below, nothing below it', start(10, 2900), { x: 0, y: 0, width: 600, height: 3000 }, { x: -180, y: 2320, ...canvas }],
    ['of a high one that begins in the middle, the beginning in the middle', start(10, 1482), { x: 0, y: 0, width: 600, height: 3000 }, { x: -180, y: 1150, ...canvas }],
  ];
  for (const [what, at, drawn, seen] of rows) it(what, () => assert.deepEqual(firstView(at, undefined, drawn, canvas), seen));

  it('begins with the pool of the process, where others stand left of it', () => {
    assert.deepEqual(firstView(start(2000, 300), { x: 1900, y: 200, width: 900, height: 250 }, { x: 0, y: 0, width: 5000, height: 600 }, canvas), { x: 1720, y: -50, ...canvas });
  });

  it('is as large as drawn where the canvas has no room', () => {
    assert.deepEqual(wholeView({ x: 0, y: 0, width: 600, height: 300 }, { width: 150, height: 30 }), { x: -180, y: -20, width: 150, height: 30 });
  });
});
