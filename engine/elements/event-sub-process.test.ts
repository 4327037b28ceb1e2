import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const outside = '<message id="M" name="stop"/><signal id="S" name="alarm"/><error id="E" errorCode="lost"/><escalation id="X" escalationCode="late"/>';
const handler = (event: string, attributes = '') => `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs" ${attributes}>${event}</startEvent><userTask id="handle"/><endEvent id="he"/>${flows('hs -> handle -> he')}</subProcess>`;
const message = '<messageEventDefinition messageRef="M"/>';
const within = (inner: string, handled: string) => `<startEvent id="s"/><subProcess id="p1"><startEvent id="is"/>${inner}${handled}</subProcess><userTask id="after"/>${flows('s -> p1 -> after')}`;
const work = `<userTask id="work"/>${flows('is -> work')}`;
const throws = (event: string) => `<intermediateThrowEvent id="t">${event}</intermediateThrowEvent><userTask id="next"/>${flows('is -> t -> next')}`;

describe('An event sub-process', () => {
  verify({
    'ends what runs around it when it interrupts, and the sub-process goes on after it': {
      draw: within(work, handler(message)), outside, act: (instance) => instance.message('stop').complete('handle'), tasks: ['after'], visited: ['s', 'p1', 'is', 'work', 'h', 'hs', 'handle', 'he', 'after'],
    },
    'runs beside it when it does not, and as often as the event happens': {
      draw: within(work, handler(message, 'isInterrupting="false"')), outside, act: (instance) => instance.message('stop').message('stop'), tasks: ['work', 'handle', 'handle'],
    },
    'keeps its scope open until it is done': {
      draw: within(work, handler(message, 'isInterrupting="false"')), outside, act: (instance) => instance.message('stop').complete('work'), tasks: ['handle'],
    },
    'is not waited for once its scope is done': { draw: within(work, handler(message)), outside, act: (instance) => instance.complete('work'), tasks: ['after'], effects: [{ type: 'message.unsubscribe' }] },
    'catches an error from within its scope before a boundary event does': {
      draw: `${within(`<userTask id="work"/><endEvent id="ie"><errorEventDefinition errorRef="E"/></endEvent>${flows('is -> work -> ie')}`, handler('<errorEventDefinition errorRef="E"/>'))}<boundaryEvent id="b" attachedToRef="p1"><errorEventDefinition errorRef="E"/></boundaryEvent>`, outside,
      act: (instance) => instance.complete('work'), tasks: ['handle'],
    },
    'lets an escalation that it does not interrupt go on': {
      draw: within(throws('<escalationEventDefinition escalationRef="X"/>'), handler('<escalationEventDefinition escalationRef="X"/>', 'isInterrupting="false"')), outside, tasks: ['next', 'handle'],
    },
    'stops the thrower before it moves when it interrupts': {
      draw: within(throws('<escalationEventDefinition escalationRef="X"/>'), handler('<escalationEventDefinition escalationRef="X"/>')), outside, tasks: ['handle'], visited: ['s', 'p1', 'is', 't', 'h', 'hs', 'handle'],
    },
    'begins by a timer that runs from the beginning of its scope': {
      draw: within(work, handler('<timerEventDefinition><timeDuration>P2D</timeDuration></timerEventDefinition>')), act: (_instance, bench) => bench.advance('P2D'), tasks: ['handle'],
    },
    'begins again on each turn of a cycle': {
      draw: within(work, handler('<timerEventDefinition><timeCycle>R2/P1D</timeCycle></timerEventDefinition>', 'isInterrupting="false"')), act: (_instance, bench) => bench.advance('P9D'), tasks: ['work', 'handle', 'handle'],
    },
    'hears signals from elsewhere': { draw: within(work, handler('<signalEventDefinition signalRef="S"/>')), outside, act: (_instance, bench) => bench.signal('alarm'), tasks: ['handle'] },
    'begins when a condition over the data begins to hold': {
      draw: within(work, handler('<conditionalEventDefinition><condition>level > 3</condition></conditionalEventDefinition>', 'isInterrupting="false"')), data: { level: 1 },
      act: (instance) => instance.change({ level: 4 }).change({ level: 5 }).change({ level: 0 }).change({ level: 9 }), tasks: ['work', 'handle', 'handle'],
    },
    'stands in the process itself just the same': {
      draw: `<startEvent id="s"/><userTask id="work"/>${flows('s -> work')}${handler(message)}`, outside, act: (instance) => instance.message('stop').complete('handle'), status: 'completed', visited: ['s', 'work', 'h', 'hs', 'handle', 'he'],
    },
    'keeps its data objects to itself': {
      draw: `<startEvent id="s"/><userTask id="a"/><subProcess id="h" triggeredByEvent="true"><dataObject id="note"/><startEvent id="hs" isInterrupting="false"><signalEventDefinition signalRef="S"/></startEvent><scriptTask id="w" motcua:result="note"><script>5</script></scriptTask>${flows('hs -> w')}</subProcess>${flows('s -> a')}`,
      outside, act: (instance) => instance.signal('alarm'), keeps: {}, tasks: ['a'],
    },
  });
});
