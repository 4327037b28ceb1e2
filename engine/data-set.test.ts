import assert from 'node:assert/strict';
import { awaitedData } from './awaited-data.ts';
import type { Environment } from './environment.ts';
import { prove } from './soundness/prove.ts';
import type { Data } from './state.ts';
import { Bench } from './testing/bench.ts';
import { compiled } from './testing/compiled.ts';
import { diagram, flows } from './testing/diagram.ts';
import type { Instance } from './testing/instance.ts';
import { assertSound } from './testing/sound.ts';
import { verify } from './testing/table.ts';

const input = (id: string, source: string): string => `<dataInputAssociation id="to-${id}"><sourceRef>${source}</sourceRef><targetRef>${id}</targetRef></dataInputAssociation>`;
const output = (id: string, target: string): string => `<dataOutputAssociation id="from-${id}"><sourceRef>${id}</sourceRef><targetRef>${target}</targetRef></dataOutputAssociation>`;
const inputSet = (...refs: readonly string[]): string => `<inputSet id="in-${refs.join('-') || 'none'}">${refs.map((ref) => `<dataInputRefs>${ref}</dataInputRefs>`).join('')}</inputSet>`;
const outputSet = (refs: readonly string[], inside = ''): string => `<outputSet id="out-${refs.join('-') || 'none'}">${refs.map((ref) => `<dataOutputRefs>${ref}</dataOutputRefs>`).join('')}${inside}</outputSet>`;
const objects = ['letter', 'call', 'note', 'verdict'].map((id) => `<dataObject id="${id}-o" name="${id}"/><dataObjectReference id="${id}" dataObjectRef="${id}-o"/>`).join('');

/** A task `x` that needs a letter or a call, with the output sets drawn. */
const either = (sets: string, outputs = '<outputSet id="no"/>', taken = '', kind = 'userTask', inside = ''): string =>
  `${objects}<startEvent id="s"/><${kind} id="x"><ioSpecification><dataInput id="byLetter"/><dataInput id="byCall"/>${outputs.includes('answer') ? '<dataOutput id="answer"/><dataOutput id="memo"/>' : ''}${sets}${outputs}</ioSpecification>
    ${input('byLetter', 'letter')}${input('byCall', 'call')}${taken}${inside}</${kind}><userTask id="after"/>${flows('s -> x -> after')}`;

const letterOrCall = either(inputSet('byLetter') + inputSet('byCall'));
const own = (wanted: object) => (instance: Instance): void => assert.deepEqual(instance.state.tokens[0]!.own, wanted);

const optionalCall = '<inputSet id="in"><dataInputRefs>byLetter</dataInputRefs><dataInputRefs>byCall</dataInputRefs><optionalInputRefs>byCall</optionalInputRefs></inputSet>';
const outputs = (first = '', second = ''): string => outputSet(['answer'], first) + outputSet(['memo'], second);
const taken = output('answer', 'verdict') + output('memo', 'note');
const ruled = either(inputSet('byLetter') + inputSet('byCall'), outputs('<inputSetRefs>in-byLetter</inputSetRefs>', '<inputSetRefs>in-byCall</inputSetRefs>'), taken);

describe('A sub-process with inputs and outputs', () => {
  const within = (kind: string, ids: readonly string[], associations: string, inside: string): string =>
    `${objects}<startEvent id="s"/><${kind} id="x"><ioSpecification><dataInput id="in" name="given"/>${ids.map((id) => `<dataOutput id="${id}"/>`).join('')}${inputSet('in')}${outputSet(ids)}</ioSpecification>${input('in', 'letter')}${associations}${inside}</${kind}><userTask id="after"/>${flows('s -> x -> after')}`;
  const computed = `<startEvent id="is"/><scriptTask id="t" scriptFormat="feel" motcua:result="answer"><script>given + 1</script></scriptTask>${flows('is -> t')}`;
  for (const kind of ['subProcess', 'transaction']) verify({
    [`gives what was computed in it under the name of its output: ${kind}`]: { draw: within(kind, ['answer'], output('answer', 'verdict'), computed), data: { letter: 4 }, tasks: ['after'], keeps: { letter: 4, verdict: 5 } },
    [`gives each of several: ${kind}`]: { draw: within(kind, ['answer', 'memo'], output('answer', 'verdict') + output('memo', 'note'), `${computed}<scriptTask id="m" scriptFormat="feel" motcua:result="memo"><script>"m"</script></scriptTask>${flows('t -> m')}`), data: { letter: 4 }, tasks: ['after'], keeps: { letter: 4, verdict: 5, note: 'm' } },
  });
  verify({
    'maps what it knows itself, though its last step said nothing': {
      draw: `<startEvent id="s"/><subProcess id="x"><extensionElements><motcua:input name="a">n + 1</motcua:input><motcua:output name="res">a</motcua:output></extensionElements><userTask id="t"/></subProcess><userTask id="after"/>${flows('s -> x -> after')}`,
      data: { n: 1 }, act: (instance) => instance.complete('t'), tasks: ['after'], keeps: { n: 1, res: 2 },
    },
    ...Object.fromEntries(['subProcess', 'userTask', 'callActivity'].map((kind) => [`lets a timer at its boundary wait by what is mapped for it: ${kind}`, {
      draw: `<startEvent id="s"/><${kind} id="x" ${kind === 'callActivity' ? 'calledElement="q"' : ''}><extensionElements><motcua:${kind === 'callActivity' ? 'own' : 'input'} name="hours">n + 1</motcua:${kind === 'callActivity' ? 'own' : 'input'}></extensionElements>${kind === 'subProcess' ? '<userTask id="t"/>' : ''}</${kind}><boundaryEvent id="b" attachedToRef="x"><timerEventDefinition><timeDuration>="PT" + string(hours) + "H"</timeDuration></timerEventDefinition></boundaryEvent><userTask id="after"/>${flows('s -> x; b -> after')}`,
      outside: '<process id="q"><startEvent id="qs"/><userTask id="qt"/><sequenceFlow id="qf" sourceRef="qs" targetRef="qt"/></process>',
      data: { n: 4 }, act: (_: Instance, bench: Bench) => bench.advance('PT5H'), tasks: ['after'], keeps: { n: 4 },
    } as const])),
    'maps what was computed in it when people say that its steps are enough': {
      draw: within('adHocSubProcess', ['answer'], output('answer', 'verdict'), '<userTask id="t" motcua:result="answer"/>'), data: { letter: 4 },
      act: (instance) => instance.activate('t').complete('t', 'yes').enough('x'), tasks: ['after'], keeps: { letter: 4, verdict: 'yes' },
    },
    'is held by an incident when it computed none': { draw: within('subProcess', ['answer'], output('answer', 'verdict'), ''), data: { letter: 4 }, incidents: [['output-set', 'answer']] },
    'gathers what each of its instances computed': {
      draw: `<startEvent id="s"/><subProcess id="x"><multiInstanceLoopCharacteristics isSequential="true" motcua:collection="list" motcua:element="one" motcua:outputCollection="all" motcua:outputElement="twice"/><scriptTask id="t" scriptFormat="feel" motcua:result="twice"><script>one * 2</script></scriptTask></subProcess>${flows('s -> x')}`,
      data: { list: [1, 2] }, keeps: { list: [1, 2], all: [2, 4] },
    },
  });
});

describe('An assignment of a data association', () => {
  const assigned = (...to: readonly string[]): string => `${objects}<startEvent id="s"/><userTask id="x"><ioSpecification><dataInput id="DataInput_1" name="form"/>${inputSet('DataInput_1')}<outputSet/></ioSpecification>
    <dataInputAssociation id="a"><targetRef>DataInput_1</targetRef>${to.map((each) => `<assignment><from>letter</from><to>${each}</to></assignment>`).join('')}</dataInputAssociation></userTask>${flows('s -> x')}`;
  const given = (...to: readonly string[]) => async (): Promise<unknown> => new Bench(await compiled(diagram(assigned(...to)))).start({ data: { letter: 'L' } }).state.tokens[0]!.own;
  const rows: Readonly<Record<string, readonly [to: readonly string[], own: Data]>> = {
    'goes to its input by name': [['form'], { form: 'L' }],
    'goes to its input by id': [['DataInput_1'], { form: 'L' }],
    'goes to a part of it': [['form.sender.name'], { form: { sender: { name: 'L' } } }],
    'goes to a part of it by id': [['DataInput_1.sender'], { form: { sender: 'L' } }],
    'goes to several parts': [['form.a', 'form.b.c', 'form.b.d'], { form: { a: 'L', b: { c: 'L', d: 'L' } } }],
    'goes to what it is called': [['other'], { other: 'L' }],
  };
  for (const [name, [to, own]] of Object.entries(rows)) it(name, async () => assert.deepEqual(await given(...to)(), { inputSet: 1, ...own }));
  it('lays the parts of an output over what is there', async () => {
    const draw = `${objects}<startEvent id="s"/><userTask id="x"><ioSpecification><dataOutput id="out" name="answer"/><inputSet/>${outputSet(['out'])}</ioSpecification><dataOutputAssociation id="a"><sourceRef>out</sourceRef><targetRef>verdict</targetRef><assignment><from>answer</from><to>verdict.text</to></assignment></dataOutputAssociation></userTask>${flows('s -> x')}`;
    assert.deepEqual(new Bench(await compiled(diagram(draw))).start({ data: { verdict: { by: 'An' } } }).complete('x', { answer: 'yes' }).data, { verdict: { by: 'An', text: 'yes' } });
  });
});

describe('An activity with sets of inputs and outputs', () => {
  const waits: readonly [what: string, draw: string, data: Data, lacks: readonly (readonly string[])[] | undefined][] = [
    ['what each of its sets lacks', letterOrCall, {}, [['letter'], ['call']]],
    ['only what is not there yet', either(inputSet('byLetter', 'byCall')), { letter: 'L' }, [['call']]],
    ['all that it needs when what it calculates from them is not there', letterOrCall.replaceAll('<sourceRef>letter</sourceRef><targetRef>byLetter</targetRef>', '<targetRef>byLetter</targetRef><transformation>letter.sent + letter.late</transformation>'), { letter: { sent: 1, late: 'x' } }, [['letter.sent', 'letter.late'], ['call']]],
    ['nothing once it has begun', letterOrCall, { call: 'C' }, undefined],
  ];
  for (const [what, draw, data, lacks] of waits) it(`says while it waits ${what}`, async () => {
    const { definition, state } = new Bench(await compiled(diagram(draw))).start({ data });
    assert.deepEqual(awaitedData(definition, state).map(({ node, sets }) => [node, sets]), lacks === undefined ? [] : [['x', lacks]]);
  });

  verify({
    'begins with the first set whose data are there, and knows only these': { draw: letterOrCall, data: { letter: 'L', call: 'C' }, tasks: ['x'], act: own({ inputSet: 1, byLetter: 'L' }) },
    'begins with the second set when the first lacks its data': { draw: letterOrCall, data: { call: 'C' }, tasks: ['x'], act: own({ inputSet: 2, byCall: 'C' }) },
    'waits as long as no set is there': { draw: letterOrCall, tasks: [], data: { letter: null } },
    'begins as soon as data make a set be there': { draw: letterOrCall, act: (instance) => own({ inputSet: 2, byCall: 'C' })(instance.change({ other: 1 }).change({ call: 'C' })), tasks: ['x'] },
    'begins once, whatever comes later': { draw: letterOrCall, act: (instance) => instance.change({ call: 'C' }).change({ letter: 'L' }), tasks: ['x'] },
    'takes the first set when all come at once': { draw: letterOrCall, act: (instance) => own({ inputSet: 1, byLetter: 'L' })(instance.change({ letter: 'L', call: 'C' })), tasks: ['x'] },
    'waits for all that its only set requires': { draw: either(inputSet('byLetter', 'byCall')), data: { letter: 'L' }, tasks: [] },
    'does not wait for what is optional': { draw: either(optionalCall), data: { letter: 'L' }, tasks: ['x'], act: own({ inputSet: 1, byLetter: 'L', byCall: null }) },
    'does not wait when a set needs nothing': { draw: either(inputSet('byLetter') + inputSet('byCall') + inputSet()), tasks: ['x'], act: own({ inputSet: 3 }) },
    'does not wait for a property of its own, whatever its sets are': {
      draw: `<startEvent id="s"/><userTask id="x"><ioSpecification/><property id="pr" name="note"/><dataInputAssociation id="a"><targetRef>pr</targetRef><transformation>5</transformation></dataInputAssociation></userTask>${flows('s -> x')}`,
      tasks: ['x'], act: own({ note: 5 }),
    },
    'hands a service the inputs of the set alone': {
      draw: either(inputSet('byLetter') + inputSet('byCall'), undefined, '', 'serviceTask'), data: { call: 'C' }, effects: [{ type: 'job.request', inputs: { byCall: 'C' } }],
    },
    'is left by its boundary event while it waits': {
      draw: letterOrCall.replace('<userTask id="after"/>', '<userTask id="after"/><boundaryEvent id="b" attachedToRef="x"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="late"/><sequenceFlow id="b-late" sourceRef="b" targetRef="late"/>'),
      act: (instance, bench) => {
        bench.advance('P2D');
        instance.change({ letter: 'L' });
      },
      tasks: ['late'],
    },
    'is asked again for each of its instances': {
      draw: either(inputSet('byLetter'), undefined, '', 'userTask', '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>').replace(/<dataInput id="byCall"\/>|<dataInputAssociation id="to-byCall">.*?<\/dataInputAssociation>/g, ''),
      act: (instance) => instance.change({ letter: 'L' }), tasks: ['x', 'x'],
    },
    'gives the first set of outputs that its answer has': { draw: either(optionalCall, outputs(), taken), data: { letter: 'L' }, act: (instance) => instance.complete('x', { answer: 'yes', memo: 'm' }), keeps: { letter: 'L', verdict: 'yes' }, tasks: ['after'] },
    'gives the second set when its answer lacks the first': { draw: either(optionalCall, outputs(), taken), data: { letter: 'L' }, act: (instance) => instance.complete('x', { memo: 'm' }), keeps: { letter: 'L', note: 'm' }, tasks: ['after'] },
    'is held when its answer has no set of outputs, even if the data have one': {
      draw: either(optionalCall, outputs(), taken), data: { letter: 'L', answer: 'of another step' }, act: (instance) => instance.complete('x', { other: 1 }), incidents: [['output-set', 'all outputs of one of its sets, but it has other']],
    },
    'leaves alone an optional output that it does not give': {
      draw: either(optionalCall, outputSet(['answer', 'memo'], '<optionalOutputRefs>memo</optionalOutputRefs>'), taken), data: { letter: 'L', note: 'before' },
      act: (instance) => instance.complete('x', { answer: 'yes' }), keeps: { letter: 'L', note: 'before', verdict: 'yes' }, tasks: ['after'],
    },
    'gives the outputs that belong to the set of inputs it began with': { draw: ruled, data: { call: 'C' }, act: (instance) => instance.complete('x', { memo: 'm' }), keeps: { call: 'C', note: 'm' }, tasks: ['after'] },
    'is held when its outputs belong to another set of inputs': { draw: ruled, data: { call: 'C' }, act: (instance) => instance.complete('x', { answer: 'yes' }), incidents: [['output-set', 'may follow its set of inputs 2, but it gives its set 1']] },
  });

  it('begins under another version that needs what is there, and waits on under one that needs other data', async () => {
    const needs = (sets: string) => compiled(diagram(either(sets)));
    for (const [next, tasks] of [[inputSet('byLetter') + inputSet('byCall'), ['x']], [optionalCall, []]] as const) {
      const environment: Environment = { version: () => version };
      const version = { definition: await needs(next), environment };
      const instance = new Bench(await needs(inputSet('byLetter', 'byCall')), { environment }).start({ data: { call: 'C' } }).migrate('next', {});
      assert.deepEqual(instance.tasks.map(({ element }) => element), tasks);
      assert.deepEqual(instance.change({ letter: 'L' }).tasks.map(({ element }) => element), ['x']);
      assertSound(instance, environment);
    }
  });

  it('is proven sound, because its data may come', async () => {
    assert.deepEqual(prove(await compiled(diagram(ruled.replace('<userTask id="after"/>', '<userTask id="after"/><endEvent id="e"/><sequenceFlow id="after-e" sourceRef="after" targetRef="e"/>')))).findings, []);
  });
});
