import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const caller = (inside = '', attributes = '') => `<startEvent id="s"/><callActivity id="c" calledElement="q" ${attributes}>${inside}</callActivity><userTask id="after"/>${flows('s -> c -> after')}`;
const called = `<process id="q"><startEvent id="qs"/><userTask id="work"/><endEvent id="qe"/>${flows('qs -> work -> qe')}</process>`;
const erring = `<error id="E" errorCode="lost"/><process id="q"><startEvent id="qs"/><userTask id="work"/><endEvent id="qe"><errorEventDefinition errorRef="E"/></endEvent>${flows('qs -> work -> qe')}</process>`;
const mapped = '<extensionElements><motcua:input name="amount">price * 2</motcua:input><motcua:output name="paid">work.sum</motcua:output></extensionElements>';

describe('A call activity', () => {
  verify({
    'runs the called process to its end before it goes on': { draw: caller(), outside: called, act: (instance) => instance.complete('work'), tasks: ['after'], visited: ['s', 'c', 'qs', 'work', 'qe', 'after'] },
    'waits while the called process runs': { draw: caller(), outside: called, tasks: ['work'] },
    'gives only its inputs and takes only its outputs': {
      draw: caller(mapped), outside: called, data: { price: 5 }, act: (instance) => instance.complete('work', { sum: 10 }), keeps: { price: 5, paid: 10 }, tasks: ['after'],
    },
    'keeps what the called process knows to itself': { draw: caller(), outside: called, data: { a: 1 }, act: (instance) => instance.complete('work', 'secret'), keeps: { a: 1 } },
    'takes one output by its name, as it takes several': {
      draw: `<startEvent id="s"/><dataObject id="to" name="total"/><callActivity id="c" calledElement="q"><ioSpecification><dataInput id="i" name="n"/><dataOutput id="o" name="double"/><inputSet><dataInputRefs>i</dataInputRefs></inputSet><outputSet><dataOutputRefs>o</dataOutputRefs></outputSet></ioSpecification>
        <dataInputAssociation><sourceRef>price</sourceRef><targetRef>i</targetRef></dataInputAssociation><dataOutputAssociation><sourceRef>o</sourceRef><targetRef>to</targetRef></dataOutputAssociation></callActivity><dataObject id="price"/>${flows('s -> c')}`,
      outside: `<process id="q"><startEvent id="qs"/><scriptTask id="w" motcua:result="double"><script>n * 2</script></scriptTask>${flows('qs -> w')}</process>`, data: { price: 5 }, keeps: { price: 5, total: 10 },
    },
    'is the global task that it calls': { draw: caller(), outside: '<globalUserTask id="q" name="Common"/>', tasks: ['c'], effects: [{ type: 'task.open', node: 'c' }] },
    'fails with the error of the called process, which its boundary event catches': {
      draw: `${caller()}<boundaryEvent id="t" attachedToRef="c"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="mend"/>${flows('t -> mend')}`, outside: erring,
      act: (instance) => instance.complete('work'), tasks: ['mend'],
    },
    'takes the called process with it when it is interrupted': {
      draw: `${caller()}<boundaryEvent id="t" attachedToRef="c"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="late"/>${flows('t -> late')}`, outside: called,
      act: (_instance, bench) => bench.advance('P1D'), tasks: ['late'], effects: [{ type: 'task.close', node: 'work', reason: 'cancelled' }],
    },
    'may call the process it stands in, one level deeper each time': {
      draw: `<startEvent id="s"/><exclusiveGateway id="g" default="g-e"/><scriptTask id="n" scriptFormat="feel"><script>n - 1</script></scriptTask><endEvent id="e"/><callActivity id="c" calledElement="p"><extensionElements><motcua:input name="n">n</motcua:input></extensionElements></callActivity>${flows('s -> g -> e; g -> n if n > 0; n -> c -> e')}`,
      data: { n: 3 }, status: 'completed', visited: ['s', 'g', 'n', 'c', 's', 'g', 'n', 'c', 's', 'g', 'n', 'c', 's', 'g', 'e', 'e', 'e', 'e'],
    },
    'gives its outputs also when the called process is terminated': {
      draw: caller(mapped), outside: called.replace('<endEvent id="qe"/>', '<endEvent id="qe"><terminateEventDefinition/></endEvent>'), data: { price: 5 }, act: (instance) => instance.complete('work', { sum: 10 }), keeps: { price: 5, paid: 10 }, tasks: ['after'],
    },
    'lets a process that calls itself watch for its events at every level': {
      draw: `<startEvent id="s"/><exclusiveGateway id="x"/><userTask id="a"/><callActivity id="c" calledElement="p"><extensionElements><motcua:input name="deep">false</motcua:input></extensionElements></callActivity>
        <subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false"><signalEventDefinition signalRef="S"/></startEvent><userTask id="heard"/>${flows('hs -> heard')}</subProcess>${flows('s -> x; x -> c if deep; x -> a if not(deep)')}`,
      outside: '<signal id="S" name="alarm"/>', data: { deep: true }, act: (instance) => instance.signal('alarm'), tasks: ['a', 'heard', 'heard'],
    },
  });
});
