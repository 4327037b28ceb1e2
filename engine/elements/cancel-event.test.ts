import assert from 'node:assert/strict';
import { readBpmn } from '../bpmn/read.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { verify } from '../testing/table.ts';

const outside = '<error id="E" errorCode="lost"/><signal id="S" name="alarm"/>';
const cancel = '<cancelEventDefinition/>';
const undone = (id: string, kind = 'userTask') => `<${kind} id="${id}"/><boundaryEvent id="${id}_c" attachedToRef="${id}"><compensateEventDefinition/></boundaryEvent><userTask id="un_${id}" isForCompensation="true"/><association id="${id}_a" sourceRef="${id}_c" targetRef="un_${id}"/>`;
const caught = `<boundaryEvent id="c" attachedToRef="x">${cancel}</boundaryEvent><userTask id="bad"/>${flows('c -> bad')}`;
const transaction = (inner: string, ways: string, id = 'x') => `<transaction id="${id}"><startEvent id="${id}_s"/>${inner}<endEvent id="${id}_no">${cancel}</endEvent>${flows(ways)}</transaction>`;
const drawn = (inner: string, ways: string, more = '') => `<startEvent id="s"/>${transaction(inner, ways)}${caught}<userTask id="good"/>${flows('s -> x -> good')}${more}`;
const beside = '<parallelGateway id="f"/><userTask id="stop"/><userTask id="work"/>';

const refused: Readonly<Record<string, readonly [body: string, rule: string]>> = {
  'at an end of the process': [`<startEvent id="s"/><endEvent id="e">${cancel}</endEvent>${flows('s -> e')}`, 'cancel-place'],
  'at an end of a sub-process that is no transaction': [`<startEvent id="s"/><subProcess id="y"><startEvent id="is"/><endEvent id="e">${cancel}</endEvent>${flows('is -> e')}</subProcess>${flows('s -> y')}`, 'cancel-place'],
  'at the boundary of what is no transaction': [`<startEvent id="s"/><subProcess id="x"><task id="a"/></subProcess>${caught}${flows('s -> x')}`, 'cancel-host'],
  'at a boundary that does not interrupt': [drawn('', 'x_s -> x_no').replace('attachedToRef="x"', 'attachedToRef="x" cancelActivity="false"'), 'error-interrupts'],
  'on the way': [`<startEvent id="s"/><intermediateThrowEvent id="e">${cancel}</intermediateThrowEvent>${flows('s -> e')}`, 'event-place'],
  'waited for on the way': [`<startEvent id="s"/><intermediateCatchEvent id="e">${cancel}</intermediateCatchEvent>${flows('s -> e')}`, 'event-place'],
  'at a start': [`<startEvent id="s">${cancel}</startEvent><task id="a"/>${flows('s -> a')}`, 'event-place'],
  'at the start of an event sub-process': [`<startEvent id="s"/><task id="a"/>${flows('s -> a')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs">${cancel}</startEvent><task id="b"/>${flows('hs -> b')}</subProcess>`, 'event-place'],
  'together with other events': [drawn('', 'x_s -> x_no').replace(`<endEvent id="x_no">${cancel}`, `<endEvent id="x_no">${cancel}<signalEventDefinition signalRef="S"/>`), 'event-place'],
  'and caught by no boundary event of its transaction': [`<startEvent id="s"/>${transaction('', 'x_s -> x_no')}${flows('s -> x')}`, 'cancel-uncaught'],
};

describe('A cancel event', () => {
  verify({
    'leaves its transaction by the cancel boundary event': { draw: drawn('', 'x_s -> x_no'), tasks: ['bad'], visited: ['s', 'x', 'x_s', 'x_no', 'c', 'bad'] },
    'ends what else runs in the transaction': { draw: drawn(beside, 'x_s -> f -> stop -> x_no; f -> work'), act: (instance) => instance.complete('stop'), tasks: ['bad'], effects: [{ type: 'task.close', node: 'stop' }, { type: 'task.close', node: 'work', reason: 'cancelled' }] },
    'leaves alone what runs beside the transaction': {
      draw: `<startEvent id="s"/><parallelGateway id="g"/><userTask id="other"/>${transaction('', 'x_s -> x_no')}${caught}${flows('s -> g -> x; g -> other')}`, tasks: ['other', 'bad'],
    },
    'leaves only when all is undone': { draw: drawn(undone('a'), 'x_s -> a -> x_no'), act: (instance) => instance.complete('a'), tasks: ['un_a'] },
    'undoes what is done, the last first, and nothing that is not done': {
      draw: drawn(`${beside}${undone('a')}${undone('b')}${undone('never')}`, 'x_s -> a -> b -> f -> stop -> x_no; f -> never; f -> work'),
      act: (instance) => instance.complete('a').complete('b').complete('stop').complete('un_b').complete('un_a'), tasks: ['bad'], visited: ['s', 'x', 'x_s', 'a', 'b', 'f', 'stop', 'never', 'work', 'x_no', 'un_b', 'un_a', 'c', 'bad'],
    },
    'comes from deep within the transaction': {
      draw: `<startEvent id="s"/><transaction id="x"><subProcess id="y"><userTask id="a"/><endEvent id="no">${cancel}</endEvent>${flows('a -> no')}</subProcess><userTask id="rest"/>${flows('y -> rest')}</transaction>${caught}${flows('s -> x')}`,
      act: (instance) => instance.complete('a'), tasks: ['bad'],
    },
    'ends the transaction nearest around, not the one around that': {
      draw: `<startEvent id="s"/><transaction id="y"><startEvent id="ys"/>${transaction('', 'x_s -> x_no')}${caught}${flows('ys -> x')}</transaction><userTask id="good"/>${flows('s -> y -> good')}`, act: (instance) => instance.complete('bad'), tasks: ['good'],
    },
    'lets a transaction around go on that has its own': {
      draw: `<startEvent id="s"/>${transaction(`${transaction('', 'x_s -> x_no')}${caught}`, 'y_s -> x; bad -> y_no', 'y')}<boundaryEvent id="yc" attachedToRef="y">${cancel}</boundaryEvent><userTask id="worse"/>${flows('s -> y; yc -> worse')}`, act: (instance) => instance.complete('bad'), tasks: ['worse'],
    },
    'does not happen where the transaction succeeds': { draw: drawn('<exclusiveGateway id="g" default="g-ok"/><endEvent id="ok"/>', 'x_s -> g -> ok; g -> x_no if failed'), data: { failed: false }, tasks: ['good'] },
    'is told apart from an error, which leaves without undoing anything': {
      draw: drawn(`${undone('a')}<userTask id="t"/><endEvent id="err"><errorEventDefinition errorRef="E"/></endEvent><exclusiveGateway id="g" default="g-x_no"/>`, 'x_s -> a -> t -> g -> x_no; g -> err if t = "lost"', `<boundaryEvent id="e" attachedToRef="x"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="hazard"/>${flows('e -> hazard')}`),
      outside, act: (instance) => instance.complete('a').complete('t', 'lost'), tasks: ['hazard'],
    },
    'keeps what the transaction had found out': { draw: drawn('<userTask id="a"/>', 'x_s -> a -> x_no'), act: (instance) => instance.complete('a', 5), keeps: { a: 5 }, tasks: ['bad'] },
    'may happen again when the transaction is tried again': {
      draw: `<startEvent id="s"/><exclusiveGateway id="m"/>${transaction(undone('a'), 'x_s -> a -> x_no')}${caught}${flows('s -> m -> x; bad -> m')}`,
      act: (instance) => instance.complete('a').complete('un_a').complete('bad').complete('a').complete('un_a'), tasks: ['bad'],
    },
    'does not undo again what was undone the first time': {
      draw: `<startEvent id="s"/><exclusiveGateway id="m"/>${transaction(`<exclusiveGateway id="g" default="g-x_no"/>${undone('a')}`, 'x_s -> g; g -> a if first; a -> x_no; g -> x_no')}${caught}${flows('s -> m -> x; bad -> m')}`, data: { first: true },
      act: (instance) => instance.complete('a').complete('un_a').change({ first: false }).complete('bad'), tasks: ['bad'],
    },
    'waits for a handler that has become an incident': {
      draw: drawn(undone('a').replace('<userTask id="un_a"', '<scriptTask id="un_a"').replace('isForCompensation="true"/>', 'isForCompensation="true"><script>missing + 1</script></scriptTask>'), 'x_s -> a -> x_no'),
      act: (instance) => instance.complete('a'), incidents: [['missing-data', 'missing']], tasks: [], status: 'active',
    },
  });

  for (const [where, [body, rule]] of Object.entries(refused)) it(`is refused ${where}`, async () => {
    const reading = await readBpmn(diagram(body, outside));
    assert.deepEqual('problems' in reading ? reading.problems.filter(({ severity }) => severity === 'error').map((problem) => problem.rule) : [], [rule]);
  });
});
