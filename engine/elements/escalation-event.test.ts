import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const outside = '<escalation id="L" escalationCode="late"/><escalation id="O" escalationCode="other"/>';
const event = (ref = '') => `<escalationEventDefinition${ref && ` escalationRef="${ref}"`}/>`;
const thrown = (boundaries: string, ways: string, end = false) => `<startEvent id="s"/><subProcess id="x"><startEvent id="is"/>${end ? `<endEvent id="t">${event('L')}</endEvent>` : `<intermediateThrowEvent id="t">${event('L')}</intermediateThrowEvent>`}<userTask id="next"/>${flows(end ? 'is -> t' : 'is -> t -> next')}${end ? flows('is -> next') : ''}</subProcess>
  ${boundaries}<userTask id="after"/>${flows(`s -> x -> after; ${ways}`)}`;
const boundary = (id: string, ref: string, attributes = '') => `<boundaryEvent id="${id}" attachedToRef="x" ${attributes}>${event(ref)}</boundaryEvent><userTask id="${id}_task"/>`;

describe('An escalation event', () => {
  verify({
    'goes by unnoticed when no one catches it': { draw: thrown('', ''), outside, tasks: ['next'] },
    'is caught beside the work when its boundary event does not interrupt': { draw: thrown(boundary('b', 'L', 'cancelActivity="false"'), 'b -> b_task'), outside, tasks: ['next', 'b_task'] },
    'ends the work before its thrower moves when it interrupts': { draw: thrown(boundary('b', 'L'), 'b -> b_task'), outside, tasks: ['b_task'], visited: ['s', 'x', 'is', 't', 'b', 'b_task'] },
    'is caught by its code before one that catches any': {
      draw: thrown(boundary('any', '', 'cancelActivity="false"') + boundary('b', 'L', 'cancelActivity="false"'), 'any -> any_task; b -> b_task'), outside, tasks: ['next', 'b_task'],
    },
    'is not caught by another code': { draw: thrown(boundary('b', 'O'), 'b -> b_task'), outside, tasks: ['next'] },
    'goes outwards until it is caught': {
      draw: `<startEvent id="s"/><subProcess id="y"><startEvent id="ys"/>${thrown('', '').replace('<startEvent id="s"/>', '').replace('<sequenceFlow id="s-x" sourceRef="s" targetRef="x"></sequenceFlow>', '')}${flows('ys -> x')}</subProcess>${boundary('b', 'L', 'cancelActivity="false"').replace('attachedToRef="x"', 'attachedToRef="y"')}${flows('s -> y; b -> b_task')}`, outside, tasks: ['next', 'b_task'],
    },
    'is caught once, by the nearest: what stands further out does not hear of it': {
      draw: `<startEvent id="s"/><subProcess id="y"><startEvent id="ys"/>${thrown(boundary('b', 'L', 'cancelActivity="false"'), 'b -> b_task').replace('<startEvent id="s"/>', '').replace('<sequenceFlow id="s-x" sourceRef="s" targetRef="x"></sequenceFlow>', '')}${flows('ys -> x')}</subProcess>${boundary('o', 'L', '').replace('attachedToRef="x"', 'attachedToRef="y"')}${flows('s -> y; o -> o_task')}`, outside, tasks: ['next', 'b_task'],
    },
    'happens as often as it is thrown where it does not interrupt': {
      draw: `<startEvent id="s"/><subProcess id="x"><startEvent id="is"/><intermediateThrowEvent id="t">${event('L')}</intermediateThrowEvent><intermediateThrowEvent id="t2">${event('L')}</intermediateThrowEvent><userTask id="next"/>${flows('is -> t -> t2 -> next')}</subProcess>${boundary('b', 'L', 'cancelActivity="false"')}${flows('s -> x; b -> b_task')}`, outside, tasks: ['b_task', 'next', 'b_task'],
    },
    'goes out of a called process to its caller': {
      draw: `<startEvent id="s"/><callActivity id="x" calledElement="q"/>${boundary('b', 'L', 'cancelActivity="false"')}${flows('s -> x; b -> b_task')}`, outside: `${outside}<process id="q"><startEvent id="qs"/><intermediateThrowEvent id="t">${event('L')}</intermediateThrowEvent><userTask id="next"/>${flows('qs -> t -> next')}</process>`, tasks: ['next', 'b_task'],
    },
    'of a task is told by who does it, while the task goes on': {
      draw: `<startEvent id="s"/><userTask id="x"/>${boundary('b', 'L', 'cancelActivity="false"')}${flows('s -> x; b -> b_task')}`, outside, act: (instance) => instance.send({ type: 'task.escalate', token: instance.tasks[0]!.token, escalation: 'late' }), tasks: ['x', 'b_task'],
    },
    'leaves its code where its catcher keeps it': { draw: thrown(boundary('b', 'L', 'cancelActivity="false" motcua:result="told"'), 'b -> b_task'), outside, keeps: { told: { code: 'late' } } },
    'of an end event leaves the other tokens of its scope alone': { draw: thrown(boundary('b', 'L', 'cancelActivity="false"'), 'b -> b_task', true), outside, tasks: ['next', 'b_task'] },
  });
});
