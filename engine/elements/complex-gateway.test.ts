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
    'is reset also when the others cannot come any more, and then takes the flows that ask for that': {
      draw: vote('activationCount >= 2', reset).replace(flows('c -> g'), `<exclusiveGateway id="x" default="x-e"/><endEvent id="e"/>${flows('c -> x; x -> g if yes; x -> e')}`), data: { yes: false },
      act: (instance) => instance.complete('a').complete('b').complete('c'), tasks: ['on', 'all'],
    },
    'is reset at once when all have come': { draw: vote('activationCount >= 3', reset), act: (instance) => instance.complete('a').complete('b').complete('c'), tasks: ['on', 'all'] },
    'is reset before the scope around it is done': {
      draw: `<startEvent id="s"/><subProcess id="p1"><startEvent id="is"/><parallelGateway id="f"/><task id="a"/><userTask id="b"/><exclusiveGateway id="x" default="x-e"/><endEvent id="e"/><complexGateway id="g"><activationCondition>activationCount >= 1</activationCondition></complexGateway><task id="on"/>${reset}
        ${flows('is -> f -> a -> g -> on; f -> b -> x -> e; x -> g if yes')}</subProcess><userTask id="after"/>${flows('s -> p1 -> after')}`, data: { yes: false },
      act: (instance) => instance.complete('b').complete('all'), tasks: ['after'],
    },
    'goes by its default flow when it is reset and no condition holds then': {
      draw: vote('activationCount >= 2', `<userTask id="late"/>${flows('g -> late')}`).replace('<complexGateway id="g">', '<complexGateway id="g" default="g-late">').replace(flows('g -> on'), flows('g -> on if waitingForStart')),
      act: (instance) => instance.complete('a').complete('c').complete('b'), tasks: ['on', 'late'],
    },
    'does not wait to be reset for a token that can also come by a flow with which it went on': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><exclusiveGateway id="m"/><exclusiveGateway id="x" default="x-m"/><complexGateway id="g"><activationCondition>activationCount >= 1</activationCondition></complexGateway><userTask id="on"/>${reset}
        ${flows('s -> f -> a -> m -> g -> on; f -> b -> x -> m; x -> g if yes')}`, data: { yes: true },
      act: (instance) => instance.complete('a'), tasks: ['b', 'on', 'all'],
    },
    'asks those again who came twice, once it is reset': {
      draw: vote('activationCount >= 1').replace('<userTask id="a"/>', '<userTask id="a" completionQuantity="2"/>').replace('<userTask id="c"/>', '').replace(flows('f -> c -> g'), ''),
      act: (instance) => instance.complete('a').complete('b'), tasks: ['on', 'on'],
    },
    'is not reset in a scope that was interrupted': {
      draw: `${vote('activationCount >= 1', reset)}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><signalEventDefinition signalRef="S"/></startEvent><userTask id="hu"/>${flows('hs -> hu')}</subProcess>`, outside: '<signal id="S" name="alarm"/>',
      act: (instance) => instance.complete('a').signal('alarm'), tasks: ['hu'],
    },
    'is left by hand as if it had started': {
      draw: vote('activationCount > 3', reset).replace(flows('g -> on'), flows('g -> on if waitingForStart')), act: (instance) => instance.complete('a').complete('b').complete('c').skip(), tasks: ['on'],
    },
    'can ask by which flows they came': { draw: vote('list contains(arrived, "b-g")'), act: (instance) => instance.complete('a').complete('b'), tasks: ['c', 'on'] },
    'stands still when its condition is neither true nor false': { draw: vote('activationCount'), act: (instance) => instance.complete('a'), incidents: [['condition', 'complexGateway g']] },
  });
});
