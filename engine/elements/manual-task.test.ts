import { flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

describe('A manual task and a task without a type', () => {
  verify({
    'pass, leaving their trace': { draw: `<startEvent id="s"/><manualTask id="m"/><task id="t"/>${flows('s -> m -> t')}`, visited: ['s', 'm', 't'], status: 'completed' },
    'set a boundary timer only to forget it': {
      draw: `<startEvent id="s"/><task id="t"/><boundaryEvent id="b" attachedToRef="t"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><task id="late"/>${flows('s -> t; b -> late')}`,
      status: 'completed', effects: [{ type: 'timer.set' }, { type: 'timer.cancel' }],
    },
  });
});
