import { flows } from './testing/diagram.ts';
import { verify } from './testing/table.ts';

const done = (marker: string, after = '') => `<startEvent id="s"/><userTask id="t">${marker}</userTask><userTask id="after"/>${after}${flows('s -> t -> after')}`;
const multi = (inside: string, attributes = '') => done(`<multiInstanceLoopCharacteristics ${attributes}>${inside}</multiInstanceLoopCharacteristics>`);
const standard = (inside: string, attributes = '') => done(`<standardLoopCharacteristics ${attributes}>${inside}</standardLoopCharacteristics>`);
const three = '<loopCardinality>3</loopCardinality>';
const outside = '<signal id="S" name="step"/>';
const behavior = (kind: string, ref: string) => `<startEvent id="s"/><userTask id="t"><multiInstanceLoopCharacteristics behavior="${kind}" ${ref}>${three}</multiInstanceLoopCharacteristics></userTask>
  <boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><signalEventDefinition signalRef="S"/></boundaryEvent><userTask id="note"/><userTask id="after"/>${flows('s -> t -> after; b -> note')}`;
const shared = `${outside}<signalEventDefinition id="Step" signalRef="S"/>`;

describe('A multi-instance activity', () => {
  verify({
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

describe('A standard loop', () => {
  verify({
    'does its activity once and again as long as the condition holds': { draw: standard('<loopCondition>t = "again"</loopCondition>'), act: (instance) => instance.complete('t', 'again').complete('t', 'again'), tasks: ['t'] },
    'is over when it does not': { draw: standard('<loopCondition>t = "again"</loopCondition>'), act: (instance) => instance.complete('t', 'enough'), tasks: ['after'] },
    'asks before the first turn when it tests before': { draw: standard('<loopCondition>more</loopCondition>', 'testBefore="true"'), data: { more: false }, tasks: ['after'] },
    'makes no more turns than its maximum': { draw: standard('<loopCondition>true</loopCondition>', 'loopMaximum="2"'), act: (instance) => instance.complete('t').complete('t'), tasks: ['after'] },
    'counts its turns': { draw: standard('<loopCondition>loopCounter &lt; 3</loopCondition>'), act: (instance) => instance.complete('t').complete('t').complete('t'), tasks: ['after'] },
  });
});
