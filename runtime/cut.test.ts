import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { postgresKnex, postgresStore } from '../storage/stores/postgres.ts';
import type { Store } from '../storage/store.ts';
import { StoreUnavailable } from '../storage/stores/unavailable.ts';
import { createDatabase, dropDatabase } from '../storage/testing/postgres.ts';
import { deeds } from './testing/deeds.ts';
import { house } from './testing/house.ts';
import { faultsOf, shapeOf } from './testing/oracle.ts';
import { settle } from './testing/people.ts';

interface Pool {
  readonly used: readonly { readonly resource: { readonly connection: { readonly stream: { destroy(): void } } } }[];
}

/** What the server sees when a process dies: its connections are gone, in the middle of whatever they did. */
function cutAll(knex: Knex): void {
  for (const { resource } of (knex.client.pool as Pool).used) resource.connection.stream.destroy();
}

/** So many cuts in a row would put the work before a person. */
function forgetTries(store: Store): Promise<unknown> {
  return store.transaction(async (tx) => {
    await tx.jobs.update({ status: 'open' }, { attempts: 0 });
    await tx.outbox.update({ status: 'open' }, { attempts: 0 });
    await tx.deliveries.update({ status: 'open' }, { attempts: 0 });
    await tx.startTimers.update({ status: 'open' }, { attempts: 0 });
    await tx.startTurns.update({ status: 'open' }, { attempts: 0 });
    await tx.transferItems.update({ status: { in: ['open', 'undo'] } }, { attempts: 0 });
  });
}

describe('a process that loses PostgreSQL', function () {
  this.timeout(300_000);
  let store: Store;
  let knex: Knex;
  let name = '';
  let left = 0;
  before(async function () {
    const database = await createDatabase();
    if (database === null) return this.skip();
    name = database.name;
    knex = postgresKnex(database.url);
    store = postgresStore(database.url, {}, knex);
    await store.migrate();
    await settle(store);
    knex.on('query', () => {
      left -= 1;
      if (left === 0) cutAll(knex);
    });
  });
  after(async () => {
    if (name === '') return;
    await store.close();
    await dropDatabase(name);
  });

  it('before any statement or commit of any command keeps nothing, and goes on by itself when it is back', async () => {
    const h = house(store, 'cut');
    let cuts = 0;
    for (const deed of deeds) {
      h.set(deed.at);
      const run = await deed.ready(h);
      for (let n = 1; ; n += 1) {
        // A connector's round takes a job in hand before it works: the next try comes when that lease has run out.
        if (deed.machine === true) {
          h.set(new Date(Date.parse(deed.at) + n * 120_000).toISOString());
          await forgetTries(store);
        }
        const before = deed.machine === true ? '' : await shapeOf(h);
        left = n;
        const answer = await run().then((value) => ({ value }), (error: unknown) => ({ error }));
        const whole = left > 0;
        left = 0;
        cuts += 1;
        assert.deepEqual(await faultsOf(h), [], `${deed.name}, cut before statement ${n}`);
        // Told of success: nothing was cut, or only the word to the workers after the commit.
        if ('value' in answer && (whole || deed.machine !== true)) {
          assert.ok(answer.value === undefined || answer.value.ok, `${deed.name}: ${JSON.stringify(answer)}`);
          break;
        }
        if (deed.machine === true) continue;
        assert.ok('error' in answer && answer.error instanceof StoreUnavailable, `${deed.name}, cut before statement ${n}: ${'error' in answer ? String(answer.error) : ''}`);
        assert.equal(await shapeOf(h), before, `${deed.name}, cut before statement ${n}`);
      }
      const again = await run();
      if (again?.ok === true) assert.equal(again.repeated, true, `${deed.name}: told again, not done again`);
    }
    assert.ok(cuts > 200, `only ${cuts} cuts`);
  });
});
