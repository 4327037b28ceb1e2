import type { PushKeys } from './keys.ts';
import { knownServices, type PushService } from './services.ts';

/** How this installation reaches phones; without it nothing is pushed, and pages say so. */
export interface PushConfiguration extends PushKeys {
  /** `https:` or `mailto:`: whom a push service asks when something is wrong (RFC 8292, 2.1). */
  readonly contact: string;
  readonly services: readonly PushService[];
}

/** `publicUrl` is the contact unless there is another; a house without https is nobody's but its own, and names none that exists. */
export const pushConfiguration = (keys: PushKeys, publicUrl: string, contact = ''): PushConfiguration => {
  const who = contact !== '' ? contact : publicUrl.startsWith('https://') ? publicUrl : 'mailto:nobody@motcua.invalid';
  if (!/^(https:\/\/|mailto:)\S+$/.test(who)) throw new Error(`expected MOTCUA_PUSH_CONTACT to be an https: or mailto: address, but it is "${who}"`);
  return { ...keys, contact: who, services: knownServices() };
};
