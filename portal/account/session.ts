import { call, onSignedOut } from '../../ui/api.ts';
import { language } from '../../ui/language.ts';
import { leavePushHere } from '../../ui/push/use-push-here.ts';
import { isAnythingKept } from '../kept/any-kept.ts';
import { forgetOnDevice } from '../shell/device-copy.ts';
import { forgetResources, setResource, useResource } from '../shell/resource.ts';
import type { SessionView } from '../../server/api/session.ts';

/** Who is signed in. `undefined` data: not known yet. */
export const useSession = () => useResource('GET /api/session', {});

export const setSession = (session: SessionView) => {
  forgetResources();
  setResource('GET /api/session', {}, session);
};

const nobody: SessionView = { account: null, expires: null, sample: true };

export const signOut = async () => {
  await leavePushHere(language());
  await call('DELETE /api/session');
  forgetOnDevice();
  if (isAnythingKept()) await (await import('../kept/store.ts')).forgetAll();
  setSession(nobody);
};

// the session ended elsewhere or ran out: the pages ask to sign in again
onSignedOut(() => setResource('GET /api/session', {}, nobody));
