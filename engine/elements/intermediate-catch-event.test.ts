import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const waits = (definition: string, said = '') => `<startEvent id="s"/><intermediateCatchEvent id="w" ${said}>${definition}</intermediateCatchEvent>${flows('s -> w')}`;

describe('An intermediate catch event', () => {
  verify({
    'waits for its duration': { draw: waits('<timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition>'), act: (_instance, bench) => bench.advance('PT2H'), status: 'completed' },
    'waits until its date': { draw: waits('<timerEventDefinition><timeDate>2026-02-01T00:00:00Z</timeDate></timerEventDefinition>'), act: (_instance, bench) => bench.advance('2026-02-01T00:00:00.000Z'), status: 'completed' },
    'does not fire early': { draw: waits('<timerEventDefinition><timeDuration>PT2H</timeDuration></timerEventDefinition>'), act: (_instance, bench) => bench.advance('PT1H59M'), status: 'active' },
    'keeps what its message brings': {
      draw: waits('<messageEventDefinition messageRef="m"/>', 'motcua:result="answer"'), outside: '<message id="m" name="paid"/>', act: (_instance, bench) => bench.message('paid', { data: { amount: 9 } }), keeps: { answer: { amount: 9 } }, status: 'completed',
    },
    'listens to its own id when it names no message': { draw: waits('<messageEventDefinition/>'), act: (instance) => instance.message('w'), status: 'completed' },
  });
});

describe('A receive task', () => {
  verify({
    'waits for its message and keeps what it brings': {
      draw: `<startEvent id="s"/><receiveTask id="w" messageRef="m"/>${flows('s -> w')}`, outside: '<message id="m" name="paid"/>', act: (instance) => instance.message('paid', { data: 'ok' }), keeps: { w: 'ok' }, status: 'completed',
    },
  });
});
