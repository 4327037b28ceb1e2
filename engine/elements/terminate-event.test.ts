import { flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

const outside = '<signal id="S" name="alarm"/><message id="M" name="more"/>';
const terminate = '<endEvent id="t"><terminateEventDefinition/></endEvent>';
/** A step that leads to the terminate event, and another beside it. */
const forked = (beside: string, ways: string) => `<parallelGateway id="f"/><userTask id="stop"/>${terminate}${flows('f -> stop -> t')}${beside}${flows(ways)}`;
const whole = (beside: string, ways: string) => `<startEvent id="s"/>${flows('s -> f')}${forked(beside, ways)}`;
const within = (beside: string, ways: string, marker = '', kind = 'subProcess') => `<startEvent id="s"/><${kind} id="x">${marker}<startEvent id="is"/>${flows('is -> f')}${forked(beside, ways)}</${kind}><userTask id="after"/>${flows('s -> x -> after')}`;
const work = ['<userTask id="work"/>', 'f -> work'] as const;
const sequential = '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>';
const parallel = sequential.replace('isSequential="true"', '');
const undone = '<boundaryEvent id="c" attachedToRef="work"><compensateEventDefinition/></boundaryEvent><userTask id="un" isForCompensation="true"/><association id="as" sourceRef="c" targetRef="un"/>';
const stop = (instance: { complete(element: string): unknown }): void => void instance.complete('stop');

describe('A terminate event', () => {
  verify({
    'ends the instance at once, whatever else runs in it': { draw: whole(...work), act: stop, status: 'terminated', tasks: [], effects: [{ type: 'task.close', node: 'stop', reason: 'completed' }, { type: 'task.close', node: 'work', reason: 'cancelled' }, ] },
    'ends what waits for timers and messages too': {
      draw: whole(`<intermediateCatchEvent id="w1"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent><intermediateCatchEvent id="w2"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>`, 'f -> w1; f -> w2'),
      outside, act: stop, status: 'terminated', effects: [{ type: 'timer.cancel', node: 'w1' }, { type: 'message.unsubscribe', node: 'w2' }],
    },
    'ends sub-processes with all that runs in them': { draw: whole(`<subProcess id="x"><userTask id="work"/></subProcess>`, 'f -> x'), act: stop, status: 'terminated', tasks: [] },
    'ends an instance that waits with an incident': { draw: whole('<scriptTask id="work"><script>missing + 1</script></scriptTask>', 'f -> work'), act: stop, status: 'terminated', effects: [{ type: 'incident.raise' }, { type: 'incident.resolve' }] },
    'ends a pause of the clock': { draw: whole('<userTask id="work" motcua:clock="pause:supplement"/>', 'f -> work'), act: stop, status: 'terminated', effects: [{ type: 'clock', action: 'pause' }, { type: 'clock', action: 'resume' }] },
    'ends nothing but the instance when nothing else runs: it is terminated, not completed': { draw: `<startEvent id="s"/>${terminate}${flows('s -> t')}`, status: 'terminated', effects: [{ type: 'close', status: 'terminated' }] },
    'ends its sub-process alone, which goes on': { draw: within(...work), act: stop, status: 'active', tasks: ['after'], visited: ['s', 'x', 'is', 'f', 'stop', 'work', 't', 'after'] },
    'leaves what runs beside its sub-process alone': {
      draw: `<startEvent id="s"/><parallelGateway id="g"/><userTask id="other"/><subProcess id="x">${forked(...work)}</subProcess><userTask id="after"/>${flows('s -> g -> x -> after; g -> other')}`, act: stop, tasks: ['other', 'after'],
    },
    'leaves the sub-process around its own alone': {
      draw: `<startEvent id="s"/><subProcess id="y"><parallelGateway id="g"/><userTask id="other"/><subProcess id="x">${forked(...work)}</subProcess><userTask id="after"/>${flows('g -> x -> after; g -> other')}</subProcess>${flows('s -> y')}`, act: stop, tasks: ['other', 'after'],
    },
    'ends no more than its own turn where turns follow one another': { draw: within(...work, sequential), act: stop, tasks: ['stop', 'work'] },
    'ends no more than its own turn where turns run side by side': { draw: within(...work, parallel), act: stop, tasks: ['stop', 'work'], visited: ['s', 'x', 'x', 'is', 'is', 'f', 'f', 'stop', 'work', 'stop', 'work', 't'] },
    'ends a called process, and its caller goes on': {
      draw: `<startEvent id="s"/><callActivity id="x" calledElement="q"/><userTask id="after"/>${flows('s -> x -> after')}`, outside: `<process id="q"><startEvent id="qs"/>${flows('qs -> f')}${forked(...work)}</process>`, act: stop, status: 'active', tasks: ['after'],
    },
    'in an event sub-process that does not interrupt ends that alone': {
      draw: `<startEvent id="s"/><userTask id="other"/>${flows('s -> other')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false"><signalEventDefinition signalRef="S"/></startEvent>${flows('hs -> f')}${forked(...work)}</subProcess>`,
      outside, act: (instance) => instance.signal('alarm').complete('stop'), status: 'active', tasks: ['other'],
    },
    'in an event sub-process that interrupts ends that, and with it the scope that has nothing else left': {
      draw: `<startEvent id="s"/><userTask id="other"/>${flows('s -> other')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><signalEventDefinition signalRef="S"/></startEvent>${flows('hs -> f')}${forked(...work)}</subProcess>`,
      outside, act: (instance) => instance.signal('alarm').complete('stop'), status: 'completed', tasks: [],
    },
    'compensates nothing': { draw: whole(`<userTask id="work"/>${undone}<userTask id="rest"/>`, 'f -> work -> rest'), act: (instance) => instance.complete('work').complete('stop'), status: 'terminated', tasks: [] },
    'of a sub-process forgets what was done in it: it cannot be compensated later': {
      draw: `${within(`<userTask id="work"/>${undone}<userTask id="rest"/>`, 'f -> work -> rest')}<endEvent id="e"><compensateEventDefinition/></endEvent>${flows('after -> e')}`,
      act: (instance) => instance.complete('work').complete('stop').complete('after'), status: 'completed', tasks: [],
    },
    'of a transaction does not cancel it': { draw: `${within(...work, '', 'transaction')}<boundaryEvent id="no" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="bad"/>${flows('no -> bad')}`, act: stop, tasks: ['after'] },
    'comes before what would begin beside it in the same step': { draw: `<startEvent id="s"/><parallelGateway id="f"/>${terminate}<userTask id="late"/>${flows('s -> f -> t; f -> late')}`, status: 'terminated', visited: ['s', 'f', 't'] },
    'among several events of an end ends all after they are thrown': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="stop"/><userTask id="work"/><endEvent id="t"><signalEventDefinition signalRef="S"/><terminateEventDefinition/></endEvent>${flows('s -> f -> stop -> t; f -> work')}`,
      outside, act: stop, status: 'terminated', effects: [{ type: 'signal.send', name: 'alarm' }],
    },
  });
});
