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
    'of a task that no one catches waits as an incident': { draw: `<startEvent id="s"/><userTask id="x"/>${flows('s -> x')}`, act: (instance) => instance.fail('x', 'lost'), incidents: [['task-failed', 'lost']], status: 'active' },
  });
});
