import type { Data, Json } from '../state.ts';

/** What a service task's function is told. */
export interface Call {
  readonly at: string;
  readonly instance: number;
  readonly element: string;
}

/** Of a service that does not answer now: its task waits to be completed or failed. */
export const unanswered = Symbol('unanswered');

/** Answers a service task at once, or not now. A `ServiceError` is a BPMN error with its code; any other throw is an incident. */
export type Service = (inputs: Data, call: Call) => Json | undefined | typeof unanswered;

export class ServiceError extends Error {
  readonly code: string;
  readonly data: Json | undefined;

  constructor(code: string, message = `service answered with error ${code}`, data?: Json) {
    super(message);
    this.data = data;
    this.name = 'ServiceError';
    this.code = code;
  }
}
