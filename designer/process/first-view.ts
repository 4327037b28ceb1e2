import type { Point } from '../play/line.ts';

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
type Size = Pick<Box, 'width' | 'height'>;

/** Pixels that the palette takes, and those left free around a whole drawing. */
const besideTools = 180;
const edge = 20;
/** Smaller than this, names are hard to read. */
const readable = 0.8;
/** Pixels left of where a process begins that are shown too. */
const near = 240;

/** All of a drawing beside the tools, never larger than drawn; in pixels of the drawing, from its bounds and the size of the canvas. */
export function wholeView(drawn: Box, canvas: Size): Box {
  const scale = Math.min(1, (canvas.width - besideTools - edge) / drawn.width, (canvas.height - 2 * edge) / drawn.height);
  if (!(scale > 0)) return { x: drawn.x - besideTools, y: drawn.y - edge, ...canvas };
  const [width, height] = [canvas.width / scale, canvas.height / scale];
  return { x: drawn.x - besideTools / scale, y: drawn.y - (height - drawn.height) / 2, width, height };
}

/** What is seen when a drawing opens: all of it where that can be read, else at 100 % where the process begins, with what is near it on the left or at least its pool, and without empty paper above or below. */
export function firstView(start: Box, pool: Box | undefined, drawn: Box, canvas: Size): Box {
  const whole = wholeView(drawn, canvas);
  if (canvas.width / whole.width >= readable) return whole;
  const { width, height } = canvas;
  const left = [drawn.x, pool?.x ?? start.x].find((x) => start.x - x <= near) ?? start.x;
  const [highest, lowest] = [drawn.y - edge, drawn.y + drawn.height + edge - height];
  const y = lowest < highest ? (lowest + highest) / 2 : Math.min(lowest, Math.max(highest, start.y + start.height / 2 - height / 2));
  return { x: left - besideTools, y, width, height };
}
