import { Worker } from 'node:worker_threads';
import type { FilledLetter } from '../../procedures/letters/fill.ts';
import type { Maps, Pictures, Seal } from '../documents/layout.ts';

export interface RenderJob { readonly id: number; readonly letter: FilledLetter; readonly seal: Seal; readonly pictures: Pictures; readonly maps: Maps }
type Rendered = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly failed: string });

interface Waiting { readonly resolve: (bytes: Uint8Array) => void; readonly reject: (error: Error) => void }

let thread: Worker | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

/** Sets a filled letter as PDF in a thread of its own, started on first use. A thread that dies fails what it had in hand; the next call starts another. */
export function renderApart(letter: FilledLetter, seal: Seal, pictures: Pictures = {}, maps: Maps = {}): Promise<Uint8Array> {
  const worker = thread ?? start();
  thread = worker;
  count += 1;
  const id = count;
  return new Promise<Uint8Array>((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    worker.ref();
    worker.postMessage({ id, letter, seal, pictures, maps } satisfies RenderJob, []);
  });
}

function start(): Worker {
  const worker = new Worker(new URL('render-thread.ts', import.meta.url));
  worker.on('message', (done: Rendered) => {
    const caller = waiting.get(done.id);
    waiting.delete(done.id);
    // Nothing in hand: the thread alone shall not keep the process alive.
    if (waiting.size === 0) worker.unref();
    if ('bytes' in done) caller?.resolve(done.bytes);
    else caller?.reject(new Error(done.failed));
  });
  worker.on('error', (error) => lose(worker, error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => lose(worker, new Error('expected the thread that sets letters to live, but it ended')));
  return worker;
}

function lose(worker: Worker, error: Error): void {
  if (thread !== worker) return;
  thread = undefined;
  const lost = [...waiting.values()];
  waiting.clear();
  for (const { reject } of lost) reject(error);
}
