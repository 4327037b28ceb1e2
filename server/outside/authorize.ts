import type { Auth } from '../../procedures/described/description.ts';
import type { Request } from '../../procedures/described/request.ts';
import { signatureOf } from '../payments/signature.ts';
import type { System } from './systems.ts';

/** Adds to a request what shows the system who asks. Throws with the name of a secret that the installation does not have. */
export function authorized(request: Request, auth: Auth | undefined, { secrets }: Pick<System, 'secrets'>): Request {
  if (auth === undefined) return request;
  const secret = (name: string): string => {
    const value = Object.hasOwn(secrets, name) ? secrets[name] : undefined;
    if (value === undefined) throw new SecretMissing(`expected the secret "${name}" of the system in the file of systems, but it has none of that name`);
    return value;
  };
  switch (auth.scheme) {
    case 'bearer': return withHeader(request, 'authorization', `Bearer ${secret(auth.secret)}`);
    case 'basic': return withHeader(request, 'authorization', `Basic ${Buffer.from(`${secret(auth.user)}:${secret(auth.password)}`).toString('base64')}`);
    case 'header': return withHeader(request, auth.header, secret(auth.secret));
    case 'hmac': return withHeader(request, auth.header, signatureOf(secret(auth.secret), Buffer.from(request.body ?? '')));
  }
}

export class SecretMissing extends Error {
  override readonly name = 'SecretMissing';
}

const withHeader = (request: Request, name: string, value: string): Request => ({ ...request, headers: { ...request.headers, [name]: value } });
