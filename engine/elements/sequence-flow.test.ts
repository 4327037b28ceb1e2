import { flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

const ways = (attributes: string, text: string) => {
  const targets = [...text.matchAll(/-> (\w)/g)].map(([, id]) => `<userTask id="${id}"/>`);
  return `<startEvent id="s"/><userTask id="u" ${attributes}/>${targets.join('')}${flows(`s -> u; ${text}`)}`;
};

describe('A sequence flow: the ways out of an activity', () => {
  verify({
    'are all taken when they have no conditions': { draw: ways('', 'u -> a; u -> b'), act: (instance) => instance.complete('u'), tasks: ['a', 'b'] },
    'are those whose conditions hold, and those without': { draw: ways('', 'u -> a if u = 1; u -> b if u = 2; u -> c'), act: (instance) => instance.complete('u', 1), tasks: ['a', 'c'] },
    'are the default flow when no condition holds': { draw: ways('default="u-c"', 'u -> a if u = 1; u -> b if u = 2; u -> c'), act: (instance) => instance.complete('u', 3), tasks: ['c'] },
    'do not include the default flow when a condition holds': { draw: ways('default="u-c"', 'u -> a if u = 1; u -> c'), act: (instance) => instance.complete('u', 1), tasks: ['a'] },
    'include those without a condition, so that the default flow is not taken beside them': { draw: ways('default="u-c"', 'u -> a if u = 1; u -> b; u -> c'), act: (instance) => instance.complete('u', 3), tasks: ['b'] },
    'are asked in the order of the diagram, and all of them: the first that holds does not shut out the next': { draw: ways('', 'u -> b if u > 1; u -> a if u > 2'), act: (instance) => instance.complete('u', 3), tasks: ['b', 'a'] },
    'see the answer that was just given': { draw: ways('motcua:result="answer" default="u-b"', 'u -> a if answer.ok; u -> b'), act: (instance) => instance.complete('u', { ok: true }), tasks: ['a'] },
    'stand still while a condition lacks its data, and take no other way meanwhile': { draw: ways('default="u-b"', 'u -> a if unknown > 1; u -> b'), act: (instance) => instance.complete('u'), incidents: [['missing-data', 'unknown']], tasks: [] },
    'stand still when a condition is neither true nor false': { draw: ways('default="u-b"', 'u -> a if u; u -> b'), act: (instance) => instance.complete('u', 'yes'), incidents: [['condition', 'true or false']], tasks: [] },
    'are chosen once, after the last turn, when the activity is done several times': {
      draw: `<startEvent id="s"/><userTask id="u" default="u-b"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask><userTask id="a"/><userTask id="b"/>${flows('s -> u; u -> a if u = 2; u -> b')}`, act: (instance) => instance.complete('u', 1).complete('u', 2), tasks: ['a'],
    },
    'are chosen out of a sub-process as out of a task': {
      draw: `<startEvent id="s"/><subProcess id="u" default="u-b"><userTask id="v"/></subProcess><userTask id="a"/><userTask id="b"/>${flows('s -> u; u -> a if v = 1; u -> b')}`, act: (instance) => instance.complete('v', 1), tasks: ['a'],
    },
    'are left by as many tokens as the activity completes with': { draw: ways('completionQuantity="2"', 'u -> a'), act: (instance) => instance.complete('u'), tasks: ['a', 'a'] },
    'drawn twice are two ways': { draw: `${ways('', 'u -> a')}<sequenceFlow id="twice" sourceRef="u" targetRef="a"/>`, act: (instance) => instance.complete('u'), tasks: ['a', 'a'] },
    'out of an event are all taken': { draw: `<startEvent id="s"/><intermediateThrowEvent id="t"/><userTask id="a"/><userTask id="b"/>${flows('s -> t -> a; t -> b')}`, tasks: ['a', 'b'] },
    'may lead back to where they come from': { draw: `<startEvent id="s"/><userTask id="u" default="u-u"/><userTask id="a"/>${flows('s -> u; u -> a if u = 1; u -> u')}`, act: (instance) => instance.complete('u', 0), tasks: ['u'], visited: ['s', 'u', 'u'] },
    'fail by name when no condition holds': { draw: ways('', 'u -> a if u = 1; u -> b if u = 2'), act: (instance) => instance.complete('u', 3), incidents: [['no-flow', 'userTask u']] },
    'are chosen anew on retry, without asking the person again': {
      draw: ways('motcua:clock="pause:supplement"', 'u -> a if v = 1; u -> b if v = 2'), act: (instance) => instance.complete('u').retry({ v: 1 }), tasks: ['a'],
      effects: [{ type: 'task.open', node: 'u' }, { type: 'task.close', node: 'u' }, { type: 'task.open', node: 'a' }],
    },
    'do not end a pause twice when the instance is cancelled while they cannot be chosen': {
      draw: ways('motcua:clock="pause:supplement"', 'u -> a if v = 1; u -> b if v = 2'), act: (instance) => instance.complete('u').send({ type: 'cancel', reason: 'withdrawn' }), status: 'terminated',
      effects: [{ type: 'clock', action: 'pause' }, { type: 'clock', action: 'resume' }],
    },
  });
});
