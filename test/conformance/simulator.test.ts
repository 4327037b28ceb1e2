import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Definition, Node } from '../../engine/definition.ts';
import { readCollaboration } from '../../engine/bpmn/read.ts';
import { runs } from '../../engine/testing/runs.ts';
import { Drive, traceDifference } from './drive.ts';
import { anyModel, drawModel } from './random-model.ts';
import { simulated } from './simulator.ts';

/** Whether a way leads from the element back to it. */
const turns = ({ nodes, flows }: Definition, { id }: Node): boolean => {
  const seen = new Set<string>();
  const ways = [...nodes[id]!.outgoing];
  for (let flow = ways.pop(); flow !== undefined; flow = ways.pop()) {
    const { target } = flows[flow]!;
    if (target === id) return true;
    if (seen.has(target)) continue;
    seen.add(target);
    ways.push(...nodes[target]!.outgoing);
  }
  return false;
};

/** What both read alike; docs/conformance/differences.md says why the rest is left out. */
const meansTheSame = (definition: Definition): boolean => {
  const all = Object.values(definition.nodes);
  const joins = new Set(all.filter(({ kind, incoming }) => kind === 'inclusiveGateway' && incoming.length > 1).map(({ parent }) => parent));
  const begins = new Set<Node['kind']>(['startEvent', 'boundaryEvent', 'eventSubProcess']);
  return all.every((node) => (node.incoming.length > 0 || begins.has(node.kind)) && !(joins.has(node.parent) && (node.kind === 'boundaryEvent' || node.kind === 'eventBasedGateway' || turns(definition, node))));
};

describe('The simulator of bpmn-js-token-simulation, as a second opinion', function () {
  this.timeout(3_600_000);

  it('enters and exits the same elements at every step, and waits at the same ones', async () => {
    await fc.assert(fc.asyncProperty(anyModel, fc.array(fc.nat(), { minLength: 1, maxLength: 12 }), async (model, picks) => {
      const xml = drawModel(model);
      const reading = await readCollaboration(xml, { sketch: true });
      fc.pre(!('problems' in reading));
      const [{ nodes }] = reading.processes as [(typeof reading.processes)[0]];
      fc.pre(meansTheSame(reading.processes[0]!));
      const people = Object.values(nodes).filter(({ kind }) => kind === 'userTask').map(({ id }) => id);
      const drive = new Drive(reading, people);
      for (const id of people) drive.waiting.add(id);
      for (const { id, kind, outgoing } of Object.values(nodes)) {
        if (outgoing.length < 2 || (kind !== 'exclusiveGateway' && kind !== 'inclusiveGateway')) continue;
        const pick = picks[id.length % picks.length]!;
        const some = outgoing.filter((_, index) => (pick >> index) % 2 === 1);
        drive.choices[id] = kind === 'exclusiveGateway' ? [outgoing[pick % outgoing.length]!] : some.length > 0 ? some : [outgoing[0]!];
      }
      const simulator = await simulated(xml);
      simulator.configure(people, drive.choices);
      let next = 'ns';
      const steps: string[] = [];
      for (const pick of picks) {
        steps.push(next);
        drive.trigger(next);
        if (drive.runsAway) return;
        const { tookAway } = drive;
        // An end that takes others away which move in the same step: whether they came further first is free.
        const node = nodes[next]!;
        if (tookAway && node.kind !== 'boundaryEvent' && nodes[node.parent]?.kind !== 'eventSubProcess') return;
        simulator.trigger(next);
        const [ours, theirs] = [drive.traced(), simulator.traced()];
        if (!tookAway) assert.equal(traceDifference(ours, theirs), undefined, `after ${next} of ${steps.join(', ')} ${JSON.stringify(drive.choices)}\n${xml}`);
        const open = drive.open;
        assert.deepEqual(open.toSorted(), simulator.open.toSorted(), `open after ${next}`);
        // What several tokens wait for at one element, the simulator gives to all of them.
        const single = open.filter((id) => open.indexOf(id) === open.lastIndexOf(id)).toSorted();
        if (single.length === 0) break;
        next = single[pick % single.length]!;
      }
    }), runs(300));
  });
});
