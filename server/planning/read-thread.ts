import { parentPort, workerData } from 'node:worker_threads';
import type { FileKind } from './layer-file.ts';
import { readLayer } from './read-layer.ts';

const { text, kind } = workerData as { readonly text: string; readonly kind: FileKind };
parentPort?.postMessage(readLayer(text, kind), []);
