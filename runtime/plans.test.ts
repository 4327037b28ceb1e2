import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { accepted, filing, house, taskAt } from './testing/house.ts';
import { watchedSqlite } from './testing/house-on-disk.ts';
import { settle } from './testing/people.ts';

/** Few rows, whatever the number of dossiers. */
const small = /^(SCAN transfers|SEARCH start_timers)\b/;

describe('what is asked of the database', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'motcua-plans-'));
  const asked = new Set<string>();
  const { store, knex } = watchedSqlite(path.join(folder, 'plans.db'), (sql) => void asked.add(sql));
  after(async () => {
    await store.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** How SQLite looks it up in a database without statistics, as ours have none. */
  const plans = async (): Promise<readonly (readonly [sql: string, plan: string])[]> => Promise.all(
    [...asked].filter((sql) => /^(select|update|delete)\b/.test(sql)).map(async (sql) => {
      const steps = (await knex.raw(`explain query plan ${sql.replaceAll('?', "'x'")}`)) as { detail: string }[];
      return [sql, steps.map(({ detail }) => detail).join('; ')] as const;
    }));

  it('for one dossier is looked up by that dossier, and nothing reads a whole table', async () => {
    await store.migrate();
    await settle(store);
    asked.clear();
    const h = house(store, 'plans');
    const filed = accepted(await h.runtime.file(filing(h.keys())));
    const taskId = taskAt(filed, 'reception');
    accepted(await h.runtime.claimTask({ actor: 'rita', key: h.keys(), taskId }));
    accepted(await h.runtime.completeTask({ actor: 'rita', key: h.keys(), taskId, data: { outcome: 'supplement', items: [{ target: 'field', path: 'work.footprint', remark: 'Sai' }] } }));
    const speaker = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: 'speaker-1', application: { about: 'y' } })));
    accepted(await h.runtime.completeTask({ actor: 'hai', key: h.keys(), taskId: taskAt(speaker, 'write'), data: {} }));
    await h.settle();
    accepted(await h.runtime.withdraw({ actor: 'an', key: h.keys(), dossierId: speaker.dossierId, reason: 'x' }));
    h.set('2027-01-10T00:00:00.000Z');
    await h.settle();
    const found = await plans();
    assert.ok(found.length > 30, `only ${found.length} statements`);
    const elsewhere = found.filter(([sql, plan]) => (/"dossier_id" = \?/.test(sql) ? !plan.includes('dossier_id=?') : /\bSCAN\b/.test(plan) && !small.test(plan)));
    assert.deepEqual(elsewhere, []);
  });

  it('about what is due comes in the order of an index: very much may be due at once', async () => {
    const due = (await plans()).filter(([sql]) => /order by "run_at"/.test(sql));
    assert.ok(due.length > 8);
    assert.deepEqual(due.filter(([, plan]) => plan.includes('TEMP B-TREE') && !small.test(plan)), []);
  });
});
