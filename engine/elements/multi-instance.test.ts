import { flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

const done = (marker: string, after = '') => `<startEvent id="s"/><userTask id="t">${marker}</userTask><userTask id="after"/>${after}${flows('s -> t -> after')}`;
const multi = (inside: string, attributes = '') => done(`<multiInstanceLoopCharacteristics ${attributes}>${inside}</multiInstanceLoopCharacteristics>`);
const three = '<loopCardinality>3</loopCardinality>';
const outside = '<signal id="S" name="step"/>';
const behavior = (kind: string, ref: string) => `<startEvent id="s"/><userTask id="t"><multiInstanceLoopCharacteristics behavior="${kind}" ${ref}>${three}</multiInstanceLoopCharacteristics></userTask>
  <boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><signalEventDefinition signalRef="S"/></boundaryEvent><userTask id="note"/><userTask id="after"/>${flows('s -> t -> after; b -> note')}`;
const shared = `${outside}<signalEventDefinition id="Step" signalRef="S"/>`;
const lost = `${outside}<error id="E" errorCode="lost"/><errorEventDefinition id="Lost" errorRef="E"/>`;

const kept = (id: string, name: string) => `<dataObject id="${id}_o" name="${name}" isCollection="true"/><dataObjectReference id="${id}" dataObjectRef="${id}_o"/>`;
const items = '<inputDataItem id="item" name="person"/><outputDataItem id="left" name="said"/>';

/** As the standard draws it: the collection comes from a data object through an input of the activity, and what instances leave goes to another through an output. */
const throughData = (kind: string, inside = '', attributes = '') => `<startEvent id="s"/>${kept('from', 'people')}${kept('to', 'answers')}<${kind} id="t">
  <ioSpecification><dataInput id="all" name="list"/><dataInput id="one" name="who"/><dataOutput id="got" name="got"/><dataOutput id="every" name="every"/><inputSet><dataInputRefs>all</dataInputRefs><dataInputRefs>one</dataInputRefs></inputSet><outputSet><dataOutputRefs>got</dataOutputRefs><dataOutputRefs>every</dataOutputRefs></outputSet></ioSpecification>
  <dataInputAssociation id="d1"><sourceRef>from</sourceRef><targetRef>all</targetRef></dataInputAssociation><dataInputAssociation id="d2"><sourceRef>item</sourceRef><targetRef>one</targetRef></dataInputAssociation>
  <dataOutputAssociation id="d3"><sourceRef>got</sourceRef><targetRef>left</targetRef></dataOutputAssociation><dataOutputAssociation id="d4"><sourceRef>every</sourceRef><targetRef>to</targetRef></dataOutputAssociation>
  <multiInstanceLoopCharacteristics ${attributes}><loopDataInputRef>all</loopDataInputRef><loopDataOutputRef>every</loopDataOutputRef>${items}</multiInstanceLoopCharacteristics>${inside}</${kind}>${flows('s -> t')}`;
const people = { people: ['An', 'Ba'] };

const listed = (kind: string, attributes = '', inside = '') => `<startEvent id="s"/><${kind} id="t"><multiInstanceLoopCharacteristics motcua:collection="people" motcua:element="who" ${attributes}/>${inside}</${kind}><userTask id="after"/>${flows('s -> t -> after')}`;

describe('A multi-instance activity', () => {
  verify({
    'takes its collection from data and leaves a list there, through its inputs and outputs': { draw: throughData('scriptTask', '<script>who + "!"</script>'), data: people, keeps: { ...people, answers: ['An!', 'Ba!'] }, status: 'completed' },
    'does so one after the other': { draw: throughData('userTask', '', 'isSequential="true"'), data: people, act: (instance) => instance.complete('t', 1).complete('t', 2), keeps: { ...people, answers: [1, 2] } },
    'a data object within that is called like the entry is the entry': {
      draw: listed('subProcess', 'isSequential="true" motcua:outputCollection="answers" motcua:outputElement="told"', '<dataObject id="who_o" name="who"/><scriptTask id="i" motcua:result="told"><script>who + "!"</script></scriptTask>'),
      data: people, keeps: { ...people, answers: ['An!', 'Ba!'] }, tasks: ['after'],
    },
    'a data object within that is called like what each instance leaves is that': {
      draw: listed('subProcess', 'motcua:outputCollection="answers" motcua:outputElement="told"', '<dataObject id="told_o" name="told"/><scriptTask id="i" motcua:result="told"><script>who + "!"</script></scriptTask>'),
      data: people, keeps: { ...people, answers: ['An!', 'Ba!'] }, tasks: ['after'],
    },
    'hands each instance its own entry, not the list': {
      draw: throughData('serviceTask'), data: people, act: (instance) => instance.complete('t', 1).complete('t', 2), keeps: { ...people, answers: [1, 2] },
      effects: [{ type: 'job.request', inputs: { who: 'An' } }, { type: 'job.request', inputs: { who: 'Ba' } }],
    },
    'keeps what each instance leaves apart from those that run beside it': {
      draw: `<startEvent id="s"/>${kept('from', 'people')}${kept('to', 'answers')}<subProcess id="t"><multiInstanceLoopCharacteristics><loopDataInputRef>from</loopDataInputRef><loopDataOutputRef>to</loopDataOutputRef>${items}</multiInstanceLoopCharacteristics>
        <startEvent id="is"/><userTask id="ask" motcua:result="said"/><userTask id="sign"/>${flows('is -> ask -> sign')}</subProcess>${flows('s -> t')}`,
      data: people, act: (instance) => instance.complete('ask', 1).complete('ask', 2).complete('sign').complete('sign'), keeps: { ...people, answers: [1, 2] }, status: 'completed',
    },
    'leaves nothing in the list where an instance left nothing': {
      draw: `<startEvent id="s"/><subProcess id="t"><multiInstanceLoopCharacteristics motcua:collection="people" motcua:outputCollection="answers" motcua:outputElement="said"/></subProcess>${flows('s -> t')}`,
      data: { ...people, said: { word: 'of another' } }, keeps: { ...people, said: { word: 'of another' }, answers: [null, null] },
    },
    'gathers in the order of the collection, whoever is done first': {
      draw: listed('userTask', 'motcua:outputCollection="answers"'), data: people, act: (instance) => {
        const [first, second] = instance.tasks;
        for (const { token } of [second!, first!]) instance.send({ type: 'task.complete', token, data: token === first!.token ? 'of An' : 'of Ba' });
      }, keeps: { ...people, t: 'of An', answers: ['of An', 'of Ba'] },
    },
    'asks for its collection once: who is added meanwhile is not asked': { draw: listed('userTask', 'isSequential="true"'), data: people, act: (instance) => instance.change({ people: ['An', 'Ba', 'Cu'] }).complete('t').complete('t'), tasks: ['after'] },
    'knows its entry and its number': { draw: listed('scriptTask', 'isSequential="true" motcua:outputCollection="answers"', '<script>[loopCounter, who]</script>'), data: people, keeps: { ...people, t: [2, 'Ba'], answers: [[1, 'An'], [2, 'Ba']] } },
    'passes when its collection is empty, and leaves an empty list': { draw: listed('userTask', 'motcua:outputCollection="answers"'), data: { people: [] }, keeps: { people: [], answers: [] }, tasks: ['after'] },
    'stands still when its collection is no list': { draw: listed('userTask'), data: { people: 'An' }, incidents: [['collection', 'to be a list']], tasks: [] },
    'stands still when its collection is not there': { draw: listed('userTask'), incidents: [['missing-data', 'people']], tasks: [] },
    ...Object.fromEntries([-1, 1.5, 100001, null, '3'].map((count) => [`stands still when there are to be ${JSON.stringify(count)} of it`, { draw: multi('<loopCardinality>=count</loopCardinality>'), data: { count }, incidents: [['cardinality', 'whole number']] as const, tasks: [] }])),
    'asks for a job for each entry': { draw: listed('serviceTask').replace('<serviceTask id="t"', '<serviceTask id="t" motcua:connector="mail.send"').replace('<multi', '<extensionElements><motcua:input name="to">who</motcua:input></extensionElements><multi'), data: people, effects: [{ type: 'job.request', inputs: { to: 'An' } }, { type: 'job.request', inputs: { to: 'Ba' } }] },
    'waits for a message for each entry, told apart by its own': {
      draw: `<startEvent id="s"/><receiveTask id="t" messageRef="M"><extensionElements><motcua:key name="of">who</motcua:key></extensionElements><multiInstanceLoopCharacteristics motcua:collection="people" motcua:element="who"/></receiveTask><userTask id="after"/>${flows('s -> t -> after')}`,
      outside: '<message id="M" name="said"/>', data: people, act: (instance) => instance.message('said', { keys: { of: 'Ba' } }).message('said', { keys: { of: 'An' } }), tasks: ['after'],
    },
    'calls its process for each entry': {
      draw: listed('callActivity').replace('id="t"', 'id="t" calledElement="q"').replace('<multi', '<extensionElements><motcua:input name="name">who</motcua:input></extensionElements><multi'), data: people,
      outside: `<process id="q"><startEvent id="qs"/><userTask id="ask"/>${flows('qs -> ask')}</process>`, act: (instance) => instance.complete('ask').complete('ask'), tasks: ['after'],
    },
    'may stand within another, each with its own numbers': {
      draw: `<startEvent id="s"/><subProcess id="x"><multiInstanceLoopCharacteristics isSequential="true" motcua:collection="people" motcua:element="who" motcua:outputCollection="all" motcua:outputElement="inner"/><scriptTask id="t"><multiInstanceLoopCharacteristics motcua:outputCollection="inner"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics><script>who + string(loopCounter)</script></scriptTask></subProcess>${flows('s -> x')}`,
      data: people, status: 'completed', keeps: { ...people, t: 'Ba2', all: [['An1', 'An2'], ['Ba1', 'Ba2']] },
    },
    'sees its counts in the completion condition': {
      draw: multi('<loopCardinality>4</loopCardinality><completionCondition>numberOfInstances = 4 and numberOfCompletedInstances = 3 and numberOfActiveInstances = 1 and numberOfTerminatedInstances = 0</completionCondition>'), act: (instance) => instance.complete('t').complete('t').complete('t'), tasks: ['after'],
    },
    'begins no more of it once its completion condition holds': { draw: multi(`${three}<completionCondition>t = "no"</completionCondition>`, 'isSequential="true"'), act: (instance) => instance.complete('t', 'yes').complete('t', 'no'), tasks: ['after'], visited: ['s', 't', 't', 'after'] },
    'goes on after the last although its completion condition never held': { draw: multi(`${three}<completionCondition>false</completionCondition>`), act: (instance) => instance.complete('t').complete('t').complete('t'), tasks: ['after'] },
    'stands still with one of it while the completion condition lacks its data': { draw: multi(`${three}<completionCondition>votes &gt; 1</completionCondition>`), act: (instance) => instance.complete('t'), incidents: [['missing-data', 'votes']], tasks: ['t', 't'] },
    'does not ask again who has answered when the completion condition is mended': { draw: multi(`${three}<completionCondition>votes &gt; 1</completionCondition>`), act: (instance) => instance.complete('t').retry({ votes: 0 }), tasks: ['t', 't'], visited: ['s', 't', 't', 't'] },
    'is ended as a whole by the error of one of it': {
      draw: `${multi(three)}<boundaryEvent id="b" attachedToRef="t"><errorEventDefinition/></boundaryEvent><userTask id="mend"/>${flows('b -> mend')}`, act: (instance) => instance.complete('t').fail('t', 'lost'), tasks: ['mend'],
    },
    'goes on with the others while one of it is an incident': { draw: multi(three), act: (instance) => instance.fail('t', 'lost').complete('t').complete('t'), incidents: [['task-failed', 'lost']], tasks: [] },
    'throws for each that makes a condition hold with the behavior Complex': {
      draw: behavior('Complex', '').replace(three, `${three}<complexBehaviorDefinition><condition>numberOfCompletedInstances &gt; 1</condition><event id="ev"><signalEventDefinition signalRef="S"/></event></complexBehaviorDefinition>`),
      outside, act: (instance) => instance.complete('t').complete('t').complete('t'), tasks: ['note', 'note', 'after'],
    },
    'throws with the behavior Complex what its event shares with others': {
      draw: behavior('Complex', '').replace(three, `${three}<complexBehaviorDefinition><condition>numberOfCompletedInstances = 2</condition><event id="ev"><eventDefinitionRef>Step</eventDefinitionRef></event></complexBehaviorDefinition>`),
      outside: shared, act: (instance) => instance.complete('t').complete('t').complete('t'), tasks: ['note', 'after'],
    },
    'ends the instance when nobody catches the error that it throws': {
      draw: behavior('One', 'oneBehaviorEventRef="Lost"'), outside: lost, act: (instance) => instance.complete('t'), tasks: [], status: 'failed', visited: ['s', 't', 't', 't'],
    },
    'goes where the error that it throws is caught': {
      draw: `${behavior('One', 'oneBehaviorEventRef="Lost"')}<boundaryEvent id="c" attachedToRef="t"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="mend"/>${flows('c -> mend')}`, outside: lost, act: (instance) => instance.complete('t'), tasks: ['mend'],
    },
    'throws nothing with the behavior All': { draw: behavior('All', ''), outside, act: (instance) => instance.complete('t').complete('t').complete('t'), tasks: ['after'] },
    'ends all of it when what it throws for the first is caught by a boundary event that interrupts': {
      draw: behavior('One', 'oneBehaviorEventRef="Step"').replace('cancelActivity="false"', ''), outside: shared, act: (instance) => instance.complete('t'), tasks: ['note'],
    },
    'begins all of its instances at once': { draw: multi(three), tasks: ['t', 't', 't'] },
    'goes on when the last of them is done': { draw: multi(three), act: (instance) => instance.complete('t').complete('t').complete('t'), tasks: ['after'] },
    'does one after the other when it is sequential': { draw: multi(three, 'isSequential="true"'), act: (instance) => instance.complete('t'), tasks: ['t'], visited: ['s', 't', 't'] },
    'asks how many there are': { draw: multi('<loopCardinality>=storeys + 1</loopCardinality>'), data: { storeys: 1 }, tasks: ['t', 't'] },
    'passes when there are none': { draw: multi('<loopCardinality>0</loopCardinality>'), tasks: ['after'], visited: ['s', 't', 'after'] },
    'may still be interrupted in the step in which it passes': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><userTask id="t"><multiInstanceLoopCharacteristics><loopCardinality>0</loopCardinality></multiInstanceLoopCharacteristics></userTask><userTask id="after"/>
        <intermediateThrowEvent id="x"><signalEventDefinition signalRef="S"/></intermediateThrowEvent><boundaryEvent id="b" attachedToRef="t"><signalEventDefinition signalRef="S"/></boundaryEvent><userTask id="late"/>${flows('s -> f -> t -> after; f -> x; b -> late')}`,
      outside, tasks: ['late'],
    },
    'stands still when the number is none': { draw: multi('<loopCardinality>=storeys</loopCardinality>'), data: { storeys: 'two' }, incidents: [['cardinality', 'whole number']] },
    'cancels the others once its completion condition holds': {
      draw: multi(`${three}<completionCondition>numberOfCompletedInstances = 2</completionCondition>`), act: (instance) => instance.complete('t').complete('t'), tasks: ['after'],
      effects: [{ type: 'task.close', reason: 'completed' }, { type: 'task.close', reason: 'completed' }, { type: 'task.close', reason: 'cancelled' }],
    },
    'throws an event for each instance with the behavior None': { draw: behavior('None', 'noneBehaviorEventRef="Step"'), outside: shared, act: (instance) => instance.complete('t').complete('t'), tasks: ['t', 'note', 'note'] },
    'throws an event for the first instance with the behavior One': { draw: behavior('One', 'oneBehaviorEventRef="Step"'), outside: shared, act: (instance) => instance.complete('t').complete('t'), tasks: ['t', 'note'] },
    'pauses the clock once for each of its instances, and not for itself': {
      draw: `<startEvent id="s"/><userTask id="t" motcua:clock="pause:supplement"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask><userTask id="after"/>${flows('s -> t -> after')}`,
      act: (instance) => instance.complete('t').complete('t'), effects: ['pause', 'resume', 'pause', 'resume'].map((action) => ({ type: 'clock', action })),
    },
    'is interrupted as one': {
      draw: `${multi(three)}<boundaryEvent id="b" attachedToRef="t"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="late"/>${flows('b -> late')}`, act: (_instance, bench) => bench.advance('P1D'), tasks: ['late'],
    },
    'is still done several times when its number had to be mended': { draw: multi('<loopCardinality>=storeys</loopCardinality>'), act: (instance) => instance.retry({ storeys: 2 }), tasks: ['t', 't'] },
    'leaves nothing to compensate when there was none of it': {
      draw: `<startEvent id="s"/><task id="t"><multiInstanceLoopCharacteristics><loopCardinality>0</loopCardinality></multiInstanceLoopCharacteristics></task><boundaryEvent id="c" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><userTask id="un" isForCompensation="true"/>
        <association id="as" sourceRef="c" targetRef="un"/><intermediateThrowEvent id="u"><compensateEventDefinition/></intermediateThrowEvent>${flows('s -> t -> u')}`, status: 'completed',
    },
  });
});
