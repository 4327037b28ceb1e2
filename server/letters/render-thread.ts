import { parentPort } from 'node:worker_threads';
import { renderLetter } from '../documents/render.ts';
import type { RenderJob } from './render-apart.ts';

// Setting a paper takes tens to hundreds of milliseconds of pure work: here it holds up nobody.
parentPort?.on('message', async ({ id, letter, seal, pictures, maps }: RenderJob) => {
  try {
    const bytes = await renderLetter(letter, seal, pictures, maps);
    parentPort?.postMessage({ id, bytes }, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : String(error) }, []);
  }
});
