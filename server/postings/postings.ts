import type { Transaction } from '../../storage/store.ts';
import type { Posting } from '../api/posting.ts';
import type { Package } from '../library/package.ts';
import { namesOf } from '../views/names.ts';

const day = 86_400_000;
const most = 200;

/** What is posted now, the newest first: letters of which a package says for how many days. */
export async function postingsOf(tx: Transaction, packs: readonly Package[], at: string): Promise<Posting[]> {
  const posted = packs.flatMap(({ procedure }) => Object.entries(procedure.letters).flatMap(([letter, { posted: { days } = { days: 0 } }]) => (days === 0 ? [] : [{ procedure, letter, days }])));
  if (posted.length === 0) return [];
  const longest = Math.max(...posted.map(({ days }) => days));
  const kinds = [...new Set(posted.map(({ letter }) => letter))];
  const letters = await tx.letters.find({ letter: { in: kinds }, issuedAt: { gte: new Date(Date.parse(at) - longest * day).toISOString(), lte: at }, revokedAt: null }, { order: [['issuedAt', 'desc'], ['id', 'asc']], limit: most });
  const dossiers = new Map((await tx.dossiers.find({ id: { in: [...new Set(letters.map(({ dossierId }) => dossierId))] } })).map((dossier) => [dossier.id, dossier]));
  const names = await namesOf(tx, [...dossiers.values()].map(({ unitId }) => unitId));
  return letters.flatMap((row): Posting[] => {
    const dossier = dossiers.get(row.dossierId);
    const kind = posted.find(({ procedure, letter }) => letter === row.letter && procedure.key === dossier?.procedureKey);
    if (dossier === undefined || kind === undefined) return [];
    const to = new Date(Date.parse(row.issuedAt) + kind.days * day).toISOString();
    if (to < at) return [];
    const { key, shortName } = kind.procedure;
    // Of a dossier nothing is told but its place, not even its code, which opens the tracking: who reads the paper itself goes where it hangs.
    const number = row.number?.startsWith(dossier.code) === true ? null : row.number;
    return [{ id: row.id, title: row.title, number, procedure: { key, name: shortName }, unit: names.unit(dossier.unitId), about: dossier.subject === '' ? null : dossier.subject, from: row.issuedAt, to }];
  });
}
