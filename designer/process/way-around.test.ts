import assert from 'node:assert/strict';
import type { Point } from '../play/line.ts';
import { passesThrough, wayAround } from './way-around.ts';

const box = (x: number, y: number, width = 100, height = 80) => ({ x, y, width, height });
const said = (points: readonly Point[] | undefined) => points?.map(({ x, y }) => `${x},${y}`).join(' ');
const straight = (from: Point, to: Point) => [from, to];

describe('a way that is led past its neighbours', () => {
  const [first, second, third] = [box(0, 0), box(150, 0), box(300, 0)];
  const through = straight({ x: 100, y: 40 }, { x: 300, y: 40 });

  it('goes around what stands between, along the nearest line that is free', () => {
    assert.equal(said(wayAround(through, first, third, [second])), '50,0 50,-20 350,-20 350,0');
    assert.equal(said(wayAround(through, first, third, [second, box(150, -100)])), '50,80 50,100 350,100 350,80');
    assert.equal(said(wayAround(straight({ x: 50, y: 80 }, { x: 50, y: 300 }), first, box(0, 300), [box(0, 150)])), '0,40 -20,40 -20,340 0,340');
  });

  it('does not lie on another way', () => {
    const other = [{ x: 50, y: 0 }, { x: 50, y: -20 }, { x: 350, y: -20 }, { x: 350, y: 0 }];
    assert.equal(said(wayAround(through, first, third, [second], [other])), '50,80 50,100 350,100 350,80');
  });

  it('stays as it is where nothing is in its way, or only what lies at its ends, or where there is no other', () => {
    assert.equal(wayAround(straight({ x: 100, y: 40 }, { x: 150, y: 40 }), first, second, [third]), undefined);
    assert.equal(wayAround(through, first, third, [box(290, 10)]), undefined);
    assert.equal(wayAround(through, first, third, [second, box(-500, -500, 1200, 480), box(-500, 90, 1200, 500)]), undefined);
  });

  for (const [what, from, to, isThrough] of [
    ['through its middle', { x: -10, y: 40 }, { x: 110, y: 40 }, true], ['across a corner', { x: -10, y: 20 }, { x: 40, y: -10 }, true],
    ['along its edge', { x: 0, y: 0 }, { x: 100, y: 0 }, false], ['up to its edge', { x: -50, y: 40 }, { x: 0, y: 40 }, false], ['past it', { x: -50, y: -10 }, { x: 200, y: -10 }, false],
  ] as const) it(`passes through a box ${what}: ${isThrough}`, () => assert.equal(passesThrough(from, to, first), isThrough));
});
