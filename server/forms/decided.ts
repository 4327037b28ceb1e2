import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Data } from '../../engine/state.ts';
import { competenceOf, feeOf, timeLimitOf, type FeeAnswer } from '../../procedures/decide.ts';
import { filingFacts } from '../../procedures/filing-facts.ts';
import { limitOn } from '../../procedures/in-force.ts';
import { communal, placeOf } from '../../procedures/place-of.ts';
import type { LegalBasis } from '../../procedures/procedure.ts';
import { delegatedKind } from '../../runtime/delegated-kind.ts';
import { localData } from '../../runtime/local-data.ts';
import { nearestUnit } from '../../runtime/nearest-unit.ts';
import type { Transaction } from '../../storage/store.ts';
import { inForce, type UnitRow } from '../../storage/tables/units.ts';
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
  /** Whose people receive for it: its one-stop counter when it has one. */
  readonly receiving: UnitRow | undefined;
  /** The agency that the rule of competence names, whether it is here or not. */
  readonly agency: LocalText | undefined;
  /** It is the commune of the place. */
  readonly communal: boolean;
  readonly reasons: Reason[];
  /** What the house looked up for it, by name. */
  readonly lookUps: Data;
}

export const decidedFor = async (tx: Transaction, pack: Package, application: Data, channel: string, at: string): Promise<Decided> =>
  decidedWith(tx, pack, { application, lookUps: await lookUpsFor(tx, pack, application, at) }, channel, at);

/** The same of what was looked up already. */
export async function decidedWith(tx: Transaction, pack: Package, { application, lookUps }: { readonly application: Data; readonly lookUps: Data }, channel: string, at: string): Promise<Decided> {
  const known: Data = { ...(pack.procedure.lookUps && { lookUps }), application, filing: filingFacts(at, channel) };
  const competence = competenceOf(pack, known, at);
  const reasons: Reason[] = [];
  const decides = 'failed' in competence ? undefined : await delegatedKind(tx, pack.procedure.key, competence.unitKind, at);
  const unit = decides && (await unitFor(tx, decides.kind, placeOf(pack.procedure, application), at));
  const data: Data = { ...known, ...(await localData(tx, pack.procedure, unit?.id, at)) };
  const fee = feeOf(pack, data, at);
  const time = timeLimitOf(pack, data, at);
  if (!('failed' in competence)) reasons.push({ about: 'unit', text: competence.name, legalBasis: firstOf(competence.legalBasis) });
  if (unit && decides?.document !== undefined) reasons.push(delegatedTo(unit, decides.document));
  const { source: limited } = limitOn(pack.procedure, officeDate(at));
  const rule = pack.procedure.legalBasis.find(({ source }) => source === limited) ?? pack.procedure.legalBasis[0];
  if (!('failed' in time)) reasons.push({ about: 'timeLimit', text: lawIn(limited) ?? pack.procedure.name, legalBasis: rule?.title ?? null });
  if (!('failed' in fee)) reasons.push(...fee.lines.map((line): Reason => ({ about: 'fee', text: line.name, legalBasis: firstOf(line.legalBasis) })));
  return {
    unit, receiving: unit && ((await tx.units.first({ parentId: unit.id, kind: 'one-stop', ...inForce(at) }, { order: [['id', 'asc']] })) ?? unit),
    lookUps, fee: 'failed' in fee ? noFee : feeView(fee), timeLimit: 'failed' in time ? null : time.limit,
    agency: 'failed' in competence ? undefined : competence.name, communal: decides?.kind === communal, reasons,
  };
}

/** Why it is that unit though the rule names another level. */
const delegatedTo = ({ name }: UnitRow, document: string): Reason => ({ about: 'unit', text: { vi: `${name.vi}, theo ủy quyền`, en: `${name.en}, by delegation` }, legalBasis: { vi: document, en: document } });

/** Of the units in force, the commune of the place, or the one of the kind that the rule names; of several, the one nearest to that commune. */
async function unitFor(tx: Transaction, kind: string, place: Data, at: string): Promise<UnitRow | undefined> {
  const asked = textAt(place, 'commune');
  const commune = asked === null ? undefined : await tx.units.first({ id: wardOf(asked), ...inForce(at) });
  if (kind === communal) return commune;
  const [unit, ...others] = await tx.units.find({ kind, ...inForce(at) }, { order: [['id', 'asc']], limit: 2 });
  return others.length === 0 ? unit : commune && nearestUnit(tx, commune, kind, at);
}
