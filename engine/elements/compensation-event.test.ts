import assert from 'node:assert/strict';
import { verify } from '../testing/table.ts';
import { flows } from '../testing/diagram.ts';

const undone = (id: string) => `<userTask id="${id}"/><boundaryEvent id="${id}_c" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="un_${id}" isForCompensation="true"/><association id="${id}_a" sourceRef="${id}_c" targetRef="un_${id}" associationDirection="One"/>`;
const thrown = (definition: string, kind = 'intermediateThrowEvent') => `<startEvent id="s"/>${undone('a')}${undone('b')}<${kind} id="t">${definition}</${kind}>${kind === 'endEvent' ? flows('s -> a -> b -> t') : `<userTask id="after"/>${flows('s -> a -> b -> t -> after')}`}`;
const all = '<compensateEventDefinition/>';
const looped = `<startEvent id="s"/><userTask id="a"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask><boundaryEvent id="c" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><userTask id="un" isForCompensation="true"/><association id="as" sourceRef="c" targetRef="un" associationDirection="One"/><intermediateThrowEvent id="t">${all}</intermediateThrowEvent><userTask id="after"/>${flows('s -> a -> t -> after')}`;

const people = { people: ['An', 'Ba'], undone: [] };
const listed = '<multiInstanceLoopCharacteristics motcua:collection="people"';
/** Adds to the list of what was undone. */
const adds = (feel: string) => `<script>append(undone, ${feel})</script>`;
const undoneBy = (id: string, feel: string) => `<boundaryEvent id="${id}_c" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><scriptTask id="un_${id}" motcua:result="undone" isForCompensation="true">${adds(feel)}</scriptTask><association id="${id}_a" sourceRef="${id}_c" targetRef="un_${id}" associationDirection="One"/>`;
/** A sub-process that is undone by its own event sub-process once it is done. */
const within = (marker: string, feel: string, input = '') => `<startEvent id="s"/><subProcess id="x">${input && `<extensionElements><${input}></extensionElements>`}${marker}<startEvent id="is"/><task id="a"/>${flows('is -> a')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><compensateEventDefinition/></startEvent><scriptTask id="undo" motcua:result="undone">${adds(feel)}</scriptTask>${flows('hs -> undo')}</subProcess></subProcess><intermediateThrowEvent id="t">${all}</intermediateThrowEvent><userTask id="after"/>${flows('s -> x -> t -> after')}`;

describe('A compensation event', () => {
  verify({
    'undoes what was done, the last first, one after the other': { draw: thrown(all), act: (instance) => instance.complete('a').complete('b').complete('un_b'), tasks: ['un_a'], visited: ['s', 'a', 'b', 't', 'un_b', 'un_a'] },
    'is done when all is undone': { draw: thrown(all), act: (instance) => instance.complete('a').complete('b').complete('un_b').complete('un_a'), tasks: ['after'] },
    'undoes one activity when it names it': { draw: thrown('<compensateEventDefinition activityRef="a"/>'), act: (instance) => instance.complete('a').complete('b'), tasks: ['un_a'] },
    'goes on at once when it does not wait': { draw: thrown('<compensateEventDefinition waitForCompletion="false"/>'), act: (instance) => instance.complete('a').complete('b'), tasks: ['un_b', 'after'] },
    'undoes nothing twice': {
      draw: `<startEvent id="s"/>${undone('a')}<intermediateThrowEvent id="t1">${all}</intermediateThrowEvent><intermediateThrowEvent id="t2">${all}</intermediateThrowEvent><userTask id="after"/>${flows('s -> a -> t1 -> t2 -> after')}`,
      act: (instance) => instance.complete('a').complete('un_a'), tasks: ['after'], visited: ['s', 'a', 't1', 'un_a', 't2', 'after'],
    },
    'leaves alone what was not done': { draw: `<startEvent id="s"/>${undone('b')}<exclusiveGateway id="g" default="g-t"/><endEvent id="t">${all}</endEvent>${flows('s -> g -> t; g -> b if never')}`, data: { never: false }, status: 'completed', visited: ['s', 'g', 't'] },
    'of an end event ends when all is undone': { draw: thrown(all, 'endEvent'), act: (instance) => instance.complete('a').complete('b').complete('un_b').complete('un_a'), status: 'completed' },
    'undoes each instance of an activity that was done several times': { draw: looped, act: (instance) => instance.complete('a').complete('a').complete('un').complete('un'), tasks: ['after'], visited: ['s', 'a', 'a', 't', 'un', 'un', 'after'] },
    'undoes what was done within a sub-process, through its own event sub-process when it has one': {
      draw: `<startEvent id="s"/><subProcess id="x"><startEvent id="is"/><userTask id="a"/>${flows('is -> a')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><compensateEventDefinition/></startEvent><userTask id="undo"/>${flows('hs -> undo')}</subProcess></subProcess><intermediateThrowEvent id="t">${all}</intermediateThrowEvent><userTask id="after"/>${flows('s -> x -> t -> after')}`,
      act: (instance) => instance.complete('a').complete('undo'), tasks: ['after'],
    },
    'undoes each time that a sub-process was done through its own event sub-process, and then by the handler outside as often': {
      draw: `<startEvent id="s"/><subProcess id="x"><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics><startEvent id="is"/><userTask id="a"/>${flows('is -> a')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><compensateEventDefinition/></startEvent><userTask id="undo"/>${flows('hs -> undo')}</subProcess></subProcess><boundaryEvent id="xc" attachedToRef="x"><compensateEventDefinition/></boundaryEvent><userTask id="un_x" isForCompensation="true"/><association id="xa" sourceRef="xc" targetRef="un_x" associationDirection="One"/><intermediateThrowEvent id="t"><compensateEventDefinition/></intermediateThrowEvent><userTask id="after"/>${flows('s -> x -> t -> after')}`,
      act: (instance) => instance.complete('a').complete('a').complete('undo').complete('undo').complete('un_x').complete('un_x'), tasks: ['after'],
      visited: ['s', 'x', 'x', 'is', 'is', 'a', 'a', 't', 'h', 'hs', 'undo', 'h', 'hs', 'undo', 'un_x', 'un_x', 'after'],
    },
    'undoes each turn of a loop through the event sub-process of what is repeated': {
      draw: `<startEvent id="s"/><subProcess id="x"><standardLoopCharacteristics loopMaximum="2"/><startEvent id="is"/><userTask id="a"/>${flows('is -> a')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><compensateEventDefinition/></startEvent><userTask id="undo"/>${flows('hs -> undo')}</subProcess></subProcess><intermediateThrowEvent id="t"><compensateEventDefinition/></intermediateThrowEvent><userTask id="after"/>${flows('s -> x -> t -> after')}`,
      act: (instance) => instance.complete('a').complete('a').complete('undo').complete('undo'), tasks: ['after'],
    },
    'undoes a called process through the event sub-process that it has for that': {
      draw: `<startEvent id="s"/><callActivity id="c" calledElement="q"/><intermediateThrowEvent id="t">${all}</intermediateThrowEvent><userTask id="after"/>${flows('s -> c -> t -> after')}`,
      outside: `<process id="q"><startEvent id="qs"/><task id="qt"/><subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><compensateEventDefinition/></startEvent><userTask id="undo"/>${flows('hs -> undo')}</subProcess>${flows('qs -> qt')}</process>`, tasks: ['undo'],
    },
    'in an event sub-process undoes what was done in it and what was done around it, the last first': {
      draw: `<startEvent id="s"/>${undone('a')}<userTask id="work"/>${flows('s -> a -> work')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><signalEventDefinition signalRef="S"/></startEvent>${undone('b')}<intermediateThrowEvent id="t">${all}</intermediateThrowEvent><userTask id="after"/>${flows('hs -> b -> t -> after')}</subProcess>`,
      outside: '<signal id="S" name="alarm"/>', act: (instance) => instance.complete('a').signal('alarm').complete('b').complete('un_b').complete('un_a'), tasks: ['after'],
    },
    'in an event sub-process knows the entry, the number and the inputs of the instance that it undoes': {
      draw: within(`${listed} motcua:element="who"/>`, 'who + string(loopCounter) + greeting', 'motcua:input name="greeting">"!"</motcua:input'), data: people, keeps: { ...people, undone: ['Ba2!', 'An1!'] }, tasks: ['after'],
    },
    'in an event sub-process knows the number of the turn that it undoes': { draw: within('<standardLoopCharacteristics loopMaximum="2"/>', 'string(loopCounter)'), data: people, keeps: { ...people, undone: ['2', '1'] }, tasks: ['after'] },
    'in an event sub-process knows the inputs of the sub-process that it undoes': { draw: within('', 'greeting', 'motcua:input name="greeting">"!"</motcua:input'), data: people, keeps: { ...people, undone: ['!'] }, tasks: ['after'] },
    'has each instance undone by a handler that knows its entry, its number and what it left': {
      draw: `<startEvent id="s"/><userTask id="a" motcua:result="said"><multiInstanceLoopCharacteristics motcua:collection="people" motcua:element="who" motcua:outputCollection="all" motcua:outputElement="said"/></userTask>${undoneBy('a', 'who + string(loopCounter) + said')}<intermediateThrowEvent id="t">${all}</intermediateThrowEvent><userTask id="after"/>${flows('s -> a -> t -> after')}`,
      data: people, act: (instance) => {
        const [first, second] = instance.tasks;
        for (const { token } of [second!, first!]) instance.send({ type: 'task.complete', token, data: token === first!.token ? 'no' : 'yes' });
      }, keeps: { ...people, all: ['no', 'yes'], undone: ['An1no', 'Ba2yes'] }, tasks: ['after'],
    },
    'has what was done within an instance undone by handlers that know its entry': {
      draw: `<startEvent id="s"/><subProcess id="x">${listed} motcua:element="who"/><startEvent id="is"/><task id="a"/>${undoneBy('a', 'who')}${flows('is -> a')}</subProcess><intermediateThrowEvent id="t">${all}</intermediateThrowEvent><userTask id="after"/>${flows('s -> x -> t -> after')}`,
      data: people, keeps: { ...people, undone: ['Ba', 'An'] }, tasks: ['after'],
    },
    'has what was done within instances of a transaction undone by handlers that know their entries, when one of them cancels it': {
      draw: `<startEvent id="s"/><transaction id="x">${listed} motcua:element="who"/><startEvent id="is"/><task id="a"/>${undoneBy('a', 'who')}<userTask id="w"/><endEvent id="no"><cancelEventDefinition/></endEvent>${flows('is -> a -> w -> no')}</transaction><boundaryEvent id="b" attachedToRef="x"><cancelEventDefinition/></boundaryEvent><userTask id="after"/>${flows('s -> x; b -> after')}`,
      data: people, act: (instance) => instance.complete('w'), keeps: { ...people, undone: ['An', 'Ba'] }, tasks: ['after'],
    },
    'forgets what was done within an activity whose own handler undoes it': {
      draw: `<startEvent id="s"/><subProcess id="x"><startEvent id="is"/>${undone('a')}${flows('is -> a')}</subProcess><boundaryEvent id="xc" attachedToRef="x"><compensateEventDefinition/></boundaryEvent><userTask id="un_x" isForCompensation="true"/><association id="xa" sourceRef="xc" targetRef="un_x"/>
        <intermediateThrowEvent id="t">${all}</intermediateThrowEvent><userTask id="after"/>${flows('s -> x -> t -> after')}`,
      act: (instance) => assert.equal(instance.complete('a').complete('un_x').state.compensations, undefined), tasks: ['after'],
    },
  });
});
