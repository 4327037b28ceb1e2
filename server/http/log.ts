import { pino, type Logger } from 'pino';

const allowed = new Set([
  'requestId', 'method', 'route', 'status', 'ms', 'bytes', 'code', 'dossier', 'task', 'job', 'connector', 'node', 'kind', 'provider',
  'attempts', 'count', 'timers', 'connectors', 'notices', 'store', 'port', 'error', 'frames', 'incident', 'version', 'procedure', 'hash',
]);
export type Facts = Readonly<Record<string, string | number | boolean>>;
export type Log = (level: 'info' | 'warn' | 'error', event: string, facts?: Facts) => void;

/** A log that cannot tell of people: only facts of the allowed names go in; messages are fixed event names. */
export function openLog(logger: Logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime })): Log {
  return (level, event, facts = {}) => {
    logger[level](Object.fromEntries(Object.entries(facts).filter(([name]) => allowed.has(name))), event);
  };
}

/** What may be told of an exception: its class and where it was thrown. Its message may quote data, so it stays out. */
export function factsOfError(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const stack = error.stack ?? '';
  const said = stack.indexOf(error.message);
  // A message of several lines may look like frames; where it cannot be cut out, none are told.
  const frames = (said < 0 ? '' : stack.slice(said + error.message.length)).split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim()).join(' | ');
  const code = (error as { code?: unknown }).code;
  return { error: error.name, frames, ...(typeof code === 'string' ? { code } : {}) };
}
