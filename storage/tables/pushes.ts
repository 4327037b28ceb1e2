import { table } from '../table.ts';

/** A browser on a device that wants what its owner is told as a push (RFC 8030), as it subscribed. */
export interface PushDeviceRow {
  /** Hash of the endpoint: one browser is one row, whoever turned it on last. */
  readonly id: string;
  readonly accountId: string;
  /** Secret address at the push service of the browser's maker. */
  readonly endpoint: string;
  /** The browser's own key and secret for RFC 8291, base64url. */
  readonly publicKey: string;
  readonly secret: string;
  /** Public key of the house for which it subscribed: no other reaches it. */
  readonly houseKey: string;
  readonly language: 'vi' | 'en';
  readonly createdAt: string;
  /** Up to when its owner has looked at their worklist's news: for staff. */
  readonly lookedAt: string;
}

/** What a locked phone may show, in both languages, and the page that a tap opens. */
export interface PushContent {
  readonly title: { readonly vi: string; readonly en: string };
  readonly body: { readonly vi: string; readonly en: string };
  /** Path of a page of this house. */
  readonly url: string;
  /** What is told later of the same takes its place on the phone. */
  readonly tag: string;
  readonly urgent?: true;
}

/** A push on its way to one device: handed to the push service at least once, always with the same `id`. */
export interface PushRow {
  readonly id: string;
  readonly deviceId: string;
  readonly content: PushContent;
  /** `expired`: it was no news any more when it could have been sent. */
  readonly status: 'open' | 'sent' | 'failed' | 'expired';
  readonly createdAt: string;
  readonly runAt: string;
  readonly expiresAt: string;
  readonly sentAt: string | null;
  readonly attempts: number;
  readonly fence: number;
  readonly leasedBy: string | null;
  readonly error: string | null;
}

export const pushDevices = table<PushDeviceRow>({
  name: 'pushDevices',
  key: ['id'],
  columns: { id: 'text', accountId: 'text', endpoint: 'text', publicKey: 'text', secret: 'text', houseKey: 'text', language: 'text', createdAt: 'text', lookedAt: 'text' },
});

export const pushes = table<PushRow>({
  name: 'pushes',
  key: ['id'],
  columns: {
    id: 'text', deviceId: 'text', content: 'json', status: 'text', createdAt: 'text', runAt: 'text', expiresAt: 'text', sentAt: 'text', attempts: 'integer', fence: 'integer',
    leasedBy: 'text', error: 'text',
  },
});
