import type { Data } from '../../engine/state.ts';
import { valueOf, written } from '../../procedures/described/mapping.ts';
import type { SignedPage } from './description.ts';
import { signatureOf } from './signature.ts';
import { queryText } from './signed-query.ts';

/**
 * The address of the provider's page, path and query: the parameters by name, as a form writes them, and last the signature over them.
 * Without a secret it bears none, as samples show it. Throws NoValue where a parameter has no value.
 */
export function signedPage({ path, query, signature }: SignedPage['page'], inputs: Data, at: string, secret?: string): string {
  const parameters = Object.entries(query).map(([name, feel]) => [name, written(valueOf(feel, { data: { inputs }, at }, `start/page/query/${name}`), `start/page/query/${name}`)] as const);
  const address = `${path}?${queryText(parameters, 'form')}`;
  if (secret === undefined) return address;
  const signed = signatureOf(secret, Buffer.from(queryText(parameters, signature.written)), signature);
  return `${address}&${new URLSearchParams({ [signature.parameter]: signed }).toString()}`;
}
