export interface Point {
  readonly x: number;
  readonly y: number;
}

export const lengthOf = (points: readonly Point[]): number => points.reduce((sum, point, index) => sum + Math.hypot(point.x - (points[index - 1] ?? point).x, point.y - (points[index - 1] ?? point).y), 0);

/** The point after so many pixels of a line. */
export function along(points: readonly Point[], distance: number): Point {
  let left = distance;
  for (const [index, from] of points.entries()) {
    const to = points[index + 1];
    if (!to) return from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    if (length > 0 && left <= length) return { x: from.x + ((to.x - from.x) * left) / length, y: from.y + ((to.y - from.y) * left) / length };
    left -= length;
  }
  return { x: 0, y: 0 };
}
