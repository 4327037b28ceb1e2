import { parentPort } from 'node:worker_threads';
import { atBench, type BenchJob } from './bench.ts';

parentPort?.on('message', async (job: BenchJob) => {
  try {
    parentPort?.postMessage({ answer: await atBench(job) }, []);
  } catch (error) {
    parentPort?.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }, []);
  }
});
