/** A worker gave no answer: it died, as for want of memory, or did not come back in time. */
export class WorkerFault extends Error {
  readonly kind: 'died' | 'hung';
  constructor(kind: 'died' | 'hung', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Far longer than any budget that work in a worker keeps to by itself. */
export const hangMilliseconds = 60_000;
export const hung = (milliseconds: number): WorkerFault => new WorkerFault('hung', `expected an answer of the worker within ${milliseconds / 1000} seconds, but none came; it was stopped`);
export const died = (message: string): WorkerFault => new WorkerFault('died', `expected an answer of the worker, but it stopped: ${message || 'it gave no reason'}`);
