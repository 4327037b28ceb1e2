import type { PublicClock } from '../api/figures.ts';
import { isService } from '../library/package.ts';
import type { Services } from '../services.ts';
import { minimum, procedureFigures, sample, unitFigures } from './procedure-figures.ts';

const day = 86_400_000;
const days = 365;
/** Figures of a year do not change by the minute: they are found once in a while for everybody who asks. */
const keptFor = 600_000;

/** How long offices really take. Asked at the same time, it is found once. */
export function publicClock({ store, library, now, configuration }: Pick<Services, 'store' | 'library' | 'now' | 'configuration'>): () => Promise<PublicClock> {
  let kept: { readonly at: number; readonly clock: Promise<PublicClock> } | undefined;
  const find = async (at: string): Promise<PublicClock> => {
    const from = new Date(Date.parse(at) - days * day).toISOString();
    // What the office begins itself is no service that people wait for.
    const packs = await store.read(async (tx) => (await library.published(tx)).readable.filter(isService));
    const found: Awaited<ReturnType<typeof procedureFigures>>[] = [];
    for (const pack of packs) found.push(await procedureFigures(store, pack, { from, at }));
    const units = await store.read((tx) => unitFigures(tx, found.flatMap(({ ended }) => ended), found.flatMap(({ rated }) => rated), at));
    return { at, from, days, minimum, sample, fictional: configuration.sample, procedures: found.map(({ figures }) => figures), units };
  };
  return () => {
    const at = now();
    if (kept === undefined || Math.abs(Date.parse(at) - kept.at) > keptFor) {
      const clock = find(at);
      kept = { at: Date.parse(at), clock };
      clock.catch(() => {
        kept = undefined;
      });
    }
    return kept.clock;
  };
}
