import assert from 'node:assert/strict';
import { readBpmn } from '../engine/bpmn/read.ts';
import { holdsAdHoc } from '../engine/open-ad-hoc.ts';
import { diagram, flows } from '../engine/testing/diagram.ts';
import { memoryStore } from '../storage/stores/memory.ts';
import type { RunnableProcedure } from './procedure.ts';
import { accepted, filing, house } from './testing/house.ts';
import { settle } from './testing/people.ts';

describe('ad-hoc sub-processes of which several are open at once', () => {
  it('are begun in and ended each by its token, the oldest where none is named, and not by another’s', async () => {
    const reading = await readBpmn(diagram(`<startEvent id="s"/><adHocSubProcess id="inspect" motcua:role="handler"><multiInstanceLoopCharacteristics motcua:collection="application.sites" motcua:element="site"/><userTask id="look" motcua:role="handler"/><userTask id="ask" motcua:role="handler"/></adHocSubProcess><endEvent id="e"/>${flows('s -> inspect -> e')}`));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const { definition } = reading;
    const procedure: RunnableProcedure = { key: 'sites', hash: 'sites-1', name: { vi: 'Các nơi', en: 'Sites' }, definition, environment: {} };
    const store = memoryStore();
    await settle(store);
    const h = house(store, 'ad-hoc', { loadProcedure: async () => procedure });
    const { dossierId } = accepted(await h.runtime.file(filing(h.keys(), { procedureHash: 'sites-1', application: { sites: ['A', 'B', 'C'] } })));
    const row = async () => (await store.read((tx) => tx.dossiers.first({ id: dossierId })))!;
    const open = async () => {
      const { progress: { tokens, scopes } } = await row();
      return tokens.filter((token) => holdsAdHoc(definition, scopes, token));
    };
    const begun = async (token?: number): Promise<string> => {
      const { openTasks } = accepted(await h.runtime.beginStep({ actor: 'hai', key: h.keys(), dossierId, node: 'look', ...(token !== undefined && { token }) }));
      const { progress } = await row();
      const last = (await store.read((tx) => tx.tasks.first({ id: openTasks.at(-1)!.id })))!;
      const holder = progress.scopes.find(({ id }) => id === progress.tokens.find(({ id: one }) => one === last.token)!.scope)!.token;
      return String(progress.tokens.find(({ id }) => id === holder)!.own?.['site']);
    };
    const turns = await open();
    assert.deepEqual(turns.map(({ own }) => own?.['site']), ['A', 'B', 'C']);
    assert.deepEqual([await begun(), await begun(turns[1]!.id), await begun(turns[2]!.id)].toSorted(), ['A', 'B', 'C']);

    const end = (token: number) => h.runtime.endSteps({ actor: 'hai', key: h.keys(), dossierId, node: 'inspect', token });
    accepted(await end(turns[1]!.id));
    assert.deepEqual((await open()).map(({ own }) => own?.['site']), ['A', 'C']);
    const again = await end(turns[1]!.id);
    assert.ok(!again.ok && again.refused === 'conflict');
    for (const turn of [turns[0]!, turns[2]!]) accepted(await end(turn.id));
    assert.equal((await row()).status, 'completed');
  });
});
