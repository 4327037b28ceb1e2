import type { Transaction } from '../../storage/store.ts';
import type { LevelDelegationRow } from '../../storage/tables/level-delegations.ts';
import { inForce } from '../../storage/tables/units.ts';
import { communal } from '../../procedures/place-of.ts';
import type { DelegateLevel, LevelDelegation } from '../api/delegation.ts';
import { unitKinds } from '../designer/staffing.ts';
import type { Handlers } from '../http/handler.ts';
import { once } from '../http/once.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { competentKinds } from '../library/competent-kinds.ts';
import type { Package } from '../library/package.ts';
import type { Services } from '../services.ts';
import { namesOf, type Names } from '../views/names.ts';

const day = 86_400_000;
const subject = 'roles';

/** What one level of units delegates to another: from then on the other decides, by the document. */
export const levelDelegationHandlers = ({ store, library, newId }: Services) => {
  const view = (row: LevelDelegationRow, names: Names): LevelDelegation => ({
    id: row.id, procedure: row.procedureKey, fromKind: row.fromKind, toKind: row.toKind, document: row.document, from: row.validFrom, to: row.validTo, givenAt: row.createdAt, givenBy: names.person(row.createdBy),
  });
  const viewOf = async (tx: Transaction, row: LevelDelegationRow) => view(row, await namesOf(tx, [], [row.createdBy]));

  return {
    'GET /api/level-delegations': ({ at }) => store.read(async (tx) => {
      const rows = await tx.levelDelegations.find({}, { order: [['validFrom', 'desc'], ['id', 'asc']], limit: 1_000 });
      const names = await namesOf(tx, [], rows.map(({ createdBy }) => createdBy));
      const procedures = (await library.published(tx)).readable.flatMap((pack) => {
        const kinds = competentKinds(pack) ?? [];
        return kinds.length === 0 ? [] : [{ key: pack.procedure.key, name: pack.procedure.shortName, kinds: [...kinds] }];
      });
      return { at, delegations: rows.map((row) => view(row, names)), procedures, kinds: await unitKinds(tx, at) };
    }),

    'POST /api/level-delegations': ({ body, actor, key, at, language }) => once(store, { actor: actor.account.id, key, kind: 'level.delegate', body, at }, async (tx) => {
      const pack = await library.current(tx, body.procedure);
      const fault = pack === undefined ? noProcedure : await faultOf(tx, pack, body, at);
      if (fault !== undefined) throw new ProblemError('invalid', { errors: [{ path: fault.path, message: language === 'vi' ? fault.vi : fault.en }] });
      const row = { id: newId(), procedureKey: body.procedure, fromKind: body.fromKind, toKind: body.toKind, document: body.document.trim(), validFrom: body.from, validTo: body.to, createdAt: at, createdBy: actor.account.id };
      await tx.levelDelegations.insert(row);
      await tx.houseLog.insert({ id: newId(), at, actor: actor.account.id, kind: 'level.delegate', subject, note: told(pack, row), detail: row });
      return viewOf(tx, row);
    }),

    'POST /api/level-delegations/:id/end': ({ params, body, actor, key, at, language }) => once(store, { actor: actor.account.id, key, kind: 'level.end', body: { ...params, ...body }, at }, async (tx) => {
      const row = await tx.levelDelegations.first({ id: params.id }, { lock: 'wait' });
      if (row === undefined) throw notFound();
      const say = (vi: string, en: string) => new ProblemError('invalid', { errors: [{ path: '/at', message: language === 'vi' ? vi : en }] });
      if (Date.parse(body.at) < Date.parse(at) - day) throw say('Không kết thúc cho quá khứ: chọn hôm nay hoặc sau này.', 'Nothing is ended for the past: choose today or later.');
      if (row.validTo !== null && row.validTo <= body.at) throw say('Ủy quyền này đã kết thúc trước ngày đó.', 'The delegation ends before that day already.');
      // one that has not begun ends where it would begin, and so never holds
      const ended = { ...row, validTo: body.at < row.validFrom ? row.validFrom : body.at };
      await tx.levelDelegations.update({ id: row.id }, { validTo: ended.validTo });
      await tx.houseLog.insert({ id: newId(), at, actor: actor.account.id, kind: 'level.end', subject, note: `${told(await library.current(tx, row.procedureKey), row)}, ${body.note.trim()}`, detail: { before: row, validTo: ended.validTo } });
      return viewOf(tx, ended);
    }),
  } satisfies Partial<Handlers>;
};

const told = (pack: Package | undefined, { procedureKey, document, toKind }: LevelDelegationRow): string => `${pack?.procedure.shortName.vi ?? procedureKey} → ${toKind}, ${document}`;

interface Fault { readonly path: string; readonly vi: string; readonly en: string }

const noProcedure: Fault = { path: '/procedure', vi: 'Thủ tục này chưa được ban hành.', en: 'This procedure is not published.' };

/** Why it cannot be delegated so; nothing when it can. */
async function faultOf(tx: Transaction, pack: Package, { procedure, fromKind, toKind, from, to }: DelegateLevel, at: string): Promise<Fault | undefined> {
  if (!competentKinds(pack)?.includes(fromKind)) return { path: '/fromKind', vi: 'Bảng thẩm quyền của thủ tục không giao cho cấp này.', en: 'The procedure’s rule of competence names no such level.' };
  if (toKind === fromKind) return { path: '/toKind', vi: 'Hãy chọn một cấp khác với cấp ủy quyền.', en: 'Choose another level than the one that delegates.' };
  if (toKind !== communal && (await tx.units.count({ kind: toKind, ...inForce(at) })) === 0) return { path: '/toKind', vi: 'Không có đơn vị nào thuộc cấp này.', en: 'There is no unit of this level.' };
  if (Date.parse(from) < Date.parse(at) - day) return { path: '/from', vi: 'Không ủy quyền cho quá khứ: chọn hôm nay hoặc sau này.', en: 'Nothing is delegated for the past: choose today or later.' };
  if (to !== null && to <= from) return { path: '/to', vi: 'Ngày kết thúc phải sau ngày bắt đầu.', en: 'It must end after it begins.' };
  const others = (await tx.levelDelegations.find({ procedureKey: procedure })).filter((one) => one.validFrom < (to ?? '9999') && (one.validTo ?? '9999') > from);
  if (others.some((one) => one.fromKind === fromKind)) return { path: '/from', vi: 'Trong thời gian này thẩm quyền đó đã được ủy quyền: hãy kết thúc ủy quyền cũ trước.', en: 'That competence is delegated at that time already: end the other delegation first.' };
  return undefined;
}
