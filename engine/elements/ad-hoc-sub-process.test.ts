import assert from 'node:assert/strict';
import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const adHoc = (attributes: string, completion = '', inside = '<userTask id="a"/><userTask id="b"/>') =>
  `<startEvent id="s"/><adHocSubProcess id="x" ${attributes}>${inside}${completion && `<completionCondition>${completion}</completionCondition>`}</adHocSubProcess><userTask id="after"/>${flows('s -> x -> after')}`;

describe('An ad-hoc sub-process', () => {
  verify({
    'begins nothing by itself': { draw: adHoc(''), tasks: [], status: 'active', visited: ['s', 'x'] },
    'lets its steps be begun in any order and as often as needed': {
      draw: adHoc('', 'done = true'), data: { done: false }, act: (instance) => instance.activate('b').activate('a').complete('b').activate('b'), tasks: ['a', 'b'], visited: ['s', 'x', 'b', 'a', 'b'],
    },
    'is over once its completion condition holds, and cancels what still runs': {
      draw: adHoc('', 'a = "enough"'), data: { a: null }, act: (instance) => instance.activate('a').activate('b').complete('a', 'enough'), tasks: ['after'],
      effects: [{ type: 'task.close', node: 'a', reason: 'completed' }, { type: 'task.close', node: 'b', reason: 'cancelled' }],
    },
    'lets what still runs be finished when it says so': {
      draw: adHoc('cancelRemainingInstances="false"', 'a = "enough"'), data: { a: null }, act: (instance) => {
        instance.activate('a').activate('b').complete('a', 'enough');
        assert.deepEqual(instance.tasks.map(({ element }) => element), ['b']);
        assert.throws(() => instance.activate('a'), /only waits for steps that still run/);
        instance.complete('b');
      },
      tasks: ['after'],
    },
    'has one step under way at a time when it is sequential': {
      draw: adHoc('ordering="Sequential"', 'false'), act: (instance) => {
        instance.activate('a');
        assert.throws(() => instance.activate('b'), /one at a time/);
        instance.complete('a').activate('b');
      },
      tasks: ['b'],
    },
    'is done turn by turn when it is several, each with its own steps': {
      draw: adHoc('', 'a.enough = true').replace('<userTask id="a"/>', '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics><userTask id="a"/>'),
      act: (instance) => {
        const [holder] = instance.state.tokens;
        assert.throws(() => instance.send({ type: 'adHoc.begin', token: holder!.id, node: 'a' }), /expected an open ad-hoc sub-process/);
        instance.activate('a').complete('a', { enough: true });
        instance.activate('b').activate('a').complete('a', { enough: false }).complete('b').activate('a').complete('a', { enough: true });
      },
      tasks: ['after'],
    },
    'leads on inside from a step that has a way out': {
      draw: adHoc('', 'false', `<userTask id="a"/><userTask id="c"/>${flows('a -> c')}`), act: (instance) => instance.activate('a').complete('a'), tasks: ['c'],
    },
    'may be declared done by a person': {
      draw: adHoc('', 'false'), act: (instance) => instance.activate('a').send({ type: 'adHoc.complete', token: instance.state.tokens.find(({ at }) => at === 'x')!.id }), tasks: ['after'],
    },
  });
});
