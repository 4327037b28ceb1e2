import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

describe('A task without a type', () => {
  verify({
    'passes at once: the system has nothing to wait for': { draw: `<startEvent id="s"/><task id="t"/><endEvent id="e"/>${flows('s -> t -> e')}`, status: 'completed', visited: ['s', 't', 'e'] },
    'needs as many tokens as its start quantity says, and gives off as many as its completion quantity': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><task id="a"/><task id="b"/><task id="t" startQuantity="2" completionQuantity="3"/><userTask id="u"/>${flows('s -> f -> a -> t -> u; f -> b -> t')}`,
      tasks: ['u', 'u', 'u'], visited: ['s', 'f', 'a', 'b', 't', 'u', 'u', 'u'],
    },
    'waits, and says so, when fewer come than it needs': {
      draw: `<startEvent id="s"/><task id="t" startQuantity="2"/>${flows('s -> t')}`, incidents: [['deadlock', 'task t']],
    },
    'keeps the tokens it has gathered while its boundary event is mended': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><task id="a"/><task id="b"/><userTask id="t" startQuantity="2"/><boundaryEvent id="late" attachedToRef="t"><timerEventDefinition><timeDuration>=limit</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="e"/>${flows('s -> f -> a -> t; f -> b -> t; late -> e')}`,
      act: (instance) => instance.retry({ limit: 'P1D' }), tasks: ['t'],
    },
  });
});
