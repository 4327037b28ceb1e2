import { createHmac, timingSafeEqual } from 'node:crypto';

/** `sha256=<hex>`: HMAC-SHA-256 over the exact bytes. */
export const signatureOf = (secret: string, body: Uint8Array): string => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** Takes the same time for every wrong signature of the right length. */
export function isSigned(secret: string, body: Uint8Array, signature: string): boolean {
  const right = Buffer.from(signatureOf(secret, body));
  const given = Buffer.from(signature);
  return given.length === right.length && timingSafeEqual(given, right);
}
