import { Worker } from 'node:worker_threads';
import type { FileKind } from './layer-file.ts';
import type { ReadLayer } from './read-layer.ts';

/** The largest file that is taken. */
export const mostBytes = 32_000_000;
const mostMilliseconds = 60_000;

const tooMuch: ReadLayer = { faults: [{ path: '', message: { vi: 'Tệp quá lớn hoặc quá phức tạp; hãy chia thành nhiều lớp.', en: 'The file is too large or too complex; please split it into layers.' } }] };

/** Reads a layer in a thread of its own, so that a large or hostile file holds up nobody and takes no more than its memory. */
export function readApart(bytes: Uint8Array, kind: FileKind): Promise<ReadLayer> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Promise.resolve({ faults: [{ path: '', message: { vi: 'Tệp phải là văn bản UTF-8.', en: 'The file must be text in UTF-8.' } }] });
  }
  return new Promise((resolve) => {
    const worker = new Worker(new URL('read-thread.ts', import.meta.url), { workerData: { text, kind }, resourceLimits: { maxOldGenerationSizeMb: 768 } });
    const timer = setTimeout(() => void worker.terminate(), mostMilliseconds);
    worker.on('message', (read: ReadLayer) => resolve(read));
    worker.on('error', () => resolve(tooMuch));
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(tooMuch);
    });
  });
}
