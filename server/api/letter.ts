import { Type, type Static } from 'typebox';
import { Count, Hash, Id, Instant, Line, LocalText, Text, UnitName, orNull, shape } from './shape.ts';

/** How a paper was signed: by a service for digital signatures (`by`: whom its certificate names), or with a pen, and why. */
export const PaperSignature = shape({ how: Type.Enum(['digital', 'hand']), at: orNull(Type.String()), by: orNull(Text), note: orNull(Text) });
export type PaperSignature = Static<typeof PaperSignature>;

/** A paper that was issued. `key` is the template's name, e.g. `receipt`. */
export const LetterView = shape({
  id: Id, key: Line, name: LocalText, number: orNull(Line), issuedAt: Instant,
  /** What it is to whoever applied; those that are `internal` are for the office alone. */
  purpose: Type.Enum(['result', 'along-the-way', 'internal']),
  verifyCode: Line, sha256: Hash, size: Count,
  /** Null where nothing is told of it. */
  signature: orNull(PaperSignature),
});
export type LetterView = Static<typeof LetterView>;

/** Answer to "is this paper real?": nothing about the holder beyond a masked name. */
export const VerifiedLetter = shape({
  name: LocalText, number: orNull(Line), issuedAt: Instant, unit: UnitName, signer: orNull(Line),
  procedure: LocalText, dossierCode: Line, /** Null when it was issued for nobody who applied. */
  holderMasked: orNull(Line),
  /** Compare with the hash of the file in hand. */
  sha256: Hash,
  standing: Type.Enum(['valid', 'replaced', 'revoked']),
  signature: orNull(PaperSignature),
  /** The file that is kept carries a signature, made with the key of its certificate, of all the other bytes that it has now; null where no service signed. */
  signatureHolds: orNull(Type.Boolean()),
  /** Who issued the certificate in the file. Nothing is said of who trusts them. */
  certifiedBy: orNull(Text),
  /** The dossier's record was checked just now and not one entry was rewritten. */
  recordIntact: Type.Boolean(),
});
export type VerifiedLetter = Static<typeof VerifiedLetter>;
