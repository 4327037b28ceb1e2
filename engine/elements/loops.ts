import type { Loop } from '../definition.ts';
import type { LoopMeaning } from './loop-meaning.ts';
import { multiInstance } from './multi-instance.ts';
import { standardLoop } from './standard-loop.ts';

/** The only registry of loops: a kind without its meaning does not compile. */
const meanings = { standard: standardLoop, multi: multiInstance } satisfies { [K in Loop['kind']]: LoopMeaning<Extract<Loop, { kind: K }>> };

export const meaningOf = ({ kind }: Loop): LoopMeaning<Loop> => meanings[kind] as unknown as LoopMeaning<Loop>;
