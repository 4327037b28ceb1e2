/** x, y, x, y … as the path of an SVG. */
export const pathThrough = (run: readonly number[], closed: boolean): string => {
  let path = '';
  for (let index = 0; index + 1 < run.length; index += 2) path += `${index === 0 ? 'M' : 'L'}${run[index]} ${run[index + 1]}`;
  return closed ? `${path}Z` : path;
};

/** Where a line's name stands: the middle of its longest piece within the picture, turned with it and never upside down; nothing where too little of it shows. */
export const labelAlong = (runs: readonly (readonly number[])[], width: number, height: number, least = 500): { readonly x: number; readonly y: number; readonly turn: number } | undefined => {
  let best: { readonly piece: Piece; readonly long: number } | undefined;
  for (const run of runs) {
    for (let index = 0; index + 3 < run.length; index += 2) {
      const piece = within([run[index]!, run[index + 1]!, run[index + 2]!, run[index + 3]!], width, height);
      if (!piece) continue;
      const long = Math.hypot(piece[2] - piece[0], piece[3] - piece[1]);
      if (long >= least && long > (best?.long ?? 0)) best = { piece, long };
    }
  }
  if (!best) return undefined;
  const [ax, ay, bx, by] = best.piece;
  const turn = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  return { x: Math.round((ax + bx) / 2), y: Math.round((ay + by) / 2), turn: Math.round(turn > 90 ? turn - 180 : turn <= -90 ? turn + 180 : turn) };
};

type Piece = readonly [number, number, number, number];

/** The part of a line from end to end that lies in the picture (Liang and Barsky). */
const within = ([ax, ay, bx, by]: Piece, width: number, height: number): Piece | undefined => {
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  for (const [step, room] of [[-dx, ax], [dx, width - ax], [-dy, ay], [dy, height - ay]] as const) {
    if (step === 0 && room < 0) return undefined;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return from >= to ? undefined : [ax + from * dx, ay + from * dy, ax + to * dx, ay + to * dy];
};
