import type { Transaction } from '../../storage/store.ts';
import type { Where } from '../../storage/table.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';

/** Where a page ended: later ones begin behind it. */
const cursorOf = ({ submittedAt, id }: DossierRow): string => `${submittedAt}~${id}`;

function behind(cursor: string | undefined): Where<DossierRow> {
  const [, at, id] = /^([^~]+)~([^~]+)$/.exec(cursor ?? '') ?? [];
  return at === undefined || id === undefined ? {} : { submittedAt: { lte: at }, any: [{ submittedAt: { lt: at } }, { id: { lt: id } }] };
}

const newestFirst = (one: DossierRow, other: DossierRow): number => other.submittedAt.localeCompare(one.submittedAt) || (one.id < other.id ? 1 : -1);

/**
 * A page of the newest dossiers in a scope that some conditions narrow. Each of the scope's alternatives is read in the order of its
 * own index, no further than the page: a page costs the same however many dossiers an office has had.
 */
export async function newestDossiers(tx: Transaction, { any = [{}], ...scope }: Where<DossierRow>, narrowed: Where<DossierRow>, page: { readonly cursor: string | undefined; readonly size: number }): Promise<{ readonly rows: DossierRow[]; readonly next: string | null }> {
  const found = new Map<string, DossierRow>();
  for (const one of any) {
    const rows = await tx.dossiers.find({ all: [scope, one, narrowed, behind(page.cursor)] }, { order: [['submittedAt', 'desc'], ['id', 'desc']], limit: page.size + 1 });
    for (const row of rows) found.set(row.id, row);
  }
  const rows = [...found.values()].toSorted(newestFirst).slice(0, page.size);
  return { rows, next: found.size > page.size ? cursorOf(rows.at(-1)!) : null };
}
