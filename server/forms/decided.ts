import type { Data } from '../../engine/state.ts';
import { competenceOf, feeOf, timeLimitOf, type FeeAnswer } from '../../procedures/decide.ts';
import { communal, placeOf } from '../../procedures/place-of.ts';
import type { LegalBasis } from '../../procedures/procedure.ts';
import type { Transaction } from '../../storage/store.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import type { DraftChecked } from '../api/draft.ts';
import type { Fee } from '../api/fee.ts';
import type { LocalText } from '../api/shape.ts';
import { lookUpsFor } from '../look-ups/look-up.ts';
import type { Package } from '../library/package.ts';
import { textAt } from '../views/answer.ts';
import { wardOf } from './catalogues.ts';
import { lawIn } from '../views/law-in.ts';

type Reason = DraftChecked['reasons'][number];
const firstOf = (basis: readonly LegalBasis[]): LegalBasis['title'] | null => basis[0]?.title ?? null;

export function feeView({ lines, total, waived }: FeeAnswer): Fee {
  return {
    lines: lines.map(({ legalBasis, ...line }) => ({ ...line, legalBasis: firstOf(legalBasis) })),
    total, currency: 'VND', waived: waived === '' ? null : { vi: waived, en: waived },
  };
}
const noFee: Fee = { lines: [], total: 0, currency: 'VND', waived: null };

/** What the rules say about an application: fee, time, competent unit, each with its reason. What cannot be told yet is left open. */
export interface Decided {
  readonly fee: Fee;
  readonly timeLimit: string | null;
  readonly unit: UnitRow | undefined;
  /** The agency that the rule of competence names, whether it is here or not. */
  readonly agency: LocalText | undefined;
  /** It is the commune of the place. */
  readonly communal: boolean;
  readonly reasons: Reason[];
  /** What the house looked up for it, by name. */
  readonly lookUps: Data;
}

export async function decidedFor(tx: Transaction, pack: Package, application: Data, channel: string, at: string): Promise<Decided> {
  const lookUps = await lookUpsFor(tx, pack, application, at);
  const data: Data = { ...(pack.procedure.lookUps && { lookUps }), application, filing: { at, channel } };
  const fee = feeOf(pack, data, at);
  const time = timeLimitOf(pack, data, at);
  const competence = competenceOf(pack, data, at);
  const reasons: Reason[] = [];
  if (!('failed' in competence)) reasons.push({ about: 'unit', text: competence.name, legalBasis: firstOf(competence.legalBasis) });
  const rule = pack.procedure.legalBasis.find(({ source }) => source === pack.procedure.timeLimit.source) ?? pack.procedure.legalBasis[0];
  if (!('failed' in time)) reasons.push({ about: 'timeLimit', text: lawIn(pack.procedure.timeLimit.source) ?? pack.procedure.name, legalBasis: rule?.title ?? null });
  if (!('failed' in fee)) reasons.push(...fee.lines.map((line): Reason => ({ about: 'fee', text: line.name, legalBasis: firstOf(line.legalBasis) })));
  return {
    lookUps, fee: 'failed' in fee ? noFee : feeView(fee), timeLimit: 'failed' in time ? null : time.limit,
    unit: 'failed' in competence ? undefined : await unitFor(tx, competence.unitKind, placeOf(pack.procedure, application)), agency: 'failed' in competence ? undefined : competence.name, communal: !('failed' in competence) && competence.unitKind === communal, reasons,
  };
}

/** The commune of the place, or the one unit of the kind that the rule names. */
async function unitFor(tx: Transaction, kind: string, place: Data): Promise<UnitRow | undefined> {
  if (kind !== communal) return tx.units.first({ kind });
  const commune = textAt(place, 'commune');
  return commune === null ? undefined : tx.units.first({ id: wardOf(commune) });
}
