import assert from 'node:assert/strict';
import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const one = `<startEvent id="s"/><userTask id="u" name="Kiểm tra hồ sơ"/><endEvent id="e"/>${flows('s -> u -> e')}`;

describe('A user task', () => {
  verify({
    'waits for a person': {
      draw: one, status: 'active', tasks: ['u'], visited: ['s', 'u'],
      effects: [{ type: 'task.open', node: 'u' }],
    },
    'goes on with the answer under its id': {
      draw: one, act: (instance) => instance.complete('u', { ok: true }), status: 'completed', visited: ['s', 'u', 'e'], keeps: { u: { ok: true } },
      effects: [{ type: 'task.open', node: 'u' }, { type: 'task.close', node: 'u', reason: 'completed' }, { type: 'close', status: 'completed' }],
    },
    'keeps the answer under its result name': {
      draw: one.replace('<userTask', '<userTask motcua:result="intake"'), act: (instance) => instance.complete('u', [1, 2]), keeps: { intake: [1, 2] },
    },
    'keeps who did it under the performer’s name': {
      draw: one.replace('<userTask', '<userTask motcua:performer="doer" motcua:result="intake"'), act: (instance) => instance.complete('u', 1), keeps: { doer: 'bench', intake: 1 },
    },
    'keeps nothing when it is done without an answer': { draw: one, data: { a: 1 }, act: (instance) => instance.complete('u'), keeps: { a: 1 } },
    'lets each token through when several flows lead to it': {
      draw: `<startEvent id="s"/><parallelGateway id="g"/><task id="a"/><task id="b"/><userTask id="u"/>${flows('s -> g -> a -> u; g -> b -> u')}`,
      tasks: ['u', 'u'], act: (instance) => assert.equal(instance.tasks.length, 2),
    },
    'starts and ends the clock and states the dossier anew on entering': {
      draw: one.replace('<userTask', '<userTask motcua:clock="start" motcua:state="2"').replace('<endEvent', '<endEvent motcua:clock="end" motcua:state="10"'),
      act: (instance) => instance.complete('u'),
      effects: [
        { type: 'clock', node: 'u', action: 'start' }, { type: 'dossier.state', node: 'u', state: 2 },
        { type: 'clock', node: 'e', action: 'end' }, { type: 'dossier.state', node: 'e', state: 10 },
      ],
    },
    'pauses the clock as long as it is open': {
      draw: one.replace('<userTask', '<userTask motcua:clock="pause:supplement"'),
      act: (instance) => instance.complete('u'),
      effects: [{ type: 'clock', action: 'pause', cause: 'supplement' }, { type: 'clock', action: 'resume', cause: 'supplement' }],
    },
    'resumes the clock when it is cancelled': {
      draw: one.replace('<userTask', '<userTask motcua:clock="pause:supplement"'),
      act: (instance) => instance.send({ type: 'cancel', reason: 'withdrawn' }), status: 'terminated',
      effects: [{ type: 'clock', action: 'pause' }, { type: 'task.close', reason: 'cancelled' }, { type: 'clock', action: 'resume' }],
    },
    'becomes an incident when it fails with an error that no one catches, and opens anew on retry': {
      draw: one,
      act: (instance) => {
        instance.fail('u', 'lost', { note: 'gone' });
        assert.equal(instance.incidents[0]!.code, 'task-failed');
        instance.retry();
        instance.complete('u', 'found');
      },
      status: 'completed', keeps: { u: 'found' },
    },
    'rejects a second answer to the same opening': {
      draw: one,
      act: (instance) => {
        const token = instance.tasks[0]!.token;
        instance.complete('u');
        const again = instance.offer({ type: 'task.complete', token });
        assert.ok('rejected' in again && again.rejected === 'closed', JSON.stringify(again));
      },
    },
  });
});
