import { officeDate } from '../../engine/calendar/office-day.ts';
import { isOfKind, unitRule, unitRules, unitWordNames, unitWords } from '../../procedures/parameters.ts';
import type { Transaction } from '../../storage/store.ts';
import type { UnitRow } from '../../storage/tables/units.ts';
import type { UnitSettingRow } from '../../storage/tables/unit-settings.ts';
import type { SetUnit, UnitSetting, UnitSettings } from '../api/unit-setting.ts';
import type { Actor } from '../access/actor.ts';
import { settableUnits } from '../access/scope.ts';
import type { Handlers } from '../http/handler.ts';
import { once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { namesOf, type Names } from '../views/names.ts';

const day = 86_400_000;

/** What a unit sets for itself from a day on: counters, hours, and what procedures declare. */
export const unitSettingHandlers = ({ store, library, newId }: Services) => {
  const view = ({ id, procedureKey, name, value, document, validFrom, createdAt, createdBy }: UnitSettingRow, names: Names): UnitSetting =>
    ({ id, procedure: procedureKey, name, value, document, from: validFrom, setAt: createdAt, setBy: names.person(createdBy) });
  const unitOf = async (tx: Transaction, actor: Actor, id: string) => {
    const unit = await tx.units.first({ ...settableUnits(actor), id });
    if (unit === undefined) throw notFound();
    return unit;
  };

  return {
    'GET /api/units/:id/settings': ({ params, actor, at }) => store.read(async (tx): Promise<UnitSettings> => {
      const { id, name, parentId } = await unitOf(tx, actor, params.id);
      const rows = await tx.unitSettings.find({ unitId: id }, { order: [['validFrom', 'desc'], ['createdAt', 'desc'], ['id', 'asc']], limit: 1_000 });
      const names = await namesOf(tx, [], rows.map(({ createdBy }) => createdBy));
      const procedures = (await library.published(tx)).readable.flatMap(({ procedure: { key, shortName, parameters } }) => (parameters === undefined ? [] : [{
        key, name: shortName, parameters: parameters.map(({ name: of, label, hint, kind, usual }) => ({ name: of, label, hint: hint ?? null, kind, usual })),
      }]));
      return { at, today: officeDate(at), unit: { id, name }, words: [...unitWords.map((word) => ({ name: word, label: unitWordNames[word], kind: 'text' as const, needsDocument: false })), ...Object.entries(unitRules).filter(([, { top }]) => !top || parentId === null).map(([rule, { label, kind, needsDocument }]) => ({ name: rule, label, kind, needsDocument }))], settings: rows.map((row) => view(row, names)), procedures };
    }),

    'POST /api/units/:id/settings': ({ params, body, actor, key, at, language }) => once(store, { actor: actor.account.id, key, kind: 'unit.set', body: { ...params, ...body }, at }, async (tx) => {
      const unit = await unitOf(tx, actor, params.id);
      const kind = await kindOf(tx, unit, body);
      const fault = kind === undefined ? noParameter : faultOf(body, kind, at);
      if (fault !== undefined) throw new ProblemError('invalid', { errors: [{ path: fault.path, message: language === 'vi' ? fault.vi : fault.en }] });
      const row: UnitSettingRow = { id: newId(), unitId: unit.id, procedureKey: body.procedure, name: body.name, value: body.value, document: body.document?.trim() || null, validFrom: body.from, createdAt: at, createdBy: actor.account.id };
      await tx.unitSettings.insert(row);
      await tx.houseLog.insert({ id: newId(), at, actor: actor.account.id, kind: 'unit.set', subject: 'roles', note: `${unit.name.vi}: ${row.name}${row.document === null ? '' : `, ${row.document}`}`, detail: row });
      return view(row, await namesOf(tx, [], [row.createdBy]));
    }),
  } satisfies Partial<Handlers>;

  async function kindOf(tx: Transaction, { parentId }: UnitRow, { procedure, name }: SetUnit) {
    if ((unitWords as readonly string[]).includes(name)) return 'text';
    const rule = unitRule(name);
    if (rule !== undefined) return procedure === null && (!rule.top || parentId === null) ? rule.kind : undefined;
    const pack = procedure === null ? undefined : await library.current(tx, procedure);
    return pack?.procedure.parameters?.find((one) => one.name === name)?.kind;
  }
};

interface Fault { readonly path: string; readonly vi: string; readonly en: string }

const noParameter: Fault = { path: '/name', vi: 'Thủ tục không cho đơn vị đặt thông số này.', en: 'The procedure lets no unit set this.' };

/** Why it cannot be set so; nothing when it can. */
function faultOf({ name, value, document, from }: SetUnit, kind: Parameters<typeof isOfKind>[0], at: string): Fault | undefined {
  if (value !== null && !isOfKind(kind, value)) return { path: '/value', vi: 'Giá trị không đúng loại của thông số.', en: 'The value is not of the kind of the parameter.' };
  if (name === 'postage' && value !== null && !(Number.isSafeInteger(value) && Number(value) >= 0)) return { path: '/value', vi: 'Cước là số đồng, không âm, không lẻ.', en: 'Postage is a whole amount of đồng.' };
  if (Date.parse(from) < Date.parse(at) - day) return { path: '/from', vi: 'Không đặt cho quá khứ: chọn hôm nay hoặc sau này.', en: 'Nothing is set for the past: choose today or later.' };
  if ((unitRule(name)?.needsDocument ?? !(unitWords as readonly string[]).includes(name)) && (document ?? '').trim() === '') return { path: '/document', vi: 'Cần ghi văn bản: thông số này theo quy định.', en: 'Name the document: this follows a rule.' };
  return undefined;
}
