import os from 'node:os';

let ends = false;

/** A signal that ends this process goes by way of its exit, where databases and browsers that it started are ended: by default they would outlive it. */
export function endOnSignals(): void {
  if (ends) return;
  ends = true;
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(128 + os.constants.signals[signal]));
}
