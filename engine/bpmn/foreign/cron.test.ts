import assert from 'node:assert/strict';
import { Bench } from '../../testing/bench.ts';
import { compiled } from '../../testing/compiled.ts';
import { flows } from '../../testing/diagram.ts';
import { assertSound } from '../../testing/sound.ts';
import { readBpmn } from '../read.ts';
import { inOurWords } from './in-our-words.ts';
import { drawn } from './testing/drawn.ts';

const at = '2026-01-05T01:00:00.000Z';

describe('A cycle written for cron comes round here', () => {
  const namespaces = { camunda: 'camunda:versionTag="1"', zeebe: 'zeebe:modelerTemplate="t"' } as const;
  const started = (engine: keyof typeof namespaces, cycle: string): string =>
    drawn(`<startEvent id="s" ${namespaces[engine]}><timerEventDefinition><timeCycle>${cycle}</timeCycle></timerEventDefinition></startEvent><userTask id="u"/>${flows('s -> u')}`);
  /** From the morning of a Monday, 8:00 in Viet Nam. */
  const rows: readonly (readonly [engine: keyof typeof namespaces, cycle: string, means: string, ...times: string[]])[] = [
    ['zeebe', '0 0 9-17 * * MON-FRI', '0 0 9-17 * * MON-FRI', '2026-01-05T02:00', '2026-01-05T03:00'],
    ['zeebe', '0 0 8 * * 1-5', '0 0 8 * * MON-FRI', '2026-01-06T01:00', '2026-01-07T01:00'],
    ['zeebe', '0 0 8 ? * 0,6,7', '0 0 8 ? * SUN,SAT,SUN', '2026-01-10T01:00', '2026-01-11T01:00'],
    ['zeebe', '@daily', '0 0 0 * * *', '2026-01-05T17:00', '2026-01-06T17:00'],
    ['zeebe', '@Monthly', '0 0 0 1 * *', '2026-01-31T17:00'],
    ['camunda', '0 0 8 ? * 2-6', '0 0 8 ? * MON-FRI', '2026-01-06T01:00', '2026-01-07T01:00'],
    ['camunda', '0 0 8 ? * 6#2', '0 0 8 ? * FRI#2', '2026-01-09T01:00'],
    ['camunda', '0 0 8 ? * 1L', '0 0 8 ? * SUNL', '2026-01-25T01:00'],
    ['camunda', '0 0 8 ? * L', '0 0 8 ? * SAT', '2026-01-10T01:00'],
    ['camunda', '0 0 8 * * ? *', '0 0 8 * * ?', '2026-01-06T01:00'],
    ['camunda', '0 0 8 L * ?', '0 0 8 L * ?', '2026-01-31T01:00'],
    ['camunda', '0 0 8 ? * 2/2', '0 0 8 ? * MON/2', '2026-01-07T01:00', '2026-01-09T01:00'],
  ];
  for (const [engine, cycle, means, ...times] of rows) it(`${engine} ${cycle}`, async () => {
    const xml = started(engine, cycle);
    const definition = await compiled(xml);
    const start = definition.nodes['s'];
    assert.deepEqual(start?.kind === 'startEvent' && start.event, { kind: 'timer', timer: { type: 'cycle', value: means } });
    const said = await readBpmn((await inOurWords(xml))!.xml);
    assert.deepEqual('definition' in said && said.definition.nodes['s'], start, 'in our words it is the same');
    const bench = new Bench(definition, { at });
    for (const [index, time] of times.entries()) {
      bench.advance(new Date(Date.parse(`${time}Z`) - 1000).toISOString());
      assert.equal(bench.instances.length, index, `before ${time}`);
      bench.advance('PT1S');
      assert.equal(bench.instances.length, index + 1, `at ${time}`);
    }
  });

  for (const [engine, cycle] of [['camunda', '0 0 8 * * ? 2027'], ['camunda', '0 0 8 1C * ?'], ['camunda', '0 0 8 ? * 0'], ['camunda', '@daily'], ['zeebe', '0 8 * * *'], ['zeebe', '0 0 8 30 2 *'], ['zeebe', '0 0 8 * * 8'], ['zeebe', '0 0 8 * * 1/2'], ['zeebe', '@reboot']] as const) {
    it(`unless it cannot: ${engine} ${cycle}`, async () => {
      const reading = await readBpmn(started(engine, cycle));
      assert.deepEqual('problems' in reading && reading.problems.filter(({ severity }) => severity === 'error').map(({ rule, element }) => `${rule} ${element}`), ['timer s']);
    });
  }

  it('also while a step is open, again and again', async () => {
    const bench = new Bench(await compiled(drawn(`<startEvent id="s"/><userTask id="x" camunda:asyncBefore="true"/><boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><timerEventDefinition><timeCycle>0 30 8 ? * 2</timeCycle></timerEventDefinition></boundaryEvent><userTask id="r"/>${flows('s -> x; b -> r')}`)), { at });
    const instance = bench.start();
    bench.advance('P15D');
    assert.deepEqual(instance.tasks.map(({ element }) => element), ['x', 'r', 'r', 'r']);
    assertSound(instance, {});
  });
});
