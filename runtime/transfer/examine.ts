import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { TransferPlan } from '../command.ts';
import { versionsOf } from '../commands/transfer.ts';
import type { Surroundings } from '../runtime.ts';
import { gravity, transferVerdict, type TransferVerdict } from './verdict.ts';

const PAGE = 200;
const MOST_SHOWN = 200;

type Found = TransferVerdict & Pick<DossierRow, 'id' | 'code'>;

export interface Examined {
  readonly safe: number;
  readonly clerk: number;
  readonly citizen: number;
  readonly cannot: number;
  /** Those that need a person first, at most 200. */
  readonly dossiers: readonly Found[];
}

/** The dry run: what would become of each live dossier of the version. Nothing is changed; each page is a look of its own. */
export async function examineTransfer(world: Surroundings, plan: TransferPlan): Promise<Examined> {
  const versions = { ...(await world.store.read((tx) => versionsOf(world, tx, plan))), mapping: plan.mapping };
  const counts = { safe: 0, clerk: 0, citizen: 0, cannot: 0 };
  const shown: Found[] = [];
  for (let after = ''; ;) {
    const page = await world.store.read(async (tx) => {
      const rows = await tx.dossiers.find({ procedureHash: plan.from, status: 'active', id: { gt: after } }, { order: [['id', 'asc']], limit: PAGE });
      const verdicts: Found[] = [];
      for (const row of rows) verdicts.push({ ...(await transferVerdict(tx, row, versions, world.now())), id: row.id, code: row.code });
      return verdicts;
    });
    for (const one of page) counts[one.verdict] += 1;
    shown.push(...page.filter(({ verdict }) => verdict !== 'safe'));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.id;
  }
  const worst = shown.toSorted((a, b) => gravity(a.verdict) - gravity(b.verdict) || a.code.localeCompare(b.code));
  return { ...counts, dossiers: worst.slice(0, MOST_SHOWN) };
}
