import type { Board } from './board.ts';
import { along, lengthOf, type Point } from './line.ts';

const svg = 'http://www.w3.org/2000/svg';
const radius = 9;
/** How far a token gets in a second at normal speed. */
const pixelsASecond = 420;
const shortest = 180;

const dot = (parent: Element | undefined, point: Point, isLast: boolean): SVGCircleElement => {
  const circle = document.createElementNS(svg, 'circle');
  circle.setAttribute('class', isLast ? 'story-token story-token-fault' : 'story-token');
  circle.setAttribute('r', String(radius));
  circle.setAttribute('cx', String(point.x));
  circle.setAttribute('cy', String(point.y));
  parent?.append(circle);
  return circle;
};

/** Shows tokens where they rest, beside one another where several do; in the end of a story they are at its fault. */
export function restTokens(board: Board, at: readonly string[], isLast: boolean): void {
  board.clear();
  for (const [index, id] of at.entries()) {
    const center = board.centerOf(id);
    const before = at.slice(0, index).filter((other) => other === id).length;
    if (center) dot(board.layerOf(id), { x: center.x + before * radius * 1.4, y: center.y }, isLast);
  }
}

/** Moves a token along flows one after the other, then calls `then`; answers how to stop. */
export function moveToken(board: Board, flows: readonly string[], speed: number, then: () => void): () => void {
  const lines = flows.flatMap((flow) => ({ flow, points: board.lineOf(flow) ?? [] })).filter(({ points }) => points.length > 0);
  const [first] = lines;
  if (!first) {
    then();
    return () => undefined;
  }
  const circle = dot(board.layerOf(first.flow), first.points[0]!, false);
  board.turnTo(first.flow);
  let line = 0;
  let began: number | undefined;
  let frame = requestAnimationFrame(function step(now) {
    began ??= now;
    const { points } = lines[line]!;
    const length = lengthOf(points);
    const takes = Math.max(shortest, (length / pixelsASecond) * 1000) / speed;
    const point = along(points, length * Math.min(1, (now - began) / takes));
    circle.setAttribute('cx', String(point.x));
    circle.setAttribute('cy', String(point.y));
    if (now - began >= takes) {
      line += 1;
      began = now;
      const next = lines[line];
      if (next) {
        board.layerOf(next.flow)?.append(circle);
        board.turnTo(next.flow);
      }
    }
    if (line < lines.length) frame = requestAnimationFrame(step);
    else {
      circle.remove();
      then();
    }
  });
  return () => {
    cancelAnimationFrame(frame);
    circle.remove();
  };
}
