import { Type, type Static } from 'typebox';
import { Errors } from 'typebox/value';
import { plainFaults } from '../../procedures/described/plain-faults.ts';
import { LocalText, shape } from '../api/shape.ts';
import type { OpenIdConfiguration } from '../configuration.ts';
import { jsonIn } from '../outside/json-file.ts';

const Claim = Type.String({ minLength: 1, maxLength: 200 });

/** The file that `MOTCUA_OPENID` names: the OpenID provider that people sign in at, such as VNeID. */
const OpenIdFile = shape({
  format: Type.Literal(1),
  name: LocalText,
  issuer: Type.String({ pattern: '^https?://[^\\s?#]+$' }),
  client: Type.String({ minLength: 1, maxLength: 500 }),
  /** Variable of the environment with the secret of the client; none for a public client. */
  secret: Type.Optional(Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,100}$' })),
  scope: Type.Optional(Type.String({ pattern: '^openid( [\\x21-\\x7e]+)*$', maxLength: 500 })),
  /** What the provider calls each thing that it vouches for. */
  claims: Type.Optional(shape({ idNo: Type.Optional(Claim), name: Type.Optional(Claim), phone: Type.Optional(Claim), email: Type.Optional(Claim) })),
  /** It lies in a closed network, where plain http may be. */
  private: Type.Optional(Type.Boolean()),
  source: Type.Optional(Type.String({ minLength: 1 })),
});

const usualScope = 'openid profile email phone';
const usualClaims = { idNo: 'id_no', name: 'name', phone: 'phone_number', email: 'email' } as const;

/** Reads the file. Throws with what is wrong and where; never with a secret. */
export function readOpenId(path: string, environment: Readonly<Record<string, string | undefined>>): OpenIdConfiguration {
  const refuse = (why: string): never => {
    throw new Error(`expected ${path} (MOTCUA_OPENID) to describe an OpenID provider, but ${why}`);
  };
  const value = jsonIn(path, refuse);
  const [fault] = plainFaults(Errors(OpenIdFile, value));
  if (fault !== undefined) refuse(`${fault.instancePath || 'the whole'} ${fault.message}`);
  const { name, issuer, client, secret, scope = usualScope, claims = {}, private: own = false } = value as Static<typeof OpenIdFile>;
  if (issuer.startsWith('http://') && !own) refuse('its issuer is plain http, which only a "private" one may be');
  if (secret !== undefined && (environment[secret] ?? '') === '') refuse(`its secret is not in the environment as ${secret}`);
  return { issuer, clientId: client, clientSecret: secret === undefined ? undefined : environment[secret], name, scope, claims: { ...usualClaims, ...claims }, insecure: own };
}
