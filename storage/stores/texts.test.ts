import assert from 'node:assert/strict';
import fc from 'fast-check';
import { runs } from '../../engine/testing/runs.ts';
import { codec } from '../codec.ts';
import type { Where } from '../table.ts';
import { tasks } from '../tables/tasks.ts';
import type { TaskRow } from '../tables/tasks.ts';
import { KnexRows } from './knex-rows.ts';
import type { Session, Statement } from './session.ts';
import { whereSql } from './sql-where.ts';
import type { Bindings } from './sql-where.ts';

/** What is said to a database that finds nothing. */
const saying = (): { readonly rows: KnexRows<TaskRow>; readonly said: Statement[] } => {
  const said: Statement[] = [];
  const note = (statement: Statement) => {
    said.push(statement);
    return { rows: [], changes: 1 };
  };
  const session: Session = { dialect: 'sqlite', locks: false, ask: note, write: note, send: note };
  return { rows: new KnexRows(tasks, session), said };
};

const text = fc.constantFrom('a', 'b', 'open');
/** Mostly few and plain, so that the same forms come again. */
const simple = fc.oneof(text, fc.constant(null), fc.constant(undefined), fc.record({ lte: text }), fc.record({ lt: text }), fc.record({ gte: text }), fc.record({ gt: text }));
const condition = fc.oneof({ weight: 9, arbitrary: simple }, fc.record({ gte: text, lt: text }), fc.record({ in: fc.array(text, { maxLength: 3 }) }), fc.constant({}));
const plain = fc.dictionary(fc.constantFrom('node', 'status', 'claimedBy'), condition, { noNullPrototype: true, maxKeys: 2 });
const where = fc.oneof({ weight: 4, arbitrary: plain }, fc.tuple(plain, fc.array(plain, { maxLength: 2 })).map(([own, any]) => ({ ...own, any }))) as unknown as fc.Arbitrary<Where<TaskRow>>;
const change = fc.dictionary(fc.constantFrom('status', 'node', 'closedBy'), text, { minKeys: 1, noNullPrototype: true }) as unknown as fc.Arbitrary<Partial<TaskRow>>;
const limit = fc.constantFrom(undefined, {}, { limit: 1 }, { limit: 2 }, { lock: 'wait' } as const);

describe('Statements that were said before', () => {
  it('are said as if they were put together anew, each with its own values', async () => {
    const its = codec(tasks);
    const fresh = (given: Where<TaskRow>): { readonly sql: string; readonly bindings: Bindings } => {
      const bindings: Bindings = [];
      return { sql: whereSql(its, given, bindings), bindings };
    };
    await fc.assert(fc.asyncProperty(where, change, limit, async (given, changed, selection) => {
      const { rows, said } = saying();
      await rows.find(given, selection);
      await rows.count(given).catch(() => undefined);
      await rows.set(given, changed);
      const { sql, bindings } = fresh(given);
      const [found, counted, set] = said;
      const most = selection?.limit === 1 ? ' limit 1' : selection?.limit === 2 ? ' limit (? + 0)' : '';
      assert.equal(found!.sql.slice(found!.sql.indexOf(' where ')), ` where ${sql}${most}`);
      assert.deepEqual(found!.bindings, selection?.limit === 2 ? [...bindings, 2] : bindings);
      assert.deepEqual([counted!.sql, counted!.bindings], [`select count(*) as number from "tasks" where ${sql}`, bindings]);
      const names = Object.keys(changed).map((name) => `"${its.raw(name)}" = ?`).join(', ');
      assert.deepEqual([set!.sql, set!.bindings], [`update "tasks" set ${names} where ${sql}`, [...Object.values(changed), ...bindings]]);
    }), runs(500));
  });

  it('refuse a column that is none, also when they were said before', async () => {
    const { rows } = saying();
    for (const again of [1, 2]) await assert.rejects(rows.find({ nobody: null } as never), /expected a column of "tasks"/, String(again));
    await assert.rejects(rows.find({ nobody: 'x' } as never), /expected a column of "tasks"/);
  });
});
