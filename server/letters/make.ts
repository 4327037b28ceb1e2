import { fillLetter } from '../../procedures/letters/fill.ts';
import { templateFor } from '../../procedures/letters/variant.ts';
import { usualPurpose, type LetterPurpose } from '../../procedures/procedure.ts';
import type { Transaction } from '../../storage/store.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import { renderApart } from './render-apart.ts';
import type { Package } from '../library/package.ts';
import type { Services } from '../services.ts';
import { applicationOf } from '../views/answer.ts';
import type { Folder } from '../views/folder.ts';
import { letterContext, type LetterFacts } from './context.ts';
import { labelsOf } from './labels.ts';
import { mapsOf } from './maps.ts';
import { systemsToSign, type Signer } from './sign-paper.ts';
import { picturesOf, readPictures } from './pictures.ts';

export interface FilledPaper {
  readonly title: { readonly vi: string; readonly en: string };
  readonly capacity: string | null;
  /** Whoever signs it; null where nobody has done a step yet. */
  readonly signer: Signer | null;
  readonly purpose: LetterPurpose;
  /** Sets it as PDF; takes about half a second and no transaction. */
  readonly render: () => Promise<Uint8Array>;
}

/** What a letter of that version of a procedure is to whoever applied. */
export const purposeOf = ({ procedure }: Pick<Package, 'procedure'>, letter: string): LetterPurpose => (Object.hasOwn(procedure.letters, letter) ? procedure.letters[letter]?.purpose : undefined) ?? usualPurpose;

/** Fills a letter of the dossier's procedure version; undefined when it has no such letter. `lookUp` is the page its QR code leads to. */
export async function fillPaper(tx: Transaction, { configuration, files, signing }: Pick<Services, 'configuration' | 'files' | 'signing'>, folder: Folder, letter: string, facts: Omit<LetterFacts, 'phone' | 'simulated'>, lookUp = `/verify/${facts.code}`): Promise<FilledPaper | undefined> {
  const template = folder.pack.letters.get(templateFor(folder.pack.procedure, letter, applicationOf(folder.dossier.data), facts.issuedAt));
  if (template === undefined) return undefined;
  const { context, capacity, signer } = await letterContext(tx, folder, { ...facts, phone: configuration.phone, simulated: systemsToSign({ configuration, signing }) === 'simulated' });
  const filled = fillLetter(template, context, facts.issuedAt, labelsOf(folder.pack, await cataloguesFor(tx, undefined, facts.issuedAt)));
  const pictures = await picturesOf(tx, folder.dossier.id, filled);
  const maps = await mapsOf(tx, filled);
  const seal = {
    verifyUrl: `${configuration.publicUrl}${lookUp}`, verifyCode: facts.code,
    ...(configuration.sample ? { notice: 'Bản mẫu với dữ liệu giả định, không có giá trị pháp lý.' } : {}),
  };
  return { title: template.name, capacity, signer, purpose: purposeOf(folder.pack, letter), render: async () => renderApart(filled, seal, await readPictures(files, pictures), maps) };
}
