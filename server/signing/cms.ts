import { createHash, sign, verify, X509Certificate, type KeyObject } from 'node:crypto';
import { integer, NotDer, octets, oid, partOf, partsOf, sequence, setOf, tagged, within, type Part } from './der.ts';

const data = oid('1.2.840.113549.1.7.1');
const signedData = oid('1.2.840.113549.1.7.2');
const contentType = oid('1.2.840.113549.1.9.3');
const messageDigest = oid('1.2.840.113549.1.9.4');
const signingCertificate = oid('1.2.840.113549.1.9.16.2.47');
const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'));
export const ecdsaWithSha256 = sequence(oid('1.2.840.10045.4.3.2'));

const one = integer(Buffer.from([1]));
const attribute = (type: Buffer, value: Buffer): Buffer => sequence(type, setOf(value));

/** A detached signature (CMS SignedData, RFC 5652, with the attributes of ETSI EN 319 122-1) over bytes with that SHA-256. `key`: of the certificate, on P-256. */
export function signDigest(digest: Uint8Array, certificate: Buffer, key: KeyObject): Buffer {
  const attributes = setOf(
    attribute(contentType, data),
    attribute(messageDigest, octets(digest)),
    attribute(signingCertificate, sequence(sequence(sequence(octets(createHash('sha256').update(certificate).digest()))))),
  );
  const { issuer, serial } = namesOf(certificate);
  const signer = sequence(one, sequence(issuer, serial), sha256, tagged(0xa0, partOf(attributes).content), ecdsaWithSha256, octets(sign('sha256', attributes, key)));
  return sequence(signedData, within(0, sequence(one, setOf(sha256), sequence(data), within(0, certificate), setOf(signer))));
}

/** By what a signer names its certificate. */
function namesOf(certificate: Buffer): { readonly issuer: Buffer; readonly serial: Buffer } {
  const [body] = partsOf(partOf(certificate));
  const fields = (body === undefined ? [] : partsOf(body)).filter(({ tag }) => tag !== 0xa0);
  const [serial, , issuer] = fields;
  if (serial === undefined || issuer === undefined) throw new NotDer('expected a certificate with a number and an issuer, but it has none');
  return { issuer: issuer.whole, serial: serial.whole };
}

export interface ReadSignature {
  /** Of whoever signed. */
  readonly certificate: X509Certificate;
  /** SHA-256 of the bytes that it says to be of. */
  readonly digest: Buffer;
  /** It was made with the key of the certificate. Nothing is said of who stands behind that. */
  readonly holds: boolean;
}

/** Reads a detached signature; undefined for what is none that this house knows (one signer, SHA-256, signed attributes). Never throws for what the bytes are. */
export function readSignature(bytes: Buffer): ReadSignature | undefined {
  try {
    const [type, wrapped] = partsOf(partOf(bytes));
    if (type === undefined || wrapped === undefined || !type.whole.equals(signedData)) return undefined;
    const parts = partsOf(partOf(wrapped.content));
    const certificates = parts.find(({ tag }) => tag === 0xa0);
    const [signer, more] = partsOf(parts.at(-1)!);
    if (certificates === undefined || signer === undefined || more !== undefined) return undefined;
    return ofSigner(partsOf(signer), partsOf(certificates).map(({ whole }) => whole));
  } catch {
    // A library's own fault about a certificate says no more than ours about the rest: nobody can read it.
    return undefined;
  }
}

function ofSigner([, names, algorithm, signed, , signature]: readonly Part[], certificates: readonly Buffer[]): ReadSignature | undefined {
  if (names === undefined || algorithm === undefined || signed?.tag !== 0xa0 || signature === undefined) return undefined;
  const found = certificates.find((certificate) => {
    const { issuer, serial } = namesOf(certificate);
    return names.content.equals(Buffer.concat([issuer, serial]));
  });
  const [digestName] = partsOf(algorithm);
  const stated = partsOf(signed).map(partsOf).find(([type]) => type?.whole.equals(messageDigest))?.[1];
  if (found === undefined || stated === undefined || digestName === undefined || !digestName.whole.equals(partOf(sha256).content)) return undefined;
  const certificate = new X509Certificate(found);
  // What is signed is the set of attributes, not its place in the signer's (RFC 5652, 5.4).
  const holds = verify('sha256', tagged(0x31, signed.content), certificate.publicKey, signature.content);
  return { certificate, digest: Buffer.from(partOf(stated.content).content), holds };
}
