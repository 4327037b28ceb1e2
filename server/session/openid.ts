import * as client from 'openid-client';
import type { Store } from '../../storage/store.ts';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import type { OpenIdConfiguration } from '../configuration.ts';
import { ProblemError } from '../http/problem-error.ts';
import { unclaimedLogin } from '../intake/person-account.ts';

/** What must stay with the browser between leaving for the provider and coming back. */
export interface Journey { readonly verifier: string; readonly state: string; readonly nonce: string; readonly returnTo: string }

export interface Identity { readonly subject: string; readonly name: string; readonly idNo: string | null; readonly phone: string | null; readonly email: string | null }

export interface OpenId {
  readonly name: { readonly vi: string; readonly en: string };
  leave(returnTo: string): Promise<{ readonly url: string; readonly journey: Journey }>;
  arrive(currentUrl: URL, journey: Journey): Promise<Identity>;
}

/** Sign-in at an OpenID Connect provider: authorization code with PKCE, state and nonce. The provider is looked up on first use. */
export function openIdClient(options: OpenIdConfiguration, callback: string): OpenId {
  let found: Promise<client.Configuration> | undefined;
  const discover = (): Promise<client.Configuration> => {
    found ??= client.discovery(new URL(options.issuer), options.clientId, options.clientSecret, undefined, options.insecure ? { execute: [client.allowInsecureRequests] } : {})
      .catch(() => {
        found = undefined;
        throw new ProblemError('unavailable');
      });
    return found;
  };
  return {
    name: options.name,
    async leave(returnTo) {
      const provider = await discover();
      const journey = { verifier: client.randomPKCECodeVerifier(), state: client.randomState(), nonce: client.randomNonce(), returnTo };
      const url = client.buildAuthorizationUrl(provider, {
        redirect_uri: callback, scope: options.scope, state: journey.state, nonce: journey.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(journey.verifier), code_challenge_method: 'S256',
      });
      return { url: url.href, journey };
    },
    async arrive(currentUrl, journey) {
      const provider = await discover();
      try {
        const tokens = await client.authorizationCodeGrant(provider, currentUrl, { pkceCodeVerifier: journey.verifier, expectedState: journey.state, expectedNonce: journey.nonce, idTokenExpected: true });
        const claims = tokens.claims();
        if (claims === undefined) throw new ProblemError('wrong-credentials');
        const about = { ...claims, ...(await client.fetchUserInfo(provider, tokens.access_token, claims.sub)) };
        return identityOf(about, `${claims.iss}|${claims.sub}`, options.claims);
      } catch (error) {
        throw error instanceof ProblemError ? error : new ProblemError('wrong-credentials');
      }
    },
  };
}

function identityOf(claims: Readonly<Record<string, unknown>>, subject: string, named: OpenIdConfiguration['claims']): Identity {
  const text = (name: string): string | null => {
    const value = claims[name];
    return typeof value === 'string' && value !== '' && value.length <= 200 ? value.normalize('NFC') : null;
  };
  const idNo = text(named.idNo);
  return { subject, name: text(named.name) ?? text('preferred_username') ?? '—', idNo: idNo !== null && /^\d{12}$/.test(idNo) ? idNo : null, phone: text(named.phone), email: text(named.email) };
}

/** The account of an identity: the one bound to it; the one that waits for its person since something of theirs came in from a portal, who claims it; or a new citizen's. Staff accounts are bound by an administrator beforehand. */
export async function accountOf(store: Store, identity: Identity, at: string, newId: () => string): Promise<AccountRow> {
  return store.transaction(async (tx) => {
    const known = await tx.accounts.first({ subject: identity.subject });
    if (known !== undefined) {
      if (!known.active) throw new ProblemError('wrong-credentials');
      return known;
    }
    const waiting = identity.idNo === null ? undefined : await tx.accounts.first({ login: unclaimedLogin(identity.idNo), subject: null, active: true }, { lock: 'wait' });
    if (waiting !== undefined) {
      const claimed = { subject: identity.subject, name: identity.name, phone: identity.phone ?? waiting.phone, email: identity.email ?? waiting.email };
      await tx.accounts.update({ id: waiting.id }, claimed);
      return { ...waiting, ...claimed };
    }
    const account: AccountRow = {
      id: newId(), kind: 'citizen', login: `openid:${identity.subject}`.toLowerCase(), passwordHash: null, subject: identity.subject, name: identity.name,
      title: null, idNo: identity.idNo, phone: identity.phone, email: identity.email, language: 'vi', active: true, createdAt: at,
    };
    await tx.accounts.insert(account);
    return account;
  });
}
