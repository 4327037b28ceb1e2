import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const vote = (condition: string, after = '') => `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><userTask id="c"/>
  <complexGateway id="g">${condition && `<activationCondition>${condition}</activationCondition>`}</complexGateway><userTask id="on"/>${after}${flows('s -> f -> a -> g -> on; f -> b -> g; f -> c -> g')}`;
const reset = `<userTask id="all"/><sequenceFlow id="g-all" sourceRef="g" targetRef="all"><conditionExpression>not(waitingForStart)</conditionExpression></sequenceFlow>`;

describe('A complex gateway', () => {
  verify({
    'goes on as soon as its activation condition holds': { draw: vote('activationCount >= 2'), act: (instance) => instance.complete('a').complete('c'), tasks: ['b', 'on'] },
    'waits until then': { draw: vote('activationCount >= 2'), act: (instance) => instance.complete('a'), tasks: ['b', 'c'] },
    'swallows those who come later, once, and sends them nowhere': { draw: vote('activationCount >= 2'), act: (instance) => instance.complete('a').complete('c').complete('b').complete('on'), status: 'completed', visited: ['s', 'f', 'a', 'b', 'c', 'g', 'g', 'on', 'g'] },
    'sends the late ones along flows that ask whether it waits for its start': { draw: vote('activationCount >= 2', reset), act: (instance) => instance.complete('a').complete('c').complete('b'), tasks: ['on', 'all'] },
    'can ask by which flows they came': { draw: vote('list contains(arrived, "b-g")'), act: (instance) => instance.complete('a').complete('b'), tasks: ['c', 'on'] },
    'stands still when its condition is neither true nor false': { draw: vote('activationCount'), act: (instance) => instance.complete('a'), incidents: [['condition', 'complexGateway g']] },
  });
});
