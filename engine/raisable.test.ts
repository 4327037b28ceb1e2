import assert from 'node:assert/strict';
import { mayRaise, raisable } from './raisable.ts';
import { chart } from './testing/chart.ts';
import { compiled } from './testing/compiled.ts';
import { diagram, flows } from './testing/diagram.ts';

const outside = '<error id="LOST" errorCode="LOST"/><escalation id="LATE" escalationCode="LATE"/>';
const error = (code?: string): string => (code === undefined ? '<errorEventDefinition/>' : `<errorEventDefinition errorRef="${code}"/>`);
const escalation = (code?: string): string => (code === undefined ? '<escalationEventDefinition/>' : `<escalationEventDefinition escalationRef="${code}"/>`);
const at = (id: string, host: string, event: string): string => `<boundaryEvent id="${id}" attachedToRef="${host}">${event}</boundaryEvent><endEvent id="after-${id}"/>${flows(`${id} -> after-${id}`)}`;
const task = '<userTask id="t"/>';

const rows: Readonly<Record<string, readonly [body: string, raises: readonly string[]]>> = {
  'nothing, when nothing catches': [task, []],
  'an error by the code of its boundary event': [task + at('b', 't', error('LOST')), ['error LOST b']],
  'an escalation by its code': [task + at('b', 't', escalation('LATE')), ['escalation LATE b']],
  'an error and an escalation of any code, under codes of the house': [task + at('b', 't', error()) + at('c', 't', escalation()), ['error failed any b', 'escalation escalated any c']],
  'each part of an event that catches several': [task + at('b', 't', error('LOST') + escalation('LATE')), ['error LOST b', 'escalation LATE b']],
  'nothing that only the sub-process around catches: its end events throw that': [`<subProcess id="sub">${task}</subProcess>${at('b', 'sub', error('LOST'))}`, []],
  'nothing of a timer': [task + at('b', 't', '<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>'), []],
  'nothing of work of the machine': [`<serviceTask id="t"/>${at('b', 't', error('LOST'))}`, []],
};

describe('A person may report from a step', () => {
  for (const [name, [body, raises]] of Object.entries(rows)) {
    it(name, async () => {
      const found = raisable(await compiled(diagram(body, outside)), 't');
      assert.deepEqual(found.map(({ kind, code, any, event }) => `${kind} ${code} ${any ? 'any ' : ''}${event}`), raises);
    });
  }

  it('a code only where an event takes it', async () => {
    const definition = await compiled(diagram(task + at('b', 't', error('LOST')) + at('c', 't', escalation()), outside));
    const asked = [['error', 'LOST'], ['error', 'LATE'], ['escalation', 'LOST'], ['escalation', 'whatever']] as const;
    assert.deepEqual(asked.map(([kind, code]) => mayRaise(definition, 't', { kind, code })), [true, false, true, true]);
  });

  it('an error, where the machine of a statechart takes it', () => {
    const definition = chart({ id: 'm', initial: 'open', states: {
      open: { initial: 't', on: { 'task.fail.t': 'end' }, states: { t: { meta: { task: { role: 'handler' } }, on: { 'task.complete.t': 'u' } }, u: { meta: { task: { role: 'handler' } }, on: { 'task.complete.u': '#end' } } } },
      end: { type: 'final', id: 'end' },
    } });
    assert.deepEqual([raisable(definition, 't'), raisable(definition, 'u')], [[{ kind: 'error', code: 'failed', any: true }], []]);
  });
});
