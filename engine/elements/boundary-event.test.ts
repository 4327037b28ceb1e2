import assert from 'node:assert/strict';
import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const around = (boundary: string, more = '') => `<startEvent id="s"/><userTask id="u"/><task id="n"/><task id="late"/>${boundary}${flows('s -> u -> n; t -> late')}${more}`;
const timed = (kind: string, attributes = '') => `<boundaryEvent id="t" attachedToRef="u" ${attributes}><timerEventDefinition>${kind}</timerEventDefinition></boundaryEvent>`;
const calls = '<boundaryEvent id="t" attachedToRef="u" cancelActivity="false"><messageEventDefinition messageRef="m"/></boundaryEvent>';
const outside = '<message id="m" name="more"/>';

describe('A boundary event', () => {
  verify({
    'takes the token away from its activity when it interrupts': {
      draw: around(timed('<timeDuration>P5D</timeDuration>')), act: (_instance, bench) => bench.advance('P5D'),
      visited: ['s', 'u', 't', 'late'], status: 'completed', effects: [{ type: 'task.open' }, { type: 'task.close', reason: 'cancelled' }],
    },
    'is forgotten when its activity is done': {
      draw: around(timed('<timeDuration>P5D</timeDuration>')), act: (instance, bench) => {
        instance.complete('u');
        bench.advance('P9D');
      },
      visited: ['s', 'u', 'n'], status: 'completed', effects: [{ type: 'timer.set', node: 't' }, { type: 'timer.cancel', node: 't' }],
    },
    'leaves its activity alone when it does not interrupt': {
      draw: around(timed('<timeDuration>P5D</timeDuration>', 'cancelActivity="false"')), act: (_instance, bench) => bench.advance('P9D'),
      visited: ['s', 'u', 't', 'late'], tasks: ['u'], status: 'active',
    },
    'fires again and again on a cycle': {
      draw: around(timed('<timeCycle>R/P1D</timeCycle>', 'cancelActivity="false"')), act: (_instance, bench) => bench.advance('P3D'),
      visited: ['s', 'u', 't', 'late', 't', 'late', 't', 'late'], tasks: ['u'],
    },
    'fires as often as its cycle says': {
      draw: around(timed('<timeCycle>R2/PT12H</timeCycle>', 'cancelActivity="false"')), act: (_instance, bench) => bench.advance('P3D'),
      visited: ['s', 'u', 't', 'late', 't', 'late'],
      effects: [{ type: 'timer.set', timer: { type: 'cycle', value: 'R2/PT12H' } }, { type: 'timer.set', timer: { type: 'cycle', value: 'R1/PT12H' } }],
    },
    'hears every message when it does not interrupt': {
      draw: around(calls), outside, act: (instance) => instance.message('more', { data: 1 }).message('more', { data: 2 }), visited: ['s', 'u', 't', 'late', 't', 'late'], keeps: { t: 2 }, tasks: ['u'],
    },
    'takes its time limit from the data': {
      draw: around(timed('<timeDuration>=limit</timeDuration>')), data: { limit: 'P2D' }, effects: [{ type: 'timer.set', timer: { type: 'duration', value: 'P2D' } }],
    },
    'keeps its activity from opening while the time limit is unknown, and only until then': {
      draw: around(timed('<timeDuration>=limit</timeDuration>')),
      act: (instance) => {
        assert.deepEqual(instance.incidents.map(({ code, retry }) => [code, retry]), [['missing-data', 'arrive']]);
        instance.retry({ limit: 'P2D' });
      },
      tasks: ['u'], visited: ['s', 'u'],
    },
    'hands out a limit in working time as text': {
      draw: around(timed('<timeDuration>2 working days</timeDuration>')), options: { due: (_timer, from) => from },
      effects: [{ type: 'timer.set', timer: { type: 'duration', value: '2 working days' } }],
    },
    'keeps watching over an activity that has become an incident': {
      draw: around(timed('<timeDuration>P5D</timeDuration>')), act: (instance, bench) => {
        instance.fail('u', 'lost');
        bench.advance('P5D');
      },
      visited: ['s', 'u', 't', 'late'], status: 'completed',
    },
    'keeps watching over an activity that is tried again': {
      draw: around(timed('<timeDuration>P5D</timeDuration>')), act: (instance, bench) => {
        instance.fail('u', 'lost').retry();
        bench.advance('P5D');
      },
      visited: ['s', 'u', 't', 'late'], status: 'completed',
    },
    'catches the error of its code before one without a code': {
      draw: around(`<boundaryEvent id="any" attachedToRef="u"><errorEventDefinition/></boundaryEvent><boundaryEvent id="t" attachedToRef="u"><errorEventDefinition errorRef="E"/></boundaryEvent>`, `<task id="other"/>${flows('any -> other')}`),
      outside: '<error id="E" errorCode="refused"/>', act: (instance) => instance.fail('u', 'refused', 'no land title'), visited: ['s', 'u', 't', 'late'], keeps: { u: 'no land title' }, status: 'completed',
    },
    'catches every error when it names none': {
      draw: around('<boundaryEvent id="t" attachedToRef="u"><errorEventDefinition/></boundaryEvent>'), act: (instance) => instance.fail('u', 'anything'), visited: ['s', 'u', 't', 'late'], status: 'completed',
    },
  });
});
