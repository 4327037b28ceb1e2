import assert from 'node:assert/strict';
import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const nodes = (attributes = '') => `<startEvent id="s"/><exclusiveGateway id="g" name="Đủ hồ sơ?" ${attributes}/><task id="a"/><task id="b"/>`;
const ways = flows('s -> g; g -> a if n > 10; g -> b if n > 1');

describe('An exclusive gateway', () => {
  verify({
    'takes the first flow whose condition holds': { draw: nodes() + ways, data: { n: 11 }, visited: ['s', 'g', 'a'], status: 'completed' },
    'asks the next when the first does not hold': { draw: nodes() + ways, data: { n: 5 }, visited: ['s', 'g', 'b'] },
    'takes the default flow when none holds': {
      draw: nodes('default="g-b"') + flows('s -> g; g -> a if n > 10; g -> b'), data: { n: 5 }, visited: ['s', 'g', 'b'],
    },
    'never takes the default flow because data is missing': {
      draw: nodes('default="g-b"') + flows('s -> g; g -> a if n > 10; g -> b'), incidents: [['missing-data', 'exclusiveGateway "Đủ hồ sơ?" (g)']],
    },
    'goes on by itself once the missing data is there': {
      draw: nodes('default="g-b"') + flows('s -> g; g -> a if n > 10; g -> b'), act: (instance) => instance.retry({ n: 12 }), visited: ['s', 'g', 'a'], keeps: { n: 12 }, status: 'completed',
    },
    'stands still when no condition holds': { draw: nodes() + ways, data: { n: 0 }, incidents: [['no-flow', 'no default flow']] },
    'stands still when a condition is neither true nor false': { draw: nodes() + flows('s -> g; g -> a if n; g -> b if true'), data: { n: 'yes' }, incidents: [['condition', '"yes"']] },
    'stands still when a flow has neither condition nor default': { draw: nodes() + flows('s -> g; g -> a; g -> b'), incidents: [['no-condition', 'g-a']] },
    'goes where a person tells it to when it could not choose': {
      draw: nodes() + ways, data: { n: 0 }, act: (instance) => instance.choose('g', 'g-b'), visited: ['s', 'g', 'b'], status: 'completed',
    },
    'obeys a forced choice': { draw: nodes() + ways, environment: { choices: { g: ['g-b'] } }, visited: ['s', 'g', 'b'] },
    'refuses to be sent where it does not lead': {
      draw: nodes() + ways, data: { n: 0 },
      act: (instance) => assert.throws(() => instance.choose('g', 's-g'), /expected one of g-a, g-b out of exclusiveGateway/),
      incidents: [['no-flow', 'g-a, g-b']],
    },
    'merges without waiting': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><task id="a"/><task id="b"/><exclusiveGateway id="g"/><task id="c"/>${flows('s -> f -> a -> g -> c; f -> b -> g')}`,
      visited: ['s', 'f', 'a', 'b', 'g', 'g', 'c', 'c'], status: 'completed',
    },
  });
});
