import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { ecdsaWithSha256, signDigest } from './cms.ts';
import { bits, integer, octets, oid, sequence, setOf, time, utf8, within, yes } from './der.ts';

const nameOf = (text: string): Buffer => sequence(setOf(sequence(oid('2.5.4.3'), utf8(text))));
const year = 365 * 86_400_000;
const shifted = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString();

let keys: ReturnType<typeof newKeys> | undefined;
const newKeys = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** Of the certificates that the stand-in makes: whoever looks sees that nobody vouches for them. */
export const standInIssuer = 'CA mô phỏng, không có giá trị pháp lý';

/** A signature such as a service for digital signatures gives, of a key and a certificate that this process made up for whoever signs. */
export function standInSignature(digest: Uint8Array, signer: string, at: string): Buffer {
  keys ??= newKeys();
  const { publicKey, privateKey } = keys;
  const extension = (name: string, value: Buffer): Buffer => sequence(oid(name), yes, octets(value));
  const body = sequence(
    within(0, integer(Buffer.from([2]))), integer(Buffer.concat([Buffer.from([1]), randomBytes(15)])), ecdsaWithSha256,
    nameOf(standInIssuer), sequence(time(shifted(at, -year)), time(shifted(at, year))), nameOf(`${signer} (mô phỏng)`), publicKey.export({ type: 'spki', format: 'der' }),
    // No authority over others; for signatures that nobody denies (RFC 5280, 4.2.1).
    within(3, sequence(extension('2.5.29.19', sequence()), extension('2.5.29.15', bits(Buffer.from([0xc0]), 6)))),
  );
  const certificate = sequence(body, ecdsaWithSha256, bits(sign('sha256', body, privateKey)));
  return signDigest(digest, certificate, privateKey);
}
