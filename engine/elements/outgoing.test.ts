import { flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

const ways = (attributes: string, text: string) => {
  const targets = [...text.matchAll(/-> (\w)/g)].map(([, id]) => `<userTask id="${id}"/>`);
  return `<startEvent id="s"/><userTask id="u" ${attributes}/>${targets.join('')}${flows(`s -> u; ${text}`)}`;
};

describe('The ways out of an activity', () => {
  verify({
    'are all taken when they have no conditions': { draw: ways('', 'u -> a; u -> b'), act: (instance) => instance.complete('u'), tasks: ['a', 'b'] },
    'are those whose conditions hold, and those without': { draw: ways('', 'u -> a if u = 1; u -> b if u = 2; u -> c'), act: (instance) => instance.complete('u', 1), tasks: ['a', 'c'] },
    'are the default flow when no condition holds': { draw: ways('default="u-c"', 'u -> a if u = 1; u -> b if u = 2; u -> c'), act: (instance) => instance.complete('u', 3), tasks: ['c'] },
    'do not include the default flow when a condition holds': { draw: ways('default="u-c"', 'u -> a if u = 1; u -> c'), act: (instance) => instance.complete('u', 1), tasks: ['a'] },
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
