import webPush from 'web-push';
import type { PushDeviceRow } from '../../storage/tables/pushes.ts';
import type { PushConfiguration } from './push-configuration.ts';

type Device = Pick<PushDeviceRow, 'endpoint' | 'publicKey' | 'secret'>;
export interface Posting { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer }

/** What is sent for a push, which the device alone can read (RFC 8291), signed by the house (RFC 8292). Throws when the device's key is none. */
export function encrypted({ publicKey, privateKey, contact }: PushConfiguration, device: Device, text: string, how: { readonly seconds: number; readonly urgent: boolean }): Posting {
  const { headers, body } = webPush.generateRequestDetails({ endpoint: device.endpoint, keys: { p256dh: device.publicKey, auth: device.secret } }, text, {
    vapidDetails: { subject: contact, publicKey, privateKey }, TTL: how.seconds, urgency: how.urgent ? 'high' : 'normal', contentEncoding: 'aes128gcm',
  });
  return { headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])), body };
}
