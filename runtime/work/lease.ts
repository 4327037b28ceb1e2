import type { Rows } from '../../storage/table.ts';
import type { Surroundings } from '../runtime.ts';
import { later, LEASE_MS } from './backoff.ts';

interface Leasable {
  readonly id: string;
  readonly runAt: string;
  readonly attempts: number;
  readonly fence: number;
  readonly leasedBy: string | null;
}

/**
 * Takes rows in hand before anything is done with them. The try is counted first: work that kills its process is not
 * tried for ever. Each lease raises `fence`; whoever reports with an older one is too late.
 */
export async function lease<Row extends Leasable>(world: Surroundings, owner: string, rows: Rows<Row>, due: readonly Row[]): Promise<Row[]> {
  const runAt = later(world.now(), LEASE_MS);
  const leased: Row[] = [];
  for (const row of due) {
    const hold = { runAt, leasedBy: owner, fence: row.fence + 1, attempts: row.attempts + 1 };
    await rows.update({ id: row.id } as unknown as Parameters<typeof rows.update>[0], hold as unknown as Partial<Row>);
    leased.push({ ...row, ...hold });
  }
  return leased;
}
