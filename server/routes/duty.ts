import type { Transaction } from '../../storage/store.ts';
import { isAmong, rolesAt } from '../../storage/tables/role-assignments.ts';
import type { Actor } from '../access/actor.ts';
import type { NewShift } from '../api/duty.ts';
import type { LocalText } from '../api/shape.ts';
import { dutyList } from '../duty/duty-list.ts';
import { onDutyNow, shiftsAhead, shiftViews } from '../duty/shifts.ts';
import { keptUnits, rosterUnits } from '../duty/units.ts';
import type { Handlers } from '../http/handler.ts';
import { once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';

const longest = 7 * 86_400_000;
const furthest = 366 * 86_400_000;

/** Reports that count by the minute, and who is on duty for them. */
export const dutyHandlers = ({ store, library, newId }: Services) => ({
  'GET /api/desk/duty': ({ query, actor, at }) => store.read(async (tx) => {
    const { readable } = await library.published(tx);
    const procedures = readable.filter(({ procedure }) => procedure.duty !== undefined).map(({ procedure }) => ({ key: procedure.key, name: procedure.shortName }));
    const procedure = query.procedure === undefined ? procedures[0] : procedures.find(({ key }) => key === query.procedure);
    if (query.procedure !== undefined && procedure === undefined) throw notFound();
    const units = await rosterUnits(tx, actor);
    const { now, next } = onDutyNow(await shiftsAhead(tx, units.map(({ id }) => id), at), at);
    const listed = procedure === undefined ? { dossiers: [], more: 0, map: null } : await dutyList(tx, { library, store }, actor, procedure.key, at);
    return { at, procedures, procedure: procedure ?? null, onDuty: await shiftViews(tx, now), next: await shiftViews(tx, next), ...listed };
  }),

  'GET /api/desk/shifts': ({ actor, at }) => store.read(async (tx) => {
    const units = await rosterUnits(tx, actor);
    const kept = keptUnits(actor, units);
    const mine = new Set(kept.map(({ id }) => id));
    const shifts = (await shiftViews(tx, await shiftsAhead(tx, units.map(({ id }) => id), at))).map((shift) => ({ ...shift, mine: mine.has(shift.unit.id) }));
    const held = await tx.roleAssignments.find({ unitId: { in: [...mine] }, any: [{ validTo: null }, { validTo: { gt: at } }] });
    const people = await tx.accounts.find({ id: { in: held.map(({ accountId }) => accountId) }, kind: 'staff', active: true }, { order: [['name', 'asc']] });
    return {
      at, shifts,
      units: kept.map(({ id, name }) => ({ unit: { id, name }, people: people.filter((person) => held.some((role) => role.accountId === person.id && role.unitId === id)).map((person) => ({ id: person.id, name: person.name })) })),
    };
  }),

  'POST /api/desk/shifts': ({ body, actor, key, at, language }) => once(store, { actor: actor.account.id, key, kind: 'shift.give', body, at }, async (tx) => {
    await mustKeep(tx, actor, body.unit);
    const shift = { ...body, from: whole(body.from), to: whole(body.to) };
    const fault = await faultOf(tx, shift, at);
    if (fault !== undefined) throw new ProblemError('invalid', { errors: [{ path: fault.path, message: fault.said[language] }] });
    const row = { id: newId(), unitId: body.unit, accountId: body.person, startsAt: shift.from, endsAt: shift.to, note: body.note?.trim() ?? '', createdAt: at, createdBy: actor.account.id };
    await tx.dutyShifts.insert(row);
    const [view] = await shiftViews(tx, [row]);
    return { ...view!, mine: true };
  }),

  'DELETE /api/desk/shifts/:id': ({ params, actor, at }) => store.transaction(async (tx) => {
    const row = await tx.dutyShifts.first({ id: params.id, endsAt: { gt: at } });
    if (row === undefined || !keptUnits(actor, await rosterUnits(tx, actor)).some(({ id }) => id === row.unitId)) throw notFound();
    // Who was on duty stays known: a shift that has begun ends now.
    if (row.startsAt < at) await tx.dutyShifts.update({ id: row.id }, { endsAt: at });
    else await tx.dutyShifts.remove({ id: row.id });
  }),
}) satisfies Partial<Handlers>;

/** However it was written: instants are compared as texts. */
const whole = (instant: string): string => new Date(instant).toISOString();

/** A unit that is not theirs is answered as one that is not there. */
async function mustKeep(tx: Transaction, actor: Actor, unit: string): Promise<void> {
  if (!keptUnits(actor, await rosterUnits(tx, actor)).some(({ id }) => id === unit)) throw notFound();
}

interface Fault { readonly path: string; readonly said: LocalText }

async function faultOf(tx: Transaction, { unit, person, from, to }: NewShift, at: string): Promise<Fault | undefined> {
  const [begins, ends, now] = [from, to, at].map((instant) => Date.parse(instant)) as [number, number, number];
  if (ends <= begins) return { path: '/to', said: { vi: 'Ca trực phải kết thúc sau khi bắt đầu.', en: 'A shift must end after it begins.' } };
  if (ends <= now) return { path: '/to', said: { vi: 'Ca trực này đã qua: chọn giờ kết thúc sau lúc này.', en: 'This shift is over already: choose an end that is still to come.' } };
  if (ends - begins > longest) return { path: '/to', said: { vi: 'Một ca trực dài nhất 7 ngày.', en: 'A shift lasts at most 7 days.' } };
  if (begins - now > furthest) return { path: '/from', said: { vi: 'Chỉ xếp trực trong vòng một năm tới.', en: 'The roster reaches one year ahead.' } };
  if (!isAmong((await rolesAt(tx, person, from)), await rolesIn(tx, unit, person), unit)) return { path: '/person', said: { vi: 'Người này không giữ vai trò nào ở đơn vị vào lúc ấy.', en: 'This person holds no role in the unit at that time.' } };
  const same = await tx.dutyShifts.count({ unitId: unit, accountId: person, startsAt: { lt: to }, endsAt: { gt: from } });
  return same === 0 ? undefined : { path: '/from', said: { vi: 'Người này đã có ca trực trong khoảng giờ ấy.', en: 'This person is on duty already at that time.' } };
}

const rolesIn = async (tx: Transaction, unitId: string, accountId: string): Promise<string[]> => (await tx.roleAssignments.find({ unitId, accountId })).map(({ role }) => role);
