import assert from 'node:assert/strict';
import { readBpmn } from '../bpmn/read.ts';
import { playStory } from '../testing/counterexample.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { readStatechart } from '../statechart/read.ts';
import { prove, type Proof } from './prove.ts';

const step = (id: string, hours: number, inside = '', more = ''): string => `<userTask id="${id}" motcua:timeLimit="${hours} working hours"${more}>${inside}</userTask>`;
const timer = (text: string): string => `<timerEventDefinition><timeDuration>${text}</timeDuration></timerEventDefinition>`;
const pause = ' motcua:clock="pause:supplement"';
const frame = '<startEvent id="s" motcua:clock="start"/><endEvent id="e" motcua:clock="end"/>';

/** What stands on a line: a diagram, the hours of its longest way, and the steps on it. */
const cases: readonly (readonly [what: string, elements: string, hours: number, ...steps: string[]])[] = [
  ['adds steps in a row', `${frame}${step('a', 3)}${step('b', 4)}${flows('s -> a -> b -> e')}`, 7, 'a', 'b'],
  ['takes the longer of two that overlap', `${frame}<parallelGateway id="f"/><parallelGateway id="j"/>${step('a', 3)}${step('b', 4)}${step('c', 1)}${step('d', 2)}${flows('s -> f -> a -> c -> j -> d -> e; f -> b -> j')}`, 6, 'a', 'c', 'b', 'd'],
  ['takes the longer of two ways', `${frame}<exclusiveGateway id="g" default="g-b"/>${step('a', 3)}${step('b', 4)}<exclusiveGateway id="m"/>${flows('s -> g -> b -> m -> e; g -> a if x; a -> m')}`, 4, 'b'],
  ['knows that a way is ruled out', `${frame}<exclusiveGateway id="g" default="g-b"/><exclusiveGateway id="h" default="h-d"/>${step('a', 5)}${step('b', 1)}${step('c', 9)}${step('d', 2)}<exclusiveGateway id="m"/><exclusiveGateway id="n"/>${flows('s -> g -> b -> m -> h -> d -> n -> e; g -> a if x > 5; a -> m; h -> c if x < 3; c -> n')}`, 10, 'b', 'c'],
  ['leaves out what pauses the clock', `${frame}${step('a', 3)}${step('b', 40, '', pause)}${step('c', 1)}${flows('s -> a -> b -> c -> e')}`, 4, 'a', 'b', 'c'],
  ['counts work once that may be done again', `${frame}${step('a', 3)}${step('b', 4)}<exclusiveGateway id="m"/><exclusiveGateway id="g" default="g-e"/>${flows('s -> m -> a -> b -> g -> e; g -> m if b.again')}`, 7, 'a', 'b'],
  ['waits for silence, where nobody is late', `${frame}${step('a', 2)}<userTask id="w"/><boundaryEvent id="t" attachedToRef="w">${timer('PT6H')}</boundaryEvent><exclusiveGateway id="m"/>${flows('s -> a -> w -> m -> e; t -> m')}`, 8, 'a', 'w'],
  ['knows that a step which keeps its limit is not cut short later', `${frame}${step('a', 2)}<boundaryEvent id="t" attachedToRef="a">${timer('PT6H')}</boundaryEvent>${step('b', 9)}<exclusiveGateway id="m"/>${flows('s -> a -> m -> e; t -> b -> m')}`, 2, 'a'],
  ['goes through sub-processes', `${frame}<subProcess id="part"><startEvent id="ps"/><parallelGateway id="f"/>${step('a', 3)}${step('b', 5)}<endEvent id="pe"/>${flows('ps -> f -> a -> pe; f -> b -> pe')}</subProcess>${step('c', 1)}${flows('s -> part -> c -> e')}`, 6, 'a', 'b', 'c'],
  ['counts only while the clock runs', `<startEvent id="s"/>${step('z', 9)}<task id="k" motcua:clock="start"/>${step('a', 3)}<task id="l" motcua:clock="end"/>${step('y', 9)}<endEvent id="e"/>${flows('s -> z -> k -> a -> l -> y -> e')}`, 3, 'z', 'a'],
];

/** All but what the calendar makes of it. */
const inSum = ({ findings }: Proof): Proof['findings'] => findings.filter(({ rule }) => rule !== 'time-rounded');

describe('The longest way in working time', () => {
  for (const [what, elements, hours, ...steps] of cases) it(what, async () => {
    const reading = await readBpmn(diagram(elements));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const told = (limit: string) => prove(reading.definition, { limit }).findings.filter(({ rule }) => rule === 'time-sum');
    assert.deepEqual(told(`${hours} working hours`), []);
    const [late] = told(`${hours - 0.5} working hours`);
    assert.ok(late);
    assert.ok(late.message.includes(hours < 8 ? `${hours * 60} working minutes` : `${Math.round((hours / 8) * 100) / 100} working day${hours === 8 ? '' : 's'}`), late.message);
    assert.deepEqual(late.counterexample!.filter((id) => /^[a-z]$/.test(id)).toSorted(), steps.toSorted());
    assert.notEqual(playStory(reading.definition, late.counterexample!).status, 'failed');
  });

  const byTheWall: readonly (readonly [what: string, elements: string, limit: string, most: string, told?: string])[] = [
    ['days by the calendar are as many days', `${frame}<userTask id="a" motcua:timeLimit="6 days"/><userTask id="b" motcua:timeLimit="14 days"/>${flows('s -> a -> b -> e')}`, '19 days', '20 days', '20 days'],
    ['five working days are a week', `${frame}${step('a', 40)}${step('b', 40)}${flows('s -> a -> b -> e')}`, '13 days', '14 days', '14 days'],
    ['four hours of work are half a day and its share of the weekend', `${frame}${step('a', 4)}${flows('s -> a -> e')}`, '16 hours', '17 hours', '1008 minutes'],
    ['minutes by the wall are as many', `${frame}<userTask id="a" motcua:timeLimit="50 minutes"/><userTask id="b" motcua:timeLimit="70 minutes"/>${flows('s -> a -> b -> e')}`, '119 minutes', '120 minutes', '120 minutes'],
    ['a timer by the wall is as long', `${frame}<intermediateCatchEvent id="t">${timer('P10D')}</intermediateCatchEvent>${flows('s -> t -> e')}`, '9 days', '10 days', '10 days'],
    ['beside a limit of work, a day by the calendar may all be worked, but for eight hours only', `${frame}<userTask id="a" motcua:timeLimit="2 days"/><intermediateCatchEvent id="t">${timer('PT20H')}</intermediateCatchEvent>${flows('s -> a -> t -> e')}`, '2.5 working days', '3 working days', '3 working days'],
  ];
  for (const [what, elements, tooShort, enough, told] of byTheWall) it(`is held to the measure of the limit: ${what}`, async () => {
    const reading = await readBpmn(diagram(elements));
    assert.ok('definition' in reading, JSON.stringify(reading));
    assert.deepEqual(inSum(prove(reading.definition, { limit: enough })), []);
    const [late, ...others] = inSum(prove(reading.definition, { limit: tooShort }));
    assert.deepEqual([late?.rule, others], ['time-sum', []]);
    assert.ok(late!.message.includes(`the longest way takes ${told},`), late!.message);
  });

  it('is held to what the law allows each case, with the data of that case alone', async () => {
    const reading = await readBpmn(diagram(`${frame}${step('ask', 1)}<exclusiveGateway id="g" default="g-b"/>${step('a', 3)}${step('b', 4)}<exclusiveGateway id="m"/>${flows('s -> ask -> g -> b -> m -> e; g -> a if ask.kind = "short"; a -> m')}`));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const given = (...kinds: readonly string[]) => new Map([['p', new Map([['ask.kind', kinds]])]]);
    const told = (short: string, long: string) => inSum(prove(reading.definition, {
      values: given('short', 'long'),
      limit: [{ limit: short, only: { values: given('short'), told: 'short ones', toldVi: 'loại ngắn' } }, { limit: long, only: { values: given('long'), told: 'long ones', toldVi: 'loại dài' } }],
    })).map(({ rule, message, messageVi, counterexample }) => [rule, /at most (.*), but/.exec(message)?.[1], /, (loại [^,]*),/.exec(messageVi)?.[1], counterexample?.filter((id) => /^[ab]$/.test(id)).join('')]);
    assert.deepEqual(told('4 working hours', '5 working hours'), []);
    assert.deepEqual(told('3.5 working hours', '5 working hours'), [['time-sum', '3.5 working hours, short ones', 'loại ngắn', 'a']]);
    assert.deepEqual(told('4 working hours', '4.5 working hours'), [['time-sum', '4.5 working hours, long ones', 'loại dài', 'b']]);
    // a limit by the wall beside one of work: each is held to its own
    assert.deepEqual(told('16 hours', '5 working hours').map(([rule, limit]) => [rule, limit]), [['time-sum', '16 hours, short ones']]);
    assert.deepEqual(told('17 hours', '5 working hours'), []);
  });

  const rounded: readonly (readonly [what: string, steps: string, limit: string, told?: string])[] = [
    ['whole days one after the other', `${step('a', 0).replace('0 working hours', '3 working days')}${step('b', 0).replace('0 working hours', '2 working days')}${flows('s -> a -> b -> e')}`, '5 working days'],
    ['hours after days', `<userTask id="a" motcua:timeLimit="2 working days"/>${step('b', 8)}${flows('s -> a -> b -> e')}`, '3 working days'],
    ['hours before days, of which the rest of a day is lost', `${step('a', 4)}<userTask id="b" motcua:timeLimit="2 working days"/>${step('c', 4)}${flows('s -> a -> b -> c -> e')}`, '3 working days', 'late by 1 day though every step keeps its limit: where the clock starts at 23:59 Monday, it is due at 17:00 Thursday and done at 11:30 Friday'],
    ['a pause, of which the rest of a day is lost', `${step('a', 4)}<userTask id="b"${pause}/>${step('c', 4)}${flows('s -> a -> b -> c -> e')}`, '1 working day', 'late by 1 day though every step keeps its limit: where the clock starts at 23:59 Monday, it is due at 17:00 Tuesday and done at 11:30 Wednesday'],
    ['working days across a weekend, beside a limit by the calendar', `<userTask id="a" motcua:timeLimit="2 working days"/>${flows('s -> a -> e')}`, '3 days', 'late by 1 day though every step keeps its limit: where the clock starts at 23:59 Friday, it is due at 17:00 Monday and done at 17:00 Tuesday'],
    ['the hours that are left of a day on which one may come until three', step('a', 4) + flows('s -> a -> e'), 'same day', 'late by 1 day though every step keeps its limit: where the clock starts at 15:00 Monday, it is due at 17:00 Monday and done at 09:30 Tuesday'],
    ['a timer that on a Friday is over before work which is shorter', `${step('a', 4)}<boundaryEvent id="t" attachedToRef="a">${timer('PT12H')}</boundaryEvent><userTask id="b" motcua:timeLimit="1 working day"/><exclusiveGateway id="m"/>${flows('s -> a -> m -> e; t -> b -> m')}`, '1 working day', 'late by 3 days'],
    ['hours only', `${step('a', 4)}${step('b', 5)}${flows('s -> a -> b -> e')}`, '9 working hours'],
  ];
  for (const [what, steps, limit, told] of rounded) it(`notes where the calendar makes a dossier late that its steps in sum do not: ${what}`, async () => {
    const reading = await readBpmn(diagram(`${frame}${steps}`));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const findings = prove(reading.definition, { limit }).findings;
    assert.deepEqual(findings.map(({ rule, severity }) => `${severity} ${rule}`), told === undefined ? [] : ['note time-rounded']);
    assert.ok(told === undefined || findings[0]!.message.includes(told), findings[0]?.message);
    assert.doesNotMatch(findings[0]?.messageVi ?? '', /day|hour/);
  });

  const turns: readonly (readonly [what: string, elements: string, ...told: string[]])[] = [
    ['work that is done again', `${frame}${step('a', 3)}${step('b', 4)}<exclusiveGateway id="m"/><exclusiveGateway id="g" default="g-e"/>${flows('s -> m -> a -> b -> g -> e; g -> m if b.again')}`, 'a: to a, 420 working minutes each turn (a → b → a)'],
    ['the same work done again from two places once', `${frame}<exclusiveGateway id="k" default="k-m"/>${step('a', 3)}${step('b', 4)}<exclusiveGateway id="m"/><exclusiveGateway id="n"/><exclusiveGateway id="g" default="g-e"/>${flows('s -> k -> m -> a -> n -> b -> g -> e; k -> n if x; g -> m if b.again')}`, 'a: to a, 420 working minutes each turn (a → b → a)'],
    ['a loop that costs no time', `${frame}${step('a', 3)}${step('b', 40, '', pause)}<exclusiveGateway id="m"/><exclusiveGateway id="g" default="g-e"/>${flows('s -> a -> m -> b -> g -> e; g -> m if b.again')}`],
    ['a step that repeats until a condition holds', `${frame}${step('a', 3, '<standardLoopCharacteristics><loopCondition>a.again</loopCondition></standardLoopCharacteristics>')}${flows('s -> a -> e')}`, 'a: to a, 180 working minutes each turn (a → a)'],
    ['a step that repeats three times at most', `${frame}${step('a', 3, '<standardLoopCharacteristics loopMaximum="3"><loopCondition>a.again</loopCondition></standardLoopCharacteristics>')}${flows('s -> a -> e')}`],
    ['a step for each entry of a list', `${frame}${step('a', 3, '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>')}${flows('s -> a -> e')}`],
    ['work that is done again when the clock has stopped', `<startEvent id="s" motcua:clock="start"/>${step('a', 3)}<task id="k" motcua:clock="end"/>${step('b', 4)}<exclusiveGateway id="m"/><exclusiveGateway id="g" default="g-e"/><endEvent id="e"/>${flows('s -> a -> k -> m -> b -> g -> e; g -> m if b.again')}`],
  ];
  for (const [what, elements, ...expected] of turns) it(`tells, as no fault, of what has no bound: ${what}`, async () => {
    const reading = await readBpmn(diagram(elements));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const found = prove(reading.definition).findings.filter(({ rule }) => rule === 'time-unbounded');
    assert.deepEqual(found.map(({ severity, element, message }) => `${severity} ${element}: ${/to .*\)/.exec(message)?.[0]}`), expected.map((told) => `note ${told}`));
    assert.ok(found.every(({ messageVi }) => messageVi.includes('mỗi vòng')));
  });

  const waits: readonly (readonly [what: string, elements: string, hours: number, ...unknown: string[]])[] = [
    ['a timer whose length is an expression of nothing', `${frame}<intermediateCatchEvent id="t">${timer('= duration("PT5H")')}</intermediateCatchEvent>${flows('s -> t -> e')}`, 5],
    ['a timer whose length a form lists', `${frame}${step('a', 1)}<intermediateCatchEvent id="t">${timer('= a.wait')}</intermediateCatchEvent>${flows('s -> a -> t -> e')}`, 5],
    ['a timer whose length is calculated from what a form lists', `${frame}${step('a', 1)}<intermediateCatchEvent id="t">${timer('= "PT" + string(a.hours) + "H"')}</intermediateCatchEvent>${flows('s -> a -> t -> e')}`, 7],
    ['a timer whose length nobody lists', `${frame}${step('a', 1)}<intermediateCatchEvent id="t">${timer('= a.free')}</intermediateCatchEvent>${flows('s -> a -> t -> e')}`, 1, 't'],
    ['a message that comes at any time', `${frame}${step('a', 1)}<intermediateCatchEvent id="t"><messageEventDefinition/></intermediateCatchEvent>${flows('s -> a -> t -> e')}`, 1, 't'],
    ['a message that comes at any time while the clock is paused', `${frame}${step('a', 1)}<intermediateCatchEvent id="t" motcua:clock="pause:supplement"><messageEventDefinition/></intermediateCatchEvent>${flows('s -> a -> t -> e')}`, 1],
    ['a message that comes before a timer', `${frame}<eventBasedGateway id="g"/><intermediateCatchEvent id="m"><messageEventDefinition/></intermediateCatchEvent><intermediateCatchEvent id="t">${timer('PT6H')}</intermediateCatchEvent><endEvent id="x"/>${flows('s -> g -> m -> e; g -> t -> x')}`, 6],
    ['work without a limit', `${frame}<userTask id="a"/>${flows('s -> a -> e')}`, 0, 'a'],
    ['work without a limit that is done again and again', `${frame}<userTask id="a"/><exclusiveGateway id="m"/><exclusiveGateway id="g" default="g-e"/>${flows('s -> m -> a -> g -> e; g -> m if x.again')}`, 0, 'a'],
    ['work without a limit that a timer ends', `${frame}<userTask id="a"/><boundaryEvent id="t" attachedToRef="a">${timer('PT2H')}</boundaryEvent><endEvent id="x"/>${flows('s -> a -> e; t -> x')}`, 2],
    ['work that a timer ends before its limit', `${frame}${step('a', 9)}<boundaryEvent id="t" attachedToRef="a">${timer('PT2H')}</boundaryEvent><endEvent id="x"/>${flows('s -> a -> e; t -> x')}`, 2],
    ...['0 0 8 * * MON', '= a.often'].map((cycle) => [`work that a cycle of no known length ends (${cycle})`, `${frame}${step('a', 9)}<boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeCycle>${cycle}</timeCycle></timerEventDefinition></boundaryEvent><endEvent id="x"/>${flows('s -> a -> e; t -> x')}`, 9] as const),
    ['a reminder that comes again and again', `${frame}${step('a', 9)}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>R/PT2H</timeCycle></timerEventDefinition></boundaryEvent><endEvent id="x"/>${flows('s -> a -> e; t -> x')}`, 9],
    ['a reminder that comes once', `${frame}${step('a', 9)}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false">${timer('PT2H')}</boundaryEvent><endEvent id="x"/>${flows('s -> a -> e; t -> x')}`, 9],
    ['a reminder that comes at any time', `${frame}${step('a', 9)}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><messageEventDefinition/></boundaryEvent><endEvent id="x"/>${flows('s -> a -> e; t -> x')}`, 9],
    ['a wait beside work, for which both wait', `${frame}<parallelGateway id="f"/><parallelGateway id="j"/>${step('a', 9)}<intermediateCatchEvent id="m"><messageEventDefinition/></intermediateCatchEvent>${flows('s -> f -> a -> j -> e; f -> m -> j')}`, 9, 'm'],
    ['work of machines', `${frame}<serviceTask id="a"/>${step('b', 1)}${flows('s -> a -> b -> e')}`, 1],
  ];
  for (const [what, elements, hours, ...unknown] of waits) it(`counts ${what}`, async () => {
    const reading = await readBpmn(diagram(elements));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const values = new Map([['p', new Map([['a.wait', ['PT3H', 'PT4H', 'PT2H']], ['a.hours', [2, 6]]])]]);
    const found = (limit: string) => prove(reading.definition, { limit, values }).findings.map(({ rule, severity, element }) => `${severity} ${rule} ${element}`);
    const noted = unknown.map((id) => `note time-unknown ${id}`);
    assert.deepEqual(found(`${hours || 1} working hours`), noted);
    if (hours > 0) assert.deepEqual(found(`${hours - 0.5} working hours`), ['error time-sum s', ...noted]);
  });

  it('is found in a statechart too', () => {
    const task = (id: string, next: string, timeLimit: string) => ({ meta: { task: { role: 'clerk', timeLimit } }, on: { [`task.complete.${id}`]: next } });
    const reading = readStatechart(JSON.stringify({ id: 'm', initial: 'p', meta: { clock: 'start' }, states: {
      p: { type: 'parallel', onDone: 'c', states: { l: { initial: 'a', states: { a: task('a', 'ae', '3 working hours'), ae: { type: 'final' } } }, r: { initial: 'b', states: { b: task('b', 'be', '4 working hours'), be: { type: 'final' } } } } },
      c: task('c', 'e', '1 working hour'), e: { type: 'final', meta: { clock: 'end' } },
    } }));
    assert.ok('definition' in reading, JSON.stringify(reading));
    assert.deepEqual(prove(reading.definition, { limit: '5 working hours' }).findings, []);
    assert.equal(prove(reading.definition, { limit: '4.5 working hours' }).findings[0]?.rule, 'time-sum');
  });

  it('leaves out, in a statechart, what only runs beside the work, and counts timers whose length a table lists', () => {
    const reading = readStatechart(JSON.stringify({ id: 'm', initial: 'p', meta: { clock: 'start' }, states: {
      p: { type: 'parallel', states: {
        work: { initial: 'a', states: { a: { meta: { task: { role: 'clerk', timeLimit: '3 working hours' } }, on: { 'task.complete.a': 'w' } }, w: { after: { '= plan.wait': '#e' } } } },
        watch: { initial: 'calm', states: { calm: { after: { '= nobody.knows': 'late' } }, late: {} } },
      } },
      e: { id: 'e', type: 'final', meta: { clock: 'end' } },
    } }));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const values = new Map([['m', new Map([['plan.wait', ['PT1H', 'PT2H']]])]]);
    const found = (limit: string) => prove(reading.definition, { limit, values }).findings.map(({ rule }) => rule);
    assert.deepEqual(found('5 working hours'), []);
    assert.deepEqual(found('4.5 working hours'), ['time-sum']);
  });
});
