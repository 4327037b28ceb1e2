import type { Data } from '../../../engine/state.ts';
import { usualPurpose } from '../../../procedures/procedure.ts';
import type { Connector } from '../../../runtime/connector.ts';
import type { FileRow } from '../../../storage/tables/files.ts';
import { keepLetter, newVerifyCode } from '../../connectors/letter-issue.ts';
import { purposeOf } from '../../letters/make.ts';
import type { Services } from '../../services.ts';

/** The one sheet that stands for all papers of the past. */
export interface Sheet { readonly sha256: string; readonly size: number }

/** Issues letters of the past as the house does, but for the sheet itself: one for all, which says that it is made up. Setting each takes longest of all. */
export function pastLetters(house: Services, sheet: Sheet): Connector {
  return {
    kind: 'transactional',
    async within(call, hands) {
      const { inputs, dossier } = call;
      const letter = String(inputs['letter']);
      const pack = await house.library.version(hands.tx, dossier.procedureHash);
      const title = pack?.procedure.letters[letter]?.name ?? { vi: letter, en: letter };
      const number = typeof inputs['number'] === 'string' && inputs['number'] !== '' ? inputs['number'] : `${dossier.code}/${letter}`;
      const made = { key: letter, number, issuedAt: hands.now, code: newVerifyCode(), title: { ...title }, name: title.vi, capacity: null, purpose: pack === undefined ? usualPurpose : purposeOf(pack, letter), ...sheet };
      return keepLetter(call, made, hands);
    },
  };
}

/** What stands for all papers and all photos of the past. */
export interface Stock { readonly sheet: Sheet; readonly photo: Sheet }

/** Papers that somebody brings: rows of their own over the same sheet, or the same photo. */
export function paperRows({ newId, now }: Pick<Services, 'newId' | 'now'>, account: string, { sheet, photo }: Stock, dossierId: string | null): { readonly rows: readonly FileRow[]; readonly paperOf: (name: string) => Data } {
  const rows: FileRow[] = [];
  const paperOf = (name: string): Data => {
    const isPhoto = /\.(jpe?g|png|webp)$/i.test(name);
    const kind = isPhoto ? { ...photo, type: 'image/png', name: name.replace(/\.[a-z]+$/i, '.png') } : { ...sheet, type: 'application/pdf', name: name.replace(/\.[a-z]+$/i, '.pdf') };
    const row: FileRow = { id: newId(), ...kind, ownerAccount: account, draftId: null, dossierId, createdAt: now() };
    rows.push(row);
    return { file: row.id, name: row.name, size: row.size, type: row.type, sha256: row.sha256 };
  };
  return { rows, paperOf };
}
