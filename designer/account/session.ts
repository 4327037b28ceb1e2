import { useQuery, type QueryClient } from '@tanstack/react-query';
import type { Account, SessionView } from '../../server/api/session.ts';
import { call } from '../../ui/api.ts';
import { queryOf } from '../../ui/query.ts';
import { forgetBenches } from '../package/bench.ts';

const session = queryOf('GET /api/session', {});

/** Who is signed in. `undefined` data: not known yet. */
export const useSession = () => useQuery({ ...session, staleTime: 60_000 });

/** Puts the new session and forgets everything that the person before could see. */
export const setSession = (client: QueryClient, next: SessionView) => {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GET /api/session' });
  client.setQueryData(session.queryKey, next);
};

const nobody = (sample: boolean): SessionView => ({ account: null, expires: null, sample });

/** The session ended elsewhere or ran out: unsaved work stays in the page, for the same person to go on. */
export const endSession = (client: QueryClient) => client.setQueryData<SessionView>(session.queryKey, (old) => nobody(old?.sample ?? true));

export const signOut = async (client: QueryClient) => {
  await call('DELETE /api/session');
  forgetBenches();
  setSession(client, nobody(client.getQueryData<SessionView>(session.queryKey)?.sample ?? true));
};

export const mayDesign = ({ kind, roles }: Account): boolean => kind === 'staff' && roles.some(({ role }) => role === 'admin' || role === 'process_designer');

export const isAdmin = ({ roles }: Account): boolean => roles.some(({ role }) => role === 'admin');
