import type { Box } from './geometry.ts';

/**
 * The spatial index: a grid for each size of thing, its cells twice as wide from level to level. A feature stands in one
 * cell, that of its middle, on the first level whose cells are as large as it is; so it reaches at most half a cell beyond
 * its own, and whoever looks for what touches a box asks for few cells, which any database finds by an ordinary index.
 */
const finest = 2048;
const levels = 18;
const sizeOf = (level: number): number => finest * 2 ** level;

export interface Cell { readonly level: number; readonly name: string }

export function cellOf([west, south, east, north]: Box): Cell {
  const extent = Math.max(east - west, north - south);
  let level = 0;
  while (sizeOf(level) < extent) level += 1;
  if (level >= levels) throw new Error(`expected something that fits into a cell of ${sizeOf(levels - 1)}, but it spans ${extent}`);
  const size = sizeOf(level);
  return { level, name: named(level, Math.floor((west + east) / 2 / size), Math.floor((south + north) / 2 / size)) };
}

/** The cells in which whatever touches the box stands, on the levels that are in use. */
export function cellsAround([west, south, east, north]: Box, used: readonly number[]): string[] {
  return used.flatMap((level) => {
    const size = sizeOf(level);
    const [left, low, right, high] = [west - size / 2, south - size / 2, east + size / 2, north + size / 2].map((edge) => Math.floor(edge / size)) as [number, number, number, number];
    const names: string[] = [];
    for (let x = left; x <= right; x += 1) for (let y = low; y <= high; y += 1) names.push(named(level, x, y));
    return names;
  });
}

const named = (level: number, x: number, y: number): string => `${level}/${x}/${y}`;
