import { createHmac, timingSafeEqual } from 'node:crypto';

/** How a text is signed. `prefix` stands before the signature, as in `sha256=<hex>`. */
export interface Signing {
  readonly algorithm: 'sha256' | 'sha512';
  readonly encoding: 'hex' | 'base64';
  readonly prefix?: string;
}

const ours: Signing = { algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=' };

/** HMAC over the exact bytes: `sha256=<hex>` of SHA-256 unless it is signed in another way. */
export const signatureOf = (secret: string, body: Uint8Array, { algorithm, encoding, prefix = '' }: Signing = ours): string =>
  `${prefix}${createHmac(algorithm, secret).update(body).digest(encoding)}`;

/** Takes the same time for every wrong signature of the right length. Hex may be written in capitals. */
export function isSigned(secret: string, body: Uint8Array, signature: string, signing: Signing = ours): boolean {
  const right = Buffer.from(signatureOf(secret, body, signing));
  const given = Buffer.from(signing.encoding === 'hex' ? signature.toLowerCase() : signature);
  return given.length === right.length && timingSafeEqual(given, right);
}
