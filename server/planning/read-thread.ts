import { parentPort, workerData } from 'node:worker_threads';
import type { LayerKind } from '../../storage/tables/plan-layers.ts';
import { readLayer } from './read-layer.ts';

const { text, kind } = workerData as { readonly text: string; readonly kind: LayerKind };
parentPort?.postMessage(readLayer(text, kind), []);
