import type { Data } from '../../engine/state.ts';
import { lookUpInputs, lookUpKinds, type LookUpKind } from '../../procedures/look-ups.ts';
import type { Transaction } from '../../storage/store.ts';
import type { Package } from '../library/package.ts';
import { planning } from './planning.ts';
import { road } from './road.ts';

/** Asks the house something about an application; undefined when it found nothing. The answer says where it comes from and of which day that is. */
export type LookUp = (tx: Transaction, inputs: Data, at: string) => Promise<Data | undefined>;

const lookUps = { planning, road } as const satisfies Readonly<Record<LookUpKind, LookUp>>;

/** What the look-ups of a procedure answer for an application, by their names: what stands as `lookUps` in a dossier's data. */
export async function lookUpsFor(tx: Transaction, pack: Package, application: Data, at: string): Promise<Data> {
  const answers: Record<string, Data> = {};
  for (const { name, kind, inputs } of lookUpInputs(pack, application, at)) answers[name] = (await lookUps[kind](tx, inputs, at)) ?? lookUpKinds[kind].nothing;
  return answers;
}
