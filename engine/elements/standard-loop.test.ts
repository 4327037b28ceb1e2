import { flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

const loop = (condition: string, attributes = '') => `<standardLoopCharacteristics ${attributes}>${condition && `<loopCondition>${condition}</loopCondition>`}</standardLoopCharacteristics>`;
const around = (activity: string) => `<startEvent id="s"/>${activity}<userTask id="after"/>${flows('s -> t -> after')}`;
const task = (condition: string, attributes = '') => around(`<userTask id="t">${loop(condition, attributes)}</userTask>`);
const again = 't = "again"';
const script = (condition: string, text: string, attributes = '') => around(`<scriptTask id="t" motcua:result="n">${loop(condition, attributes)}<script>${text}</script></scriptTask>`);

describe('A standard loop', () => {
  verify({
    'does its activity once and again as long as the condition holds': { draw: task(again), act: (instance) => instance.complete('t', 'again').complete('t', 'again'), tasks: ['t'], visited: ['s', 't', 't', 't'] },
    'is over when it does not': { draw: task(again), act: (instance) => instance.complete('t', 'enough'), tasks: ['after'] },
    'does its activity once although the condition does not hold, because it asks afterwards': { draw: task('false'), tasks: ['t'] },
    'asks before the first turn when it tests before': { draw: task('more', 'testBefore="true"'), data: { more: false }, tasks: ['after'], visited: ['s', 't', 'after'] },
    'begins when it tests before and the condition holds, and asks again after each turn': { draw: task('more', 'testBefore="true"'), data: { more: true }, act: (instance) => instance.complete('t').change({ more: false }).complete('t'), tasks: ['after'], visited: ['s', 't', 't', 'after'] },
    'makes no more turns than its maximum, although the condition still holds': { draw: task('true', 'loopMaximum="2"'), act: (instance) => instance.complete('t').complete('t'), tasks: ['after'] },
    'makes fewer turns than its maximum when the condition does not hold any more': { draw: task(again, 'loopMaximum="9"'), act: (instance) => instance.complete('t', 'again').complete('t', 'enough'), tasks: ['after'] },
    'makes as many turns as its maximum without a condition': { draw: task('', 'loopMaximum="2"'), act: (instance) => instance.complete('t'), tasks: ['t'] },
    'makes no turn with a maximum of none': { draw: task('true', 'loopMaximum="0"'), tasks: ['after'] },
    'makes one turn with neither': { draw: task(''), act: (instance) => instance.complete('t'), tasks: ['after'] },
    'counts its turns for its condition': { draw: task('loopCounter &lt; 3'), act: (instance) => instance.complete('t').complete('t').complete('t'), tasks: ['after'] },
    'counts none before the first turn': { draw: task('loopCounter &lt; 1', 'testBefore="true"'), act: (instance) => instance.complete('t'), tasks: ['after'], visited: ['s', 't', 'after'] },
    'counts its turns for its activity': { draw: script('loopCounter &lt; 3', 'append(n, loopCounter)'), data: { n: [] }, keeps: { n: [1, 2, 3] }, tasks: ['after'] },
    'leaves no counts behind': { draw: task('loopCounter &lt; 2'), act: (instance) => instance.complete('t').complete('t'), keeps: {}, tasks: ['after'] },
    'keeps the answer of the last turn': { draw: task('t &lt; 3'), act: (instance) => instance.complete('t', 1).complete('t', 3), keeps: { t: 3 }, tasks: ['after'] },
    'repeats a sub-process from its start': { draw: around(`<subProcess id="t">${loop('b = "again"')}<startEvent id="is"/><userTask id="a"/><userTask id="b"/>${flows('is -> a -> b')}</subProcess>`), act: (instance) => instance.complete('a').complete('b', 'again'), tasks: ['a'] },
    'repeats a call': { draw: around(`<callActivity id="t" calledElement="q">${loop('', 'loopMaximum="2"')}</callActivity>`), outside: `<process id="q"><startEvent id="qs"/><userTask id="a"/>${flows('qs -> a')}</process>`, act: (instance) => instance.complete('a').complete('a'), tasks: ['after'] },
    'asks for a job on each turn': { draw: around(`<serviceTask id="t">${loop(again)}</serviceTask>`), act: (instance) => instance.complete('t', 'again'), tasks: ['t'], effects: [{ type: 'job.request', node: 't' }, { type: 'job.request', node: 't' }] },
    'makes a thousand turns without a person': { draw: script('n &lt; 1000', 'n + 1'), data: { n: 0 }, keeps: { n: 1000 }, tasks: ['after'] },
    'that would never end is held up as a runaway': { draw: script('true', '1'), environment: { budget: 50 }, incidents: [['runaway', 'come to rest']], status: 'active' },
    'stands still while its condition lacks its data': { draw: task('more'), act: (instance) => instance.complete('t'), incidents: [['missing-data', 'more']], tasks: [] },
    'goes on when its data are there, and does not ask again who has answered': { draw: task('more'), act: (instance) => instance.complete('t', 1).retry({ more: false }), tasks: ['after'], visited: ['s', 't', 'after'] },
    'stands still when its condition is neither true nor false': { draw: task('t'), act: (instance) => instance.complete('t', 1), incidents: [['condition', 'true or false']], tasks: [] },
    'stands still before the first turn when its condition lacks its data and it tests before': { draw: task('more', 'testBefore="true"'), incidents: [['missing-data', 'more']], tasks: [], visited: ['s'] },
    'has one time limit for all of its turns': {
      draw: `${task(again)}<boundaryEvent id="b" attachedToRef="t"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="late"/>${flows('b -> late')}`,
      act: (instance, bench) => {
        bench.advance('P2D');
        instance.complete('t', 'again');
        bench.advance('P1D');
      }, tasks: ['late'], effects: [{ type: 'timer.set', node: 'b' }],
    },
    'is left by the error of any turn': {
      draw: `${task(again)}<boundaryEvent id="b" attachedToRef="t"><errorEventDefinition/></boundaryEvent><userTask id="mend"/>${flows('b -> mend')}`, act: (instance) => instance.complete('t', 'again').fail('t', 'lost'), tasks: ['mend'],
    },
    'pauses the clock for each turn': {
      draw: around(`<userTask id="t" motcua:clock="pause:supplement">${loop('', 'loopMaximum="2"')}</userTask>`), act: (instance) => instance.complete('t').complete('t'), effects: ['pause', 'resume', 'pause', 'resume'].map((action) => ({ type: 'clock', action })),
    },
    'is undone once for each of its turns': {
      draw: around(`<userTask id="t">${loop('', 'loopMaximum="2"')}</userTask><boundaryEvent id="c" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><userTask id="un" isForCompensation="true"/><association id="as" sourceRef="c" targetRef="un"/><endEvent id="e"><compensateEventDefinition/></endEvent>${flows('after -> e')}`),
      act: (instance) => instance.complete('t').complete('t').complete('after').complete('un').complete('un'), status: 'completed',
    },
    'counts for each token by itself': {
      draw: `<startEvent id="s"/><parallelGateway id="f"/><task id="a"/><task id="b"/><userTask id="t">${loop('loopCounter &lt; 2')}</userTask><userTask id="after"/>${flows('s -> f -> a -> t -> after; f -> b -> t')}`, act: (instance) => instance.complete('t').complete('t'), tasks: ['t', 't'],
    },
  });
});
