import type { QuerySigned } from './description.ts';

interface GivenQuery {
  /** Each parameter as text, by name. */
  readonly body: Readonly<Record<string, string>>;
  readonly signature: string;
  /** What must be signed for it to be true. */
  readonly text: string;
}

/** A query as its signature reads it; undefined when it bears none, or has a parameter twice, of which nobody can tell which one counts. */
export function signedQuery(text: string, { query: { signature, without = [], written } }: QuerySigned): GivenQuery | undefined {
  const parameters = [...new URLSearchParams(text)];
  const body = Object.fromEntries(parameters);
  const given = Object.hasOwn(body, signature) ? body[signature] : undefined;
  if (given === undefined || Object.keys(body).length < parameters.length) return undefined;
  const unsigned = new Set([signature, ...without]);
  return { body, signature: given, text: queryText(parameters.filter(([name]) => !unsigned.has(name)), written) };
}

/** What of a query is signed: its parameters by name, as a form writes them or as they are read. */
export function queryText(parameters: readonly (readonly [string, string])[], written: QuerySigned['query']['written']): string {
  const sorted = parameters.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return written === 'form' ? new URLSearchParams(sorted.map(([name, value]) => [name, value])).toString() : sorted.map((one) => one.join('=')).join('&');
}
