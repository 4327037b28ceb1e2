import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Environment, Version } from './environment.ts';
import type { Beginning } from './event.ts';
import { Bench } from './testing/bench.ts';
import { anyBlock } from './testing/block.ts';
import { compiled } from './testing/compiled.ts';
import { drawn } from './testing/draw-block.ts';
import type { Instance } from './testing/instance.ts';
import { renamed } from './renamed.ts';
import { runs } from './testing/runs.ts';
import { assertSound } from './testing/sound.ts';

const tried = runs(500);
const flags = fc.record({ v1: fc.boolean(), v2: fc.boolean(), v3: fc.boolean() });

const openIn = (instance: Instance): readonly string[] => [...instance.tasks.map(({ element }) => element), ...instance.state.subscriptions.map(({ node }) => node)].toSorted();

const act = (instance: Instance, pick: number): void => {
  const open = openIn(instance);
  const id = open[pick % open.length];
  if (id === undefined) return void (instance.incidents.length > 0 && instance.retry());
  if (/^(timer|message)/.test(id)) instance.trigger(id);
  else instance.complete(id, 'done');
};

/** Two versions of the same procedure that differ in every id, each reachable from the other. */
const versionsOf = async (xml: string): Promise<{ readonly environment: Environment; readonly mapping: Readonly<Record<string, string>>; readonly back: Readonly<Record<string, string>>; readonly first: Version; readonly counters: Record<string, number> }> => {
  const definition = await compiled(xml);
  const { definition: second, mapping } = renamed(definition, (id) => `${id}_2`);
  const environment: Environment = { version: (reference) => versions[reference] };
  const versions: Record<string, Version> = { [definition.id]: { definition, environment }, [second.id]: { definition: second, environment } };
  const counters = Object.fromEntries(Object.keys(definition.nodes).filter((id) => id.startsWith('count')).map((id) => [id, 0]));
  return { environment, mapping, back: Object.fromEntries(Object.entries(mapping).map(([old, now]) => [now, old])), first: versions[definition.id]!, counters };
};

describe('A live instance of a random procedure', function () {
  this.timeout(600_000);

  it('goes on under a version whose ids all differ exactly as under its own, and back', async () => {
    await fc.assert(fc.asyncProperty(anyBlock, flags, fc.array(fc.nat(), { minLength: 1, maxLength: 25 }), fc.nat({ max: 24 }), async (block, values, picks, when) => {
      const { environment, mapping, back, first, counters } = await versionsOf(drawn(block));
      const start = (): Instance => new Bench(first.definition, { environment }).start({ data: { ...values, ...counters } });
      const [stays, moves] = [start(), start()];
      const away = `${first.definition.id}_2`;
      for (const [turn, pick] of picks.entries()) {
        if (turn === when % picks.length && moves.status === 'active') {
          const compensating = moves.state.scopes.some((scope) => scope.undo !== undefined || scope.undoes !== undefined);
          const answer = moves.offer({ type: 'migrate', from: first.definition.id, to: away, mapping, reason: 'test' });
          assert.equal('rejected' in answer, compensating, JSON.stringify(answer).slice(0, 400));
        }
        const gone = moves.definition.id === away;
        const names = gone ? mapping : {};
        const open = openIn(stays);
        assert.deepEqual(openIn(moves), open.map((id) => names[id] ?? id).toSorted());
        const id = open[pick % open.length];
        if (id === undefined) break;
        for (const [instance, element] of [[stays, id], [moves, names[id] ?? id]] as const) {
          if (/^(timer|message)/.test(id)) instance.trigger(element);
          else instance.complete(element, `done ${turn}`);
        }
      }
      assertSound(moves, environment);
      assert.equal(moves.status, stays.status);
      const returned = moves.definition.id === away && moves.status === 'active' && moves.offer({ type: 'migrate', from: away, to: first.definition.id, mapping: back, reason: 'test' });
      if (returned && 'rejected' in returned) return;
      assertSound(moves, environment);
      const bare = (instance: Instance): unknown => instance.state.tokens.map(({ at, wait }) => [at, wait.on]).toSorted();
      if (moves.definition === first.definition) assert.deepEqual(bare(moves), bare(stays));
      assert.deepEqual(moves.data, stays.data);
    }), tried);
  });

  it('is whole after any change by hand, and its record gives the same again', async () => {
    const place = fc.constantFrom('before' as const, 'after' as const, 'along' as const);
    const change = fc.record({ cancel: fc.array(fc.nat(), { maxLength: 3 }), begin: fc.array(fc.record({ place, element: fc.nat() }), { maxLength: 2 }) });
    let accepted = 0;
    await fc.assert(fc.asyncProperty(anyBlock, flags, fc.array(fc.tuple(fc.nat(), fc.option(change)), { minLength: 1, maxLength: 15 }), async (block, values, moves) => {
      const { environment, first, counters } = await versionsOf(drawn(block));
      const instance = new Bench(first.definition, { environment }).start({ data: { ...values, ...counters } });
      for (const [pick, by] of moves) {
        if (instance.status !== 'active') break;
        if (!by) {
          act(instance, pick);
          continue;
        }
        const { tokens } = instance.state;
        const begin = by.begin.map(({ place: where, element }): Beginning => {
          const ids = Object.keys(where === 'along' ? first.definition.flows : first.definition.nodes);
          return { place: where, element: ids[element % ids.length]! };
        });
        const answer = instance.offer({ type: 'modify', cancel: tokens.length > 0 ? by.cancel.map((n) => tokens[n % tokens.length]!.id) : [], begin, reason: 'test' });
        if (!('rejected' in answer)) accepted += 1;
        assertSound(instance, environment);
      }
      assertSound(instance, environment);
    }), tried);
    assert.ok(accepted > tried.numRuns, `only ${accepted} changes were accepted`);
  });
});
