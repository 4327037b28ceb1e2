import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const outside = '<error id="L" errorCode="lost"/><error id="O" errorCode="other"/>';
const event = (ref = '') => `<errorEventDefinition${ref && ` errorRef="${ref}"`}/>`;
const erring = `<subProcess id="x"><startEvent id="is"/><parallelGateway id="f"/><userTask id="work"/><userTask id="beside"/><endEvent id="t">${event('L')}</endEvent>${flows('is -> f -> work -> t; f -> beside')}</subProcess>`;
const boundary = (id: string, ref: string, host = 'x') => `<boundaryEvent id="${id}" attachedToRef="${host}">${event(ref)}</boundaryEvent><userTask id="${id}_task"/>`;
const drawn = (boundaries: string, ways: string) => `<startEvent id="s"/>${erring}${boundaries}<userTask id="after"/>${flows(`s -> x -> after; ${ways}`)}`;

describe('An error event', () => {
  verify({
    'ends its scope and goes on at the boundary event that catches it': { draw: drawn(boundary('b', 'L'), 'b -> b_task'), outside, act: (instance) => instance.complete('work'), tasks: ['b_task'], effects: [{ type: 'task.close', node: 'work' }, { type: 'task.close', node: 'beside', reason: 'cancelled' }] },
    'is caught by its code before one that catches any': { draw: drawn(boundary('any', '') + boundary('b', 'L'), 'any -> any_task; b -> b_task'), outside, act: (instance) => instance.complete('work'), tasks: ['b_task'] },
    'fails the instance when no one catches it': { draw: drawn(boundary('b', 'O'), 'b -> b_task'), outside, act: (instance) => instance.complete('work'), status: 'failed', tasks: [] },
    'goes outwards until it is caught': {
      draw: `<startEvent id="s"/><subProcess id="y"><startEvent id="ys"/>${erring}${flows('ys -> x')}</subProcess>${boundary('b', 'L', 'y')}${flows('s -> y; b -> b_task')}`, outside, act: (instance) => instance.complete('work'), tasks: ['b_task'],
    },
    'of a task is told by who does it': {
      draw: `<startEvent id="s"/><userTask id="x"/>${boundary('b', 'L')}${flows('s -> x; b -> b_task')}`, outside, act: (instance) => instance.fail('x', 'lost'), tasks: ['b_task'],
    },
    'leaves what it says where its catcher keeps it': {
      draw: `<startEvent id="s"/><userTask id="x"/><dataObject id="d" name="fault"/><boundaryEvent id="b" attachedToRef="x"><dataOutput id="o"/><dataOutputAssociation><sourceRef>o</sourceRef><targetRef>d</targetRef></dataOutputAssociation>${event('L')}</boundaryEvent><userTask id="mend"/>${flows('s -> x; b -> mend')}`,
      outside, act: (instance) => instance.fail('x', 'lost', { why: 'fire' }), tasks: ['mend'], keeps: { x: { why: 'fire' }, fault: { code: 'lost', why: 'fire' } },
    },
    'leaves it to an event sub-process too': {
      draw: `<startEvent id="s"/><userTask id="x"/>${flows('s -> x')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs" motcua:result="fault">${event()}</startEvent><userTask id="mend"/>${flows('hs -> mend')}</subProcess>`,
      outside, act: (instance) => instance.fail('x', 'lost'), tasks: ['mend'], keeps: { fault: { code: 'lost' } },
    },
    'in an event sub-process ends the rest of the scope and is handled there, before the boundary has it': {
      draw: `<startEvent id="s"/>${erring.replace('</subProcess>', `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs">${event('L')}</startEvent><userTask id="handle"/>${flows('hs -> handle')}</subProcess></subProcess>`)}${boundary('b', 'L')}${flows('s -> x; b -> b_task')}`, outside, act: (instance) => instance.complete('work'), tasks: ['handle'],
    },
    'thrown by the event sub-process that handles it goes outwards, not round in a circle': {
      draw: `<startEvent id="s"/>${erring.replace('</subProcess>', `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs">${event('L')}</startEvent><userTask id="handle"/><endEvent id="again">${event('L')}</endEvent>${flows('hs -> handle -> again')}</subProcess></subProcess>`)}${boundary('b', 'L')}${flows('s -> x; b -> b_task')}`, outside, act: (instance) => instance.complete('work').complete('handle'), tasks: ['b_task'],
    },
    'goes out of a called process to its caller': {
      draw: `<startEvent id="s"/><callActivity id="x" calledElement="q"/>${boundary('b', 'L')}${flows('s -> x; b -> b_task')}`, outside: `${outside}<process id="q"><startEvent id="qs"/><userTask id="work"/><endEvent id="t">${event('L')}</endEvent>${flows('qs -> work -> t')}</process>`, act: (instance) => instance.complete('work'), tasks: ['b_task'],
    },
    'without a code is caught only by who catches any': { draw: drawn(boundary('b', 'L') + boundary('any', ''), 'b -> b_task; any -> any_task').replace(event('L'), event()), outside, act: (instance) => instance.complete('work'), tasks: ['any_task'] },
    'leaves alone what runs beside the scope that it ends': {
      draw: `<startEvent id="s"/><parallelGateway id="g"/><userTask id="other"/>${erring}${boundary('b', 'L')}${flows('s -> g -> x; g -> other; b -> b_task')}`, outside, act: (instance) => instance.complete('work'), tasks: ['other', 'b_task'],
    },
    'lets its catcher lead to where it is tried again': {
      draw: `<startEvent id="s"/><exclusiveGateway id="m"/>${erring}${boundary('b', 'L')}${flows('s -> m -> x; b -> b_task; b_task -> m')}`, outside, act: (instance) => instance.complete('work').complete('b_task'), tasks: ['work', 'beside'],
    },
    'of a job is told by its connector': { draw: `<startEvent id="s"/><serviceTask id="x"/>${boundary('b', 'L')}${flows('s -> x; b -> b_task')}`, outside, act: (instance) => instance.fail('x', 'lost'), tasks: ['b_task'] },
    'of a task with a code that is caught nowhere waits as an incident although others are': { draw: `<startEvent id="s"/><userTask id="x"/>${boundary('b', 'O')}${flows('s -> x; b -> b_task')}`, outside, act: (instance) => instance.fail('x', 'lost'), incidents: [['task-failed', 'lost']], status: 'active' },
    'of a task that no one catches waits as an incident': { draw: `<startEvent id="s"/><userTask id="x"/>${flows('s -> x')}`, act: (instance) => instance.fail('x', 'lost'), incidents: [['task-failed', 'lost']], status: 'active' },
  });
});
