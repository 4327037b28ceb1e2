import assert from 'node:assert/strict';
import { cornersOf, outlineIn } from './corners.ts';

describe('the corners of an area', () => {
  const outline = { type: 'Polygon', coordinates: [[[107.3, 9.9], [107.31, 9.9], [107.31, 9.91], [107.3, 9.9]]] } as const;

  it('are a line each, latitude first, and are read back as the same', () => {
    assert.equal(cornersOf(outline), '9.9, 107.3\n9.9, 107.31\n9.91, 107.31');
    assert.deepEqual(outlineIn(cornersOf(outline)!), outline);
    assert.deepEqual(outlineIn(' 9.9;107.3 \n\n9.9 107.31\n9.91,107.31\n'), outline);
  });

  it('are not those of an area in several parts or with a hole', () => {
    assert.equal(cornersOf({ type: 'MultiPolygon', coordinates: [outline.coordinates, outline.coordinates] }), undefined);
    assert.equal(cornersOf({ type: 'Polygon', coordinates: [outline.coordinates[0], outline.coordinates[0]] }), undefined);
  });

  for (const lines of ['', '9.9, 107.3\n9.9, 107.31', '9.9, 107.3\n9.9, 107.31\nở đây', '9.9\n9.8\n9.7']) it(`are not read from ${JSON.stringify(lines)}`, () => assert.equal(outlineIn(lines), undefined));
});
