import { evaluate } from '../../engine/expression/feel.ts';
import type { Data } from '../../engine/state.ts';
import { isObject, valueAt } from '../../forms/field-path.ts';
import { placeAskedAt, placeOf } from '../../procedures/place-of.ts';
import type { Spot } from '../../runtime/command.ts';
import type { Transaction } from '../../storage/store.ts';
import type { DraftRow } from '../../storage/tables/drafts.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import type { Actor } from '../access/actor.ts';
import type { Delivery, DraftChecked } from '../api/draft.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { LocalText } from '../api/shape.ts';
import type { Language } from '../http/language.ts';
import type { Package } from '../library/package.ts';
import { spotOf } from '../nearby/spot-of.ts';
import { textAt } from '../views/answer.ts';
import { lookUpsView } from '../views/look-ups-view.ts';
import { asksDelivery, draftContent } from '../views/draft-view.ts';
import { cataloguesFor } from './catalogues.ts';
import { decidedFor } from './decided.ts';
import { judge } from './judge.ts';
import { strayFiles } from './own-files.ts';

export interface CheckedDraft {
  readonly view: DraftChecked;
  /** Competent unit, and the one that receives: its one-stop counter when it has one. */
  readonly unit: UnitRow | undefined;
  readonly receiving: UnitRow;
  readonly delivery: Delivery | undefined;
  readonly subject: string;
  /** What the house looked up, to be kept in the dossier's data. */
  readonly lookUps: Data;
  /** Where it lies, for procedures that say so. */
  readonly spot: Spot | undefined;
}

const missing = { vi: 'Chọn cách nhận kết quả', en: 'Choose how you want the result' };
const noUnit = (agency: LocalText | undefined): LocalText => (agency === undefined || agency.vi === ''
  ? { vi: 'Địa điểm không thuộc phạm vi của đơn vị.', en: 'The place is outside the units that take this procedure.' }
  : { vi: `Hồ sơ này thuộc thẩm quyền của ${agency.vi}, không nộp được ở đây.`, en: `This belongs to the ${agency.en}, which takes no applications here.` });

/** Judges a draft as it would be filed: answers, files, delivery, and what the rules decide. */
export async function checkDraft(tx: Transaction, pack: Package, row: DraftRow, actor: Actor, language: Language, at: string): Promise<CheckedDraft> {
  const { application, delivery: asked } = draftContent(row);
  const form = pack.forms.get(pack.procedure.forms.application);
  if (form === undefined) throw new Error(`expected the form "${pack.procedure.forms.application}" in ${pack.procedure.key}, but there is none`);
  const { value, errors, warnings } = judge(form, application, at, await cataloguesFor(tx, actor, at, form), language);
  const stray = await strayFiles(tx, value, actor, null, language);
  const [first] = pack.procedure.delivery;
  // a form that does not ask leaves nobody stuck: the procedure's first way, and mostly its only one
  const delivery = asksDelivery(pack) ? (asked ?? (first && { method: first.method })) : isObject(value['delivery']) ? (value['delivery'] as unknown as Delivery) : undefined;
  const decided = await decidedFor(tx, pack, value, 'online', at);
  const found: FieldProblem[] = [...errors, ...stray];
  if (delivery === undefined && asksDelivery(pack)) found.push({ path: 'delivery.method', message: missing[language] });
  // A commune that is not here is the place's fault; any other agency is named.
  const elsewhere = !decided.communal;
  if (found.length === 0 && decided.unit === undefined) found.push({ path: communeAsked(pack, value), message: noUnit(elsewhere ? decided.agency : undefined)[language] });
  const { unit } = decided;
  return {
    view: {
      revision: row.revision, valid: found.length === 0, errors: found, warnings, data: value, fee: decided.fee, timeLimit: decided.timeLimit,
      unit: unit === undefined ? null : { id: unit.id, name: unit.name }, reasons: decided.reasons, lookUps: lookUpsView(pack, decided.lookUps),
    },
    lookUps: decided.lookUps, spot: await spotOf(tx, pack, value, at),
    unit, receiving: decided.receiving as UnitRow, delivery, subject: subjectOf(pack, value, at),
  };
}

/** The question whose answer no unit takes: the commune of an address, or the commune alone. */
const communeAsked = ({ procedure }: Package, application: Data): string => {
  const path = placeAskedAt(procedure);
  return typeof valueAt(application, path) === 'string' ? path : `${path}.commune`;
};

/** What tells this dossier from others of its kind: what the procedure says, else the place. */
export function subjectOf({ procedure }: Package, application: Data, at: string): string {
  if (procedure.subject !== undefined) {
    const told = evaluate(procedure.subject, application, at);
    return 'value' in told && typeof told.value === 'string' ? told.value.slice(0, 200) : '';
  }
  const place = placeOf(procedure, application);
  const parts = ['houseNo', 'street'].map((part) => textAt(place, part)).filter((part) => part !== null);
  return parts.join(' ').slice(0, 200);
}
