import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryStore } from '../storage/stores/memory.ts';
import type { WorkDone, WorkKind } from './runtime.ts';
import { startWorker } from './worker.ts';

const nothing: WorkDone = { of: { timers: 0, starts: 0, posts: 0, transfers: 0, connectors: 0, notices: 0, pushes: 0 }, did: 0, nextAt: null };

describe('a worker', () => {
  const store = memoryStore();
  const leaveWork = (): Promise<void> => store.transaction((tx) => tx.jobs.set({ id: 'none' }, { runAt: 't' }));
  const world = { store, now: () => '2026-11-23T02:00:00.000Z', log: () => {} };

  /** A worker that looks again by itself only after the test is over; what its lane of timers does, and how often it has looked. */
  const looking = (look: (nth: number) => Promise<void> | void) => {
    let looks = 0;
    const work = async ({ only }: { readonly only?: WorkKind } = {}): Promise<WorkDone> => {
      if (only === 'timers') await look((looks += 1));
      return nothing;
    };
    return { worker: startWorker({ work }, world, { poll: 60_000 }), looks: () => looks };
  };

  it('has each lane woken by what is left for it, and by nothing else', async () => {
    const { worker, looks } = looking(() => {});
    await pause(5);
    await store.transaction(async (tx) => {
      await tx.registers.set({ register: 'none' }, { last: 1 });
      await tx.jobs.set({ id: 'none' }, { status: 'done' });
      await tx.outbox.set({ id: 'none' }, { runAt: 't' });
    });
    await pause(5);
    assert.equal(looks(), 1);
    await leaveWork();
    await pause(5);
    assert.equal(looks(), 2);
    await worker.stop();
  });

  it('looks once more at what came while it looked', async () => {
    const { worker, looks } = looking(async (nth) => {
      if (nth === 1) await leaveWork();
    });
    await pause(5);
    assert.equal(looks(), 2);
    await worker.stop();
  });
});
