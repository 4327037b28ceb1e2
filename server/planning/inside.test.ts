import { strict as assert } from 'node:assert';
import * as fc from 'fast-check';
import { cellOf, cellsAround } from './cells.ts';
import { distance, spot } from './distance.ts';
import { around, boxesTouch, boxOf, boxOfGeometry, fixed, type Box, type Geometry, type Position, type Ring } from './geometry.ts';
import { isInside } from './inside.ts';
import { pointIn, samplesIn } from './samples.ts';

const square = (size: number, at = 0): Ring => [[at, at], [at + size, at], [at + size, at + size], [at, at + size]];
const area = (...polygons: Ring[][]): Geometry => ({ kind: 'area', polygons });

/** The same question asked another way: how often the ring turns around the point, in whole numbers of any size. */
function reference(rings: readonly Ring[], point: Position): 'in' | 'out' | 'on' {
  const [px, py] = point.map(BigInt) as [bigint, bigint];
  let turns = 0;
  for (const ring of rings) {
    for (const [index, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(index + 1) % ring.length]!;
      const [x1, y1, x2, y2] = [BigInt(ax) - px, BigInt(ay) - py, BigInt(bx) - px, BigInt(by) - py];
      const cross = x1 * y2 - x2 * y1;
      if (cross === 0n && x1 * x2 <= 0n && y1 * y2 <= 0n) return 'on';
      if (y1 <= 0n && y2 > 0n && cross > 0n) turns += 1;
      if (y1 > 0n && y2 <= 0n && cross < 0n) turns += 1;
    }
  }
  return turns % 2 === 0 ? 'out' : 'in';
}

describe('a point in an area', () => {
  const ring = [square(10), square(4, 3)];
  const cases: [string, Geometry, Position, boolean][] = [
    ['in the middle', area([square(10)]), [5, 5], true],
    ['outside', area([square(10)]), [11, 5], false],
    ['on a side', area([square(10)]), [10, 5], true],
    ['on a corner', area([square(10)]), [0, 0], true],
    ['on the line of a side, beyond it', area([square(10)]), [12, 10], false],
    ['in a hole', area(ring), [5, 5], false],
    ['on the line of a hole', area(ring), [3, 5], true],
    ['between line and hole', area(ring), [1, 5], true],
    ['in the second of two parts', area([square(10)], [square(5, 20)]), [22, 22], true],
    ['between two parts', area([square(10)], [square(5, 20)]), [15, 15], false],
    ['at the height of a corner, left of it', area([[[0, 0], [10, 5], [0, 10]]]), [-3, 5], false],
    ['at the height of a corner, right of it', area([[[0, 0], [10, 5], [0, 10]]]), [11, 5], false],
  ];
  for (const [where, geometry, point, expected] of cases) it(`${where}: ${expected ? 'inside' : 'outside'}`, () => assert.equal(isInside(geometry, point), expected));

  const coordinate = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1_060_000_000, max: 1_060_000_012 }), fc.integer({ min: 1_040_000_000, max: 1_090_000_000 }));
  const position = (axis: fc.Arbitrary<number>) => fc.tuple(axis, axis) as fc.Arbitrary<Position>;
  it('is judged as another way of counting judges it, for any ring, near and far, on its line and off it', () => {
    const met = { in: 0, out: 0, on: 0 };
    fc.assert(fc.property(fc.constantFrom(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1_069_999_990, max: 1_070_000_010 }), coordinate.filter((value) => value > 1e9)).chain((axis) => fc.tuple(fc.array(position(axis), { minLength: 3, maxLength: 9 }), position(axis), fc.nat())), ([corners, free, pick]) => {
      // Half of the points lie on the way from corner to corner, where mistakes are made.
      const [a, b] = [corners[pick % corners.length]!, corners[(pick + 1) % corners.length]!];
      const point: Position = pick % 2 === 0 ? free : [Math.trunc((a[0] + b[0]) / 2), Math.trunc((a[1] + b[1]) / 2)];
      const expected = reference([corners], point);
      met[expected] += 1;
      assert.equal(isInside(area([corners]), point), expected !== 'out');
    }), { numRuns: 5000 });
    assert.ok(Object.values(met).every((count) => count > 100), JSON.stringify(met));
  });
});

describe('the grid that things are found by', () => {
  const boxes = fc.tuple(fc.integer({ min: 1_060_000_000, max: 1_060_400_000 }), fc.integer({ min: 99_000_000, max: 99_400_000 }), fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 300_000 }), fc.integer({ min: 0, max: 40_000_000 })), fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 200_000 })))
    .map(([west, south, wide, high]): Box => [west, south, west + wide, south + high]);
  it('finds whatever touches a box, of any size', () => {
    fc.assert(fc.property(boxes, boxes, (thing, asked) => {
      const { level, name } = cellOf(thing);
      if (boxesTouch(thing, asked)) assert.ok(cellsAround(asked, [level]).includes(name));
    }), { numRuns: 3000 });
  });
  it('asks for few cells', () => {
    const one = boxOf([[fixed(106.7), fixed(10.7)]]);
    const levels = Array.from({ length: 18 }, (_, level) => level);
    assert.ok(cellsAround(one, levels).length <= 4 * 18);
    assert.ok(cellsAround(around(one, 100), levels).length < 1000);
  });
});

describe('measures', () => {
  const [east, north] = [fixed(107), fixed(10)];
  const metres = (x: number, y: number): Position => [east + Math.round((x / (111_319.5 * Math.cos((10 * Math.PI) / 180))) * 1e7), north + Math.round((y / 111_319.5) * 1e7)];
  const road: Geometry = { kind: 'line', lines: [[metres(-100, 0), metres(100, 0)]] };
  const plot = area([[metres(0, 8), metres(5, 8), metres(5, 24), metres(0, 24)]]);
  const cases: [string, Geometry, Geometry, number][] = [
    ['a plot from a road', plot, road, 8],
    ['a point from a road', spot(metres(3, -20)), road, 20],
    ['beyond a road’s end', spot(metres(103, 4)), road, 5],
    ['a plot from itself', plot, plot, 0],
    ['a point within a plot', spot(metres(2, 10)), plot, 0],
    ['a road across a plot', plot, { kind: 'line', lines: [[metres(-50, 15), metres(50, 15)]] }, 0],
    ['the second of two lines', spot(metres(0, 50)), { kind: 'line', lines: [[metres(0, 0), metres(9, 0)], [metres(0, 40), metres(9, 40)]] }, 10],
  ];
  for (const [what, one, other, expected] of cases) {
    it(`${what}: ${expected} m, either way`, () => {
      assert.ok(Math.abs(distance(one, other) - expected) < 0.05, String(distance(one, other)));
      assert.ok(Math.abs(distance(other, one) - expected) < 0.05);
    });
  }

  it('spreads its samples within the area, and finds a point in the thinnest', () => {
    const holed = area([square(1000), square(600, 200)]);
    assert.ok(samplesIn(holed).length > 100);
    assert.ok(samplesIn(holed).every((point) => isInside(holed, point)));
    const thin = area([[[0, 0], [100_000, 100_001], [100_000, 100_000]]]);
    assert.ok(isInside(thin, pointIn(thin)));
  });
  it('knows the box of a thing', () => assert.deepEqual(boxOfGeometry(area([square(10)], [square(5, 20)])), [0, 0, 25, 25]));
});
