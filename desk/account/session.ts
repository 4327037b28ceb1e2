import { useQuery, type QueryClient } from '@tanstack/react-query';
import type { Account, SessionView } from '../../server/api/session.ts';
import { call } from '../../ui/api.ts';
import { language } from '../../ui/language.ts';
import { leavePushHere } from '../../ui/push/use-push-here.ts';
import { queryOf } from '../../ui/query.ts';
import { forgetTyped } from '../step/typed.ts';

const session = queryOf('GET /api/session', {});

/** Who is signed in. `undefined` data: not known yet. */
export const useSession = () => useQuery({ ...session, staleTime: 60_000 });

export const nobody: SessionView = { account: null, expires: null, sample: true };

/** Puts the new session and forgets everything that the person before could see. */
export const setSession = (client: QueryClient, next: SessionView) => {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GET /api/session' });
  client.setQueryData(session.queryKey, next);
};

/** The session ended elsewhere or ran out: what was typed stays for the same person to go on. */
export const endSession = (client: QueryClient) => client.setQueryData<SessionView>(session.queryKey, (old) => ({ ...nobody, sample: old?.sample ?? true }));

export const signOut = async (client: QueryClient) => {
  await leavePushHere(language());
  await call('DELETE /api/session');
  forgetTyped();
  setSession(client, nobody);
};

export const isAdmin = ({ roles }: Account): boolean => roles.some(({ role }) => role === 'admin');

/** Whether somebody sees to the money of a unit: whoever keeps it, and whoever signs for it. */
export const seesMoney = ({ roles }: Account): boolean => roles.some(({ like }) => like === 'cashier' || like === 'signer');

/** The units for which somebody signs, each once. */
export const signsFor = ({ roles }: Account): readonly Account['roles'][number]['unit'][] => [...new Map(roles.flatMap(({ like, unit }) => (like === 'signer' ? [[unit.id, unit] as const] : []))).values()];
