import { isObject } from '../../forms/field-path.ts';
import type { Data } from '../../engine/state.ts';
import type { LetterRow } from '../../storage/tables/letters.ts';
import type { PaperSignature } from '../api/letter.ts';
import type { Package } from '../library/package.ts';

/** How a paper was signed, as the step that issued it kept it: null where that says nothing, or has issued another since. `digest`: of the bytes that were signed. */
export function signedOf({ definition }: Pick<Package, 'definition'>, data: Data, { id, node }: Pick<LetterRow, 'id' | 'node'>): (PaperSignature & { readonly digest: string | null }) | null {
  const result = definition.nodes[node]?.step.result;
  const issued = result === undefined ? undefined : data[result];
  if (!isObject(issued) || issued['letter'] !== id || !isObject(issued['signed'])) return null;
  const { signedAt, digest, by, note } = issued['signed'];
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { how: text(digest) === null ? 'hand' : 'digital', at: text(signedAt), by: text(by), note: text(note), digest: text(digest) };
}

export function signatureView(...asked: Parameters<typeof signedOf>): PaperSignature | null {
  const signed = signedOf(...asked);
  return signed && { how: signed.how, at: signed.at, by: signed.by, note: signed.note };
}
