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
    'of an end event leaves the other tokens of its scope alone': { draw: thrown(boundary('b', 'L', 'cancelActivity="false"'), 'b -> b_task', true), outside, tasks: ['next', 'b_task'] },
  });
});
