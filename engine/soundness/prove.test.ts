import assert from 'node:assert/strict';
import { readBpmn, readCollaboration } from '../bpmn/read.ts';
import type { Definition } from '../definition.ts';
import { compiled } from '../testing/compiled.ts';
import { playStory } from '../testing/counterexample.ts';
import { diagram, flows } from '../testing/diagram.ts';
import { prove, proveCollaboration, type ProofFinding } from './prove.ts';

const users = (ids: string): string => ids.split(' ').map((id) => `<userTask id="${id}"/>`).join('');
const ends = (ids: string): string => ids.split(' ').map((id) => `<endEvent id="${id}"/>`).join('');
const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

const read = async (elements: string): Promise<Definition> => {
  const reading = await readBpmn(diagram(elements));
  assert.ok('definition' in reading, JSON.stringify(reading));
  return reading.definition;
};

/** What stands on a line of the tables: a diagram and the findings of its proof, as "rule element". */
type Line = readonly [what: string, elements: string, ...findings: string[]];

const told = (findings: readonly ProofFinding[]): readonly string[] => findings.map(({ rule, element }) => `${rule} ${element}`).toSorted();

const offices = 'o1 o2 o3 o4 o5 o6 o7';

/** Elements in a row that write a value and ask the same of it, one by one. */
const chain = (last: string): string => {
  const turns = [1, 2, 3, 4, 5, 6];
  const body = turns.map((turn) => `<scriptTask id="w${turn}" motcua:result="n" scriptFormat="feel"><script>order</script></scriptTask><exclusiveGateway id="g${turn}" default="g${turn}-m${turn}"/><exclusiveGateway id="m${turn}"/><task id="t${turn}"/>`).join('');
  return body + flows(turns.map((turn) => `w${turn} -> g${turn} -> m${turn} -> ${turn < turns.length ? `w${turn + 1}` : last}; g${turn} -> t${turn} if n > 5; t${turn} -> m${turn}`).join('; '));
};
const turns = (maximum: number, more = ''): string => `<userTask id="a"><standardLoopCharacteristics loopMaximum="${maximum}">${more}</standardLoopCharacteristics></userTask>`;

const sound: readonly Line[] = [
  ['a choice that is left and taken again', `<startEvent id="s"/>${users('a b')}<exclusiveGateway id="g" default="g-b"/>${ends('e')}${flows('s -> a -> g; g -> a if again; g -> b -> e')}`],
  ['a split and its join', `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/>${users('a b')}${ends('e')}${flows('s -> f -> a -> j -> e; f -> b -> j')}`],
  ['an inclusive split and its join', `<startEvent id="s"/><inclusiveGateway id="f" default="f-c"/><inclusiveGateway id="j"/>${users('a b c')}${ends('e')}${flows('s -> f; f -> a if x; f -> b if y; f -> c; a -> j -> e; b -> j; c -> j')}`],
  ['a boundary timer that takes another way', `<startEvent id="s"/>${users('a late')}<boundaryEvent id="t" attachedToRef="a">${timer}</boundaryEvent>${ends('e x')}${flows('s -> a -> e; t -> late -> x')}`],
  ['a reminder beside the work', `<startEvent id="s"/>${users('a late')}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false">${timer}</boundaryEvent>${ends('e x')}${flows('s -> a -> e; t -> late -> x')}`],
  ['an escalation beside the work, which what follows it does not meet again', `<startEvent id="s"/>${users('a late')}<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><escalationEventDefinition/></boundaryEvent>${ends('e x')}${flows('s -> a -> e; t -> late -> x')}`],
  ['an escalation that ends the work, beside an error', `<startEvent id="s"/>${users('a late')}<boundaryEvent id="t" attachedToRef="a"><escalationEventDefinition/></boundaryEvent><boundaryEvent id="u" attachedToRef="a"><errorEventDefinition/></boundaryEvent>${ends('e x')}${flows('s -> a -> e; t -> late -> x; u -> late')}`],
  ['the first of two events', `<startEvent id="s"/><eventBasedGateway id="g"/><intermediateCatchEvent id="m"><messageEventDefinition/></intermediateCatchEvent><intermediateCatchEvent id="t">${timer}</intermediateCatchEvent>${ends('e x')}${flows('s -> g -> m -> e; g -> t -> x')}`],
  ['none, one or several instances', `<startEvent id="s"/><userTask id="a"><multiInstanceLoopCharacteristics><loopCardinality>many</loopCardinality></multiInstanceLoopCharacteristics></userTask>${ends('e')}${flows('s -> a -> e')}`],
  ['an error that is caught around', `<startEvent id="s"/><subProcess id="part"><startEvent id="ps"/>${users('a')}<endEvent id="pe"><errorEventDefinition/></endEvent>${flows('ps -> a -> pe')}</subProcess><boundaryEvent id="b" attachedToRef="part"><errorEventDefinition/></boundaryEvent>${ends('x')}${flows('s -> part; b -> x')}`],
  ['an event sub-process that withdraws everything', `<startEvent id="s"/>${users('a')}${ends('e')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><messageEventDefinition/></startEvent>${users('w')}${ends('he')}${flows('hs -> w -> he')}</subProcess>${flows('s -> a -> e')}`],
  ['an answer that is only asked to be true', `<startEvent id="s"/><exclusiveGateway id="g" default="g-b"/>${users('a b')}${ends('e x')}${flows('s -> g; g -> a if order.paid = true; g -> b; a -> e; b -> x')}`],
  ['a value that may be null, and then is neither', `<startEvent id="s"/><exclusiveGateway id="g" default="g-h"/><exclusiveGateway id="h" default="h-c"/>${users('a b c')}${ends('e x y')}${flows('s -> g; g -> a if paid = true; g -> h; h -> b if paid = false; h -> c; a -> e; b -> x; c -> y')}`],
  ['a turn that goes round while data from outside say so, before a join', `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/><exclusiveGateway id="m"/><exclusiveGateway id="g" default="g-j"/>${users('a b')}${ends('e')}${flows('s -> f -> m -> a -> g -> j -> e; g -> m if more; f -> b -> j')}`],
  ['a value that is there or not', `<startEvent id="s"/><exclusiveGateway id="g" default="g-b"/>${users('a b')}${ends('e x')}${flows('s -> g; g -> a if reply != null; g -> b; a -> e; b -> x')}`],
  ['a list of which any part may be chosen', `<startEvent id="s"/><inclusiveGateway id="f" default="f-d"/><inclusiveGateway id="j"/>${users('d')}${users(offices)}${ends('e')}${flows(`s -> f; f -> d; d -> j -> e; ${offices.split(' ').map((id) => `f -> ${id} if list contains(chosen, "${id}"); ${id} -> j`).join(';')}`)}`],
  ['ways that only the same answer opens', `<startEvent id="s"/>${users('a b c')}<inclusiveGateway id="f" default="f-c"/><exclusiveGateway id="m"/><exclusiveGateway id="g" default="g-e"/>${ends('e x')}${flows('s -> f; f -> a if kind = "new"; f -> b if kind = "old"; f -> c; a -> m; b -> m; c -> m; m -> g; g -> x if kind = "new"; g -> e')}`],
  ['one question in many elements, asked anew within one step', `<startEvent id="s"/>${chain('b')}${users('b')}${ends('e')}${flows('s -> w1; b -> e')}`],
  ['a join that goes on with two of three', `<startEvent id="s"/><parallelGateway id="f"/>${users('a b c on')}<complexGateway id="g"><activationCondition>activationCount >= 2</activationCondition></complexGateway>${ends('e')}${flows('s -> f -> a -> g -> on -> e; f -> b -> g; f -> c -> g')}`],
  ['a join that goes on with the first, and otherwise once all have come', `<startEvent id="s"/><parallelGateway id="f"/>${users('a b on all')}<complexGateway id="g"><activationCondition>list contains(arrived, "a-g") or activationCount = 2</activationCondition></complexGateway>${ends('e x')}${flows('s -> f -> a -> g; f -> b -> g; g -> on if waitingForStart; g -> all if not(waitingForStart); on -> e; all -> x')}`],
  ['a join that data say how many are awaited at', `<startEvent id="s"/><parallelGateway id="f"/>${users('a b')}<complexGateway id="g"><activationCondition>activationCount >= (if urgent then 1 else 2)</activationCondition></complexGateway>${ends('e')}${flows('s -> f -> a -> g -> e; f -> b -> g')}`],
  ['a join that goes on with some or with all, as data say', `<startEvent id="s"/><parallelGateway id="f"/>${users('a b')}<complexGateway id="g"><activationCondition>activationCount = 2 or (kind = "short" and list contains(arrived, "a-g"))</activationCondition></complexGateway>${ends('e')}${flows('s -> f -> a -> g -> e; f -> b -> g')}`],
  ['ways out of a join that data choose among, each at its time', `<startEvent id="s"/><parallelGateway id="f"/>${users('a b c d')}<complexGateway id="g"><activationCondition>activationCount >= 1</activationCondition></complexGateway>${ends('e x')}${flows('s -> f -> a -> g; f -> b -> g; g -> c if waitingForStart and n > 5; g -> d if waitingForStart and n <= 5; c -> e; d -> x')}`],
  ['a step that is done as often as a number says', `<startEvent id="s"/>${turns(5)}${ends('e')}${flows('s -> a -> e')}`],
  ['a step that is repeated as long as what always holds, but not more often than a number says', `<startEvent id="s"/>${turns(3, '<loopCondition>true</loopCondition>')}${ends('e')}${flows('s -> a -> e')}`],
  ['an answer that brings other names, drawn for another engine', `<startEvent id="s"/><userTask id="a" motcua:variables="always"/><userTask id="b" motcua:variables="always"/><exclusiveGateway id="g" default="g-b"/><exclusiveGateway id="h" default="h-e"/>${users('x')}${ends('e')}${flows('s -> a -> g -> b -> h -> e; g -> e if approved; h -> x if approved; x -> e')}`],
];

const unsound: readonly Line[] = [
  ['ways of a choice that do not say when: one fault, and nothing of what it keeps from being reached', `<startEvent id="s"/>${users('q a b')}<exclusiveGateway id="g"/>${ends('e x')}${flows('s -> q -> g; g -> a -> e; g -> b -> x')}`, 'model-fault g'],
  ['a choice before a join that awaits both ways', `<startEvent id="s"/><exclusiveGateway id="g" default="g-b"/><parallelGateway id="j"/>${users('a b')}${ends('e')}${flows('s -> g; g -> a if x; g -> b; a -> j -> e; b -> j')}`, 'option-to-complete j', 'dead-element e'],
  ['a join that awaits more than can come', `<startEvent id="s"/><parallelGateway id="f"/>${users('a b')}<complexGateway id="g"><activationCondition>activationCount >= 3</activationCondition></complexGateway>${ends('e')}${flows('s -> f -> a -> g -> e; f -> b -> g')}`, 'option-to-complete g', 'dead-element e'],
  ['a join that data may ask for more than can come', `<startEvent id="s"/><parallelGateway id="f"/>${users('a b')}<complexGateway id="g"><activationCondition>activationCount >= needed</activationCondition></complexGateway>${ends('e')}${flows('s -> f -> a -> g -> e; f -> b -> g')}`, 'option-to-complete g'],
  ['ways out of a join that leave some data without one', `<startEvent id="s"/><parallelGateway id="f"/>${users('a b c d')}<complexGateway id="g"><activationCondition>activationCount >= 1</activationCondition></complexGateway>${ends('e x')}${flows('s -> f -> a -> g; f -> b -> g; g -> c if waitingForStart and n > 5; g -> d if waitingForStart and n < 5; c -> e; d -> x')}`, 'gateway-gap g'],
  ['a join in a loop, whose reset comes when it is awaited anew', `<startEvent id="s"/><exclusiveGateway id="m"/><parallelGateway id="f"/>${users('a b k')}<complexGateway id="g"><activationCondition>activationCount >= 1</activationCondition></complexGateway><exclusiveGateway id="x" default="x-e"/>${ends('e')}${flows('s -> m -> f -> a -> g -> k -> x -> e; f -> b -> g; x -> m if k.again = true')}`, 'safeness a', 'safeness b'],
  ['a split that nothing joins', `<startEvent id="s"/><parallelGateway id="f"/><exclusiveGateway id="m"/>${users('a b c')}${ends('e')}${flows('s -> f -> a -> m -> c -> e; f -> b -> m')}`, 'safeness c'],
  ['an end that two tokens reach', `<startEvent id="s"/><parallelGateway id="f"/>${users('a b')}${ends('e')}${flows('s -> f -> a -> e; f -> b -> e')}`, 'proper-completion e'],
  ['a loop without a way out', `<startEvent id="s"/>${users('a b')}${flows('s -> a -> b -> a')}`, 'option-to-complete a'],
  ['a loop that asks the same of the same data for ever', `<startEvent id="s"/>${users('a')}<task id="r"/><exclusiveGateway id="g" default="g-e"/>${ends('e')}${flows('s -> a -> g; g -> r if x = 1; r -> g; g -> e')}`, 'endless-loop g'],
  ['a step that is repeated as long as what always holds', `<startEvent id="s"/><userTask id="a"><standardLoopCharacteristics><loopCondition>true</loopCondition></standardLoopCharacteristics></userTask>${users('b')}${ends('e')}${flows('s -> a -> b -> e')}`, 'option-to-complete a', 'dead-element b'],
  ['a loop that calculates the same of the same data for ever', `<startEvent id="s"/><task id="a"/>${users('b c')}<exclusiveGateway id="m"/><exclusiveGateway id="g" default="g-h"/><exclusiveGateway id="h" default="h-b"/>${ends('e x')}${flows('s -> m -> a -> g; g -> m if x + 1 > 3; g -> h -> b -> e; h -> c if x + 1 > 3; c -> x')}`, 'endless-loop a', 'dead-element c'],
  ['an answer that a former question rules out', `<startEvent id="s"/><exclusiveGateway id="g" default="g-e"/><exclusiveGateway id="h" default="h-b"/>${users('a b')}${ends('e x y')}${flows('s -> g; g -> h if x > 5; g -> e; h -> a if x < 3; h -> b; a -> x; b -> y')}`, 'dead-element a'],
  ['a number that no condition speaks of', `<startEvent id="s"/><exclusiveGateway id="g"/>${users('a b')}${ends('e x')}${flows('s -> g; g -> a if total > 10; g -> b if total < 10; a -> e; b -> x')}`, 'gateway-gap g'],
  ['a join that waits for ever beside a way to give up', `<startEvent id="s"/><subProcess id="part"><startEvent id="ps"/><exclusiveGateway id="g" default="g-b"/><parallelGateway id="j"/>${users('a b')}${ends('e')}${flows('ps -> g; g -> a if x; g -> b; a -> j -> e; b -> j')}</subProcess><boundaryEvent id="w" attachedToRef="part"><messageEventDefinition/></boundaryEvent>${ends('x y')}${flows('s -> part -> x; w -> y')}`, 'option-to-complete j', 'dead-element e', 'dead-element x'],
  ['an interruption that leaves a join waiting', `<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/>${users('a b')}<boundaryEvent id="t" attachedToRef="a">${timer}</boundaryEvent>${ends('e x')}${flows('s -> f -> a -> j -> e; f -> b -> j; t -> x')}`, 'option-to-complete j'],
];

describe('A proof', () => {
  for (const [what, elements] of sound) it(`finds nothing wrong with ${what}`, async () => {
    assert.deepEqual(prove(await read(elements)).findings, []);
  });

  for (const [what, elements, ...findings] of unsound) it(`tells of ${what}`, async () => {
    assert.deepEqual(told(prove(await read(elements)).findings), findings.toSorted());
  });

  for (const [what, elements] of unsound) it(`tells a story of ${what} that can be played`, async () => {
    const definition = await read(elements);
    for (const { rule, element, counterexample } of prove(definition).findings) {
      if (rule === 'dead-element' || rule === 'gateway-gap') continue;
      const played = playStory(definition, counterexample!);
      if (rule === 'proper-completion') assert.equal(played.visited.filter((id) => id === element).length, 2);
      else if (rule === 'safeness') assert.equal(played.state.tokens.filter(({ at }) => at === element).length, 2);
      else if (rule === 'endless-loop') assert.equal(played.incidents[0]!.code, 'runaway');
      else assert.ok(played.state.tokens.some(({ at }) => at === element), `${element} holds a token`);
    }
  });

  it('tells each in Vietnamese too, in words and never by an id', async () => {
    for (const [what, elements] of unsound) {
      for (const { element, message, messageVi } of prove(await read(elements)).findings) {
        assert.ok(/[ạ-ỹ]/.test(messageVi) && message.includes(element), `${what}: ${messageVi}`);
        // what is shown of the data is quoted
        assert.doesNotMatch(messageVi.replaceAll(/"[^"]*"/g, ''), new RegExp(`(?<![\\p{L}\\d])${element}(?![\\p{L}\\d])`, 'u'), what);
      }
    }
  });

  it('names an element that nobody named by what stands around it', async () => {
    const { findings } = prove(await read(`<startEvent id="s"/><userTask id="a" name="Thẩm định"/><exclusiveGateway id="Gateway_1"/>${users('b')}${ends('e x')}${flows('s -> a -> Gateway_1; Gateway_1 -> b if total > 10; Gateway_1 -> x if total < 10; b -> e')}`));
    const [gap] = findings.filter(({ rule }) => rule === 'gateway-gap');
    assert.match(gap!.messageVi, /lựa chọn sau “Thẩm định”/);
    assert.match(gap!.message, /the choice after “Thẩm định” \(Gateway_1\)/);
  });

  it('takes milliseconds for twenty branches, whose orders are more than any machine could try', async () => {
    const branches = Array.from({ length: 20 }, (_, index) => `b${index}`);
    const definition = await read(`<startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/>${users(branches.join(' '))}${ends('e')}${flows(`s -> f; j -> e; ${branches.map((id) => `f -> ${id} -> j`).join(';')}`)}`);
    const { findings, states } = prove(definition);
    assert.deepEqual(findings, []);
    assert.equal(states, 21);
  });

  it('says what it did not decide when its budget is used up, and finds nothing false', async () => {
    const definition = await read(sound[2]![1]);
    const { findings } = prove(definition, { states: 3 });
    assert.deepEqual(told(findings), [`not-decided ${definition.id}`]);
    const late = prove(definition, { milliseconds: 5, elapsed: () => 6 });
    assert.deepEqual(told(late.findings), [`not-decided ${definition.id}`]);
  });
});

describe('A proof of a process that begins by a condition', () => {
  const begun = `<startEvent id="s"><conditionalEventDefinition><condition>waterLevel &gt; 3</condition></conditionalEventDefinition></startEvent>`;
  it('counts the condition as a start', async () => {
    assert.deepEqual(told(prove(await compiled(diagram(`${begun}<userTask id="u"/><endEvent id="e"/>${flows('s -> u -> e')}`))).findings), []);
  });
  it('tells what no token comes to', async () => {
    const drawn = `${begun}<parallelGateway id="f"/><eventBasedGateway id="g"/><intermediateCatchEvent id="a"><signalEventDefinition signalRef="x"/></intermediateCatchEvent><intermediateCatchEvent id="b"><signalEventDefinition signalRef="y"/></intermediateCatchEvent><parallelGateway id="j"/><endEvent id="e"/>${flows('s -> g -> a -> j -> e; g -> b -> j')}`.replace('<parallelGateway id="f"/>', '');
    assert.deepEqual(told(prove(await compiled(diagram(drawn, '<signal id="x" name="x"/><signal id="y" name="y"/>'))).findings).filter((each) => each.startsWith('dead')), ['dead-element e']);
  });
});

/** A customer and a shop: what each sends and receives, in order. */
const dealings = async (customer: string, shop: string, messages: string): Promise<readonly ProofFinding[]> => {
  const pool = (name: string, steps: string) => {
    const drawn = steps.split(' ').map((id) => (id.startsWith('send') ? `<sendTask id="${name}_${id}"/>` : `<receiveTask id="${name}_${id}"/>`)).join('');
    return `<process id="${name}"><startEvent id="${name}_s"/>${drawn}<endEvent id="${name}_e"/>${flows(`${name}_s -> ${steps.split(' ').map((id) => `${name}_${id}`).join(' -> ')} -> ${name}_e`)}</process>`;
  };
  const between = messages.split(';').map((each) => each.split('->').map((end) => end.trim())).map(([source, target], index) => `<messageFlow id="m${index}" sourceRef="${source}" targetRef="${target}"/>`).join('');
  const reading = await readCollaboration(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><collaboration id="deal"><participant id="A" processRef="customer"/><participant id="B" processRef="shop"/>${between}</collaboration>
    ${pool('customer', customer)}${pool('shop', shop)}</definitions>`);
  assert.ok('processes' in reading, JSON.stringify(reading));
  return proveCollaboration(reading.processes, reading.messageFlows).findings;
};

describe('A proof of a collaboration', () => {
  it('finds nothing wrong with an order and its answer', async () => {
    assert.deepEqual(await dealings('send1 receive1', 'receive1 send1', 'customer_send1 -> shop_receive1; shop_send1 -> customer_receive1'), []);
  });

  it('tells of two who wait for each other', async () => {
    assert.deepEqual(told(await dealings('receive1 send1', 'receive1 send1', 'customer_send1 -> shop_receive1; shop_send1 -> customer_receive1')).slice(-1), ['option-to-complete customer_receive1']);
  });

  it('tells of a message that nobody takes', async () => {
    assert.deepEqual(told(await dealings('send1 send2', 'receive1', 'customer_send1 -> shop_receive1; customer_send2 -> shop_receive1')), ['messages-taken m0']);
  });

  /** A pool that says what is given, in order, to one that begins by what it hears. */
  const hearing = async (sends: string, hearer: string, messages: string): Promise<readonly string[]> => {
    const outer = ['one', 'two'].map((id) => `<message id="${id}" name="${id}"/>`).join('') + '<signal id="bell" name="bell"/>';
    const said = sends.split(' ').map((id) => `<sendTask id="say_${id}" messageRef="${id}"/>`).join('');
    const between = messages.split(';').map((each) => each.split('->').map((end) => end.trim())).map(([source, target], index) => `<messageFlow id="m${index}" sourceRef="say_${source}" targetRef="${target}"/>`).join('');
    const reading = await readCollaboration(`<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">${outer}<collaboration id="deal"><participant id="A" processRef="teller"/><participant id="B" processRef="hearer"/>${between}</collaboration>
      <process id="teller"><startEvent id="ts"/>${said}<endEvent id="te"/>${flows(`ts -> ${sends.split(' ').map((id) => `say_${id}`).join(' -> ')} -> te`)}</process><process id="hearer">${hearer}</process></definitions>`);
    assert.ok('processes' in reading, JSON.stringify(reading));
    return told(proveCollaboration(reading.processes, reading.messageFlows).findings);
  };
  const hears = (id: string): string => `<intermediateCatchEvent id="on_${id}"><messageEventDefinition messageRef="${id}"/></intermediateCatchEvent>`;
  const gateway = (type: string): string => `<eventBasedGateway id="g" instantiate="true" eventGatewayType="${type}"/>${hears('one')}${hears('two')}<endEvent id="e1"/><endEvent id="e2"/>${flows('g -> on_one -> e1; g -> on_two -> e2')}`;
  const all = '<startEvent id="s" parallelMultiple="true"><messageEventDefinition messageRef="one"/><messageEventDefinition messageRef="two"/></startEvent><endEvent id="e"/>';

  it('lets a pool begin by the events behind a gateway', async () => {
    assert.deepEqual(await hearing('one', gateway('Exclusive'), 'one -> on_one'), ['dead-element on_two'], 'nobody says the other');
    assert.deepEqual(await hearing('one two', gateway('Exclusive'), 'one -> on_one; two -> on_two'), ['messages-taken m0'], 'the first alone begins it: of two messages one is left');
  });

  it('lets one that needs all of them wait for the others', async () => {
    assert.deepEqual(await hearing('one two', gateway('Parallel'), 'one -> on_one; two -> on_two'), []);
    assert.deepEqual(await hearing('one', gateway('Parallel'), 'one -> on_one'), ['dead-element e2', 'dead-element g-on_two', 'option-to-complete on_two']);
  });

  it('lets a start event that needs several wait for each of its messages', async () => {
    assert.deepEqual(await hearing('one two', `${all}${flows('s -> e')}`, 'one -> s; two -> s'), []);
    assert.deepEqual(await hearing('two one', `${all}${flows('s -> e')}`, 'one -> s; two -> s'), []);
    assert.deepEqual(await hearing('one', `${all}${flows('s -> e')}`, 'one -> s'), ['dead-element e', 'option-to-complete s']);
    assert.deepEqual(await hearing('one', `${all.replace('<messageEventDefinition messageRef="two"/>', '<signalEventDefinition signalRef="bell"/>')}${flows('s -> e')}`, 'one -> s'), [], 'a signal may come at any time');
  });
});
