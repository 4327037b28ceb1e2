import { useEffect, useState } from 'react';
import type { Board } from './board.ts';
import type { Frame } from './frames.ts';
import { moveToken, restTokens } from './tokens.ts';

export const speeds = [0.5, 1, 2] as const;
/** How long a step rests before the next. */
const restMilliseconds = 900;

const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Where a story stands, and the tokens that show it on the drawing; with reduced motion they do not move but stand. */
export const usePlaying = (board: Board, frames: readonly Frame[]) => {
  const last = frames.length - 1;
  const [{ at, moves }, setPlace] = useState({ at: 0, moves: false });
  const [playing, setPlaying] = useState(true);
  const [speed, setSpeed] = useState<number>(1);
  const frame = frames[at];
  useEffect(() => () => board.clear(), [board]);
  useEffect(() => {
    if (!frame) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      restTokens(board, frame.at, at === last);
      for (const id of frame.at) board.mark(id, true);
      board.show(frame.at.at(-1) ?? frame.element ?? '');
      if (playing && at < last) timer = setTimeout(() => setPlace({ at: at + 1, moves: true }), restMilliseconds / speed);
      else if (playing) setPlaying(false);
    };
    const before = frames[at - 1]?.at ?? [];
    if (moves && !isStill()) restTokens(board, before.filter((id) => frame.at.includes(id)), false);
    const stop = moves && !isStill() ? moveToken(board, frame.taken, speed, rest) : rest();
    return () => {
      stop?.();
      clearTimeout(timer);
      for (const id of frame.at) board.mark(id, false);
    };
  }, [board, frames, frame, at, last, moves, playing, speed]);
  return {
    at, playing, speed, setSpeed,
    toggle: () => {
      if (!playing && at === last) setPlace({ at: 0, moves: false });
      setPlaying(!playing);
    },
    go: (to: number) => {
      setPlaying(false);
      setPlace((before) => ({ at: Math.max(0, Math.min(last, to)), moves: to === before.at + 1 }));
    },
  };
};
