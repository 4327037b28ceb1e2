import { call } from '../api.ts';
import type { Language } from '../language.ts';
import { registerShell } from '../register-shell.ts';

/** What this browser can do: get pushes, not before it is put on the home screen (iPhone, iPad), not while its owner refuses, or not at all. */
export type Ability = 'able' | 'install' | 'blocked' | 'unable';

export const abilityHere = (): Ability => {
  const knows = 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;
  if (!knows) return isOfApple() && !matchMedia('(display-mode: standalone)').matches ? 'install' : 'unable';
  return Notification.permission === 'denied' ? 'blocked' : 'able';
};

/** An iPad calls itself a Mac, but is touched. */
const isOfApple = (): boolean => /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.userAgent.includes('Macintosh') && navigator.maxTouchPoints > 1);

const subscribed = async (): Promise<PushSubscription | null> => (await (await navigator.serviceWorker.getRegistration('/'))?.pushManager.getSubscription()) ?? null;

/** Id of this browser among the devices of whoever is signed in. What came here for somebody else ends. */
export const deviceHere = async (language: Language): Promise<string | null> => {
  if (abilityHere() !== 'able' || Notification.permission !== 'granted') return null;
  const subscription = await subscribed();
  if (subscription === null) return null;
  const { id } = await call('POST /api/push/devices/here', { body: { endpoint: subscription.endpoint, language } });
  if (id === null) await subscription.unsubscribe();
  return id;
};

/** The push service of the browser's maker did not take it. */
export class NotSubscribed extends Error {
  override readonly name = 'NotSubscribed';
}

/** Asks the owner, subscribes, and tells the house. False when the owner refuses. */
export const turnOn = async (key: string, language: Language): Promise<boolean> => {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  const { endpoint, keys } = (await subscribe(key)).toJSON();
  await call('PUT /api/push/devices', { body: { endpoint: endpoint ?? '', keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' }, language } });
  return true;
};

const subscribe = async (key: string): Promise<PushSubscription> => {
  try {
    await registerShell();
    const { pushManager } = await navigator.serviceWorker.ready;
    // One that was made for other keys of the house stands in the way.
    await (await pushManager.getSubscription())?.unsubscribe();
    return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
  } catch (error) {
    throw new NotSubscribed('expected the browser to subscribe, but it did not', { cause: error });
  }
};

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

/** Ends it for a device, and for this browser too when that is the one. */
export const turnOff = async (id: string, isHere: boolean): Promise<void> => {
  if (isHere) await (await subscribed())?.unsubscribe();
  await call('DELETE /api/push/devices/:id', { params: { id } });
};

/** Whoever signs out leaves nothing on a shared device, and it must not keep them from signing out. */
export const leaveDevice = async (language: Language): Promise<void> => {
  try {
    const id = await deviceHere(language);
    if (id !== null) await turnOff(id, true);
  } catch {
    // a browser that has subscribed no more is told nothing, whatever the house still knows of it
  }
};
