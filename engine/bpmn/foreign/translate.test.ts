import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Environment } from '../../environment.ts';
import { Bench, type BenchOptions } from '../../testing/bench.ts';
import { compiled } from '../../testing/compiled.ts';
import { flows } from '../../testing/diagram.ts';
import { ServiceError } from '../../testing/service.ts';
import { assertSound } from '../../testing/sound.ts';
import type { Data, Json } from '../../state.ts';
import { readBpmn } from '../read.ts';
import { camunda7Attributes } from './camunda7-attributes.ts';
import { camunda7Extensions } from './camunda7-extensions.ts';
import { camunda8Attributes, camunda8Extensions } from './camunda8.ts';
import { inOurWords } from './in-our-words.ts';
import { foreignVocabulary } from './packages.ts';
import { drawn } from './testing/drawn.ts';

const at = '2026-01-05T01:00:00.000Z';

const opened = async (name: string, process: string, options: BenchOptions) => {
  const reading = await readBpmn(readFileSync(new URL(`fixtures/${name}.bpmn`, import.meta.url), 'utf8'), { process });
  assert.ok('definition' in reading, JSON.stringify(reading));
  return { bench: new Bench(reading.definition, { at, ...options }), warnings: reading.warnings.map(({ rule, element }) => `${rule} ${element}`), definition: reading.definition };
};

describe('A diagram drawn for Camunda 7 runs', () => {
  const asked = { days: 3, reason: 'cưới', hours: 24 };
  it('a request for leave: topics, mappings, a form, a group, a due date, a reminder', async () => {
    const calls: Data[] = [];
    const { bench, definition, warnings } = await opened('c7-leave-request', 'leave', { services: { 'days-left': (inputs) => { calls.push(inputs); return { left: 5 }; }, mail: () => ({ sent: true }) } });
    const leave = bench.start({ data: asked, by: 'an' });
    assert.deepEqual([calls[0]!['who'], calls[0]!['subject'], calls[0]!['days']], ['an', 'Leave of an (3 days)', undefined]);
    assert.deepEqual(leave.tasks.map(({ element }) => element), ['approve']);
    assert.deepEqual(definition.nodes['approve']!.step, { form: 'approve', candidates: ['management'], dueDate: { text: 'now() + duration("P3D")' }, variables: 'always' });
    bench.advance('P1D');
    assert.equal(leave.data['sent'], true);
    leave.complete('approve', { approved: true });
    assert.equal(leave.status, 'completed');
    assert.ok(leave.visited.includes('granted'));
    assert.deepEqual(leave.data, { ...asked, employee: 'an', left: 5, enough: true, approved: true, sent: true });
    assert.deepEqual(warnings, ['foreign-decoration leave', 'foreign-decoration asked', 'foreign-decoration approve', 'foreign-inputs remind']);
    assertSound(leave, {});
  });
  it('a request for leave that fails: the error tells its code and message', async () => {
    const { bench } = await opened('c7-leave-request', 'leave', { services: { 'days-left': () => { throw new ServiceError('NOBODY', 'no An here'); } } });
    const leave = bench.start({ data: asked, by: 'an' });
    assert.deepEqual([leave.status, leave.visited.at(-1), leave.data['fault'], leave.data['faultText']], ['completed', 'refused', 'NOBODY', 'no An here']);
  });
  it('a request for leave with no days left, or without a reason, is refused', async () => {
    const options: BenchOptions = { services: { 'days-left': () => ({ left: 2 }) } };
    assert.deepEqual((await opened('c7-leave-request', 'leave', options)).bench.start({ data: asked }).visited.at(-1), 'refused');
    const without = (await opened('c7-leave-request', 'leave', { services: { 'days-left': () => ({ left: 5 }) } })).bench.start({ data: { days: 3, hours: 1 } });
    assert.deepEqual(without.visited.at(-1), 'refused');
  });
  it('an invoice: a decision, several reviewers, an expression, a called process with its own data, work at an end event', async () => {
    const orders: Json[] = [];
    const environment: Environment = { decide: (reference) => (reference === 'approvers' ? { value: ['an', 'binh', 'chi'] } : { failed: `no ${reference}` }) };
    const { bench, warnings } = await opened('c7-invoice', 'invoice', {
      environment,
      services: { transfer: ({ order, copies, creditor }) => { orders.push([order!, copies!, creditor ?? null]); return { receipt: 'R-1' }; } },
    });
    const invoice = bench.start({ data: { creditor: 'Petrolimex', items: [{ price: 30 }, { price: 12 }] } });
    assert.deepEqual(invoice.data['approvers'], ['an', 'binh', 'chi']);
    invoice.complete('review').complete('review');
    assert.deepEqual(invoice.incidents, []);
    assert.equal(invoice.data['total'], 42);
    assert.deepEqual(orders, [[{ amount: 4200, to: 'Petrolimex' }, ['archive', 'Petrolimex'], null]]);
    assert.deepEqual([invoice.data['paidBy'], invoice.data['receipt'], invoice.tasks.map(({ element }) => element)], ['R-1', undefined, ['archived']]);
    assert.equal(invoice.complete('archived').status, 'completed');
    assert.deepEqual(warnings, ['foreign-decoration invoice', 'foreign-decoration invoice', 'foreign-decoration review', 'foreign-decoration pay', 'foreign-inputs archived']);
    assertSound(invoice, environment);
  });
});

describe('A diagram drawn for Camunda 8 runs', () => {
  it('an order: a script, a decision, several parcels, a message by its key, a called process, nested targets', async () => {
    const seen: Data[] = [];
    const environment = { decide: (_: string, { total }: Data) => ({ value: Number(total) > 100 ? 10 : 0 }) };
    const { bench, definition, warnings } = await opened('c8-order', 'order', {
      environment, services: { 'pack-item': (inputs) => { seen.push(inputs); return { parcel: { id: seen.length } }; } },
    });
    const order = bench.start({ data: { orderId: 'K7', clerk: 'an', order: { by: 'binh' }, items: [{ name: 'tea', price: 50, count: 2 }, { name: 'cup', price: 20, count: 5 }] } });
    assert.deepEqual([order.data['total'], order.data['order'], order.data['parcels'], order.data['percent']], [200, { by: 'binh', total: 180 }, [1, 2], undefined]);
    assert.deepEqual(seen.map(({ item, label, customHeaders, clerk }) => ({ item: (item as { name: string }).name, label, customHeaders, clerk })), [
      { item: 'tea', label: { text: 'tea' }, customHeaders: { paper: 'brown' }, clerk: undefined }, { item: 'cup', label: { text: 'cup' }, customHeaders: { paper: 'brown' }, clerk: undefined },
    ]);
    assert.throws(() => bench.message('payment', { keys: { correlationKey: 'K8' } }));
    bench.message('payment', { keys: { correlationKey: 'K7' }, data: { amount: 180 } });
    assert.deepEqual(definition.nodes['approve']!.step, { form: 'release-form', assignee: 'clerk', candidates: ['stock', 'sales'], dueDate: { text: 'now() + duration("P2D")' }, variables: 'unmapped' });
    order.complete('approve', { released: true });
    assert.deepEqual(order.tasks.map(({ element }) => element), ['carry']);
    const job = order.effects.findLast((effect) => effect.type === 'job.request');
    assert.ok(job?.type === 'job.request');
    assert.deepEqual([job.connector, job.inputs], ['carry', {}]);
    order.complete('carry', { tracking: 'VN-1' });
    assert.deepEqual([order.status, order.visited.at(-1), order.data['order'], order.data['tracking']], ['completed', 'done', { by: 'binh', total: 180, paid: 180, tracking: 'VN-1' }, undefined]);
    assert.deepEqual(warnings, ['foreign-decoration pack', 'foreign-decoration approve', 'foreign-inputs carry']);
    assertSound(order, environment);
  });
  it('an order whose parcel is lost is paid back', async () => {
    const { bench } = await opened('c8-order', 'order', { environment: { decide: () => ({ value: 0 }) }, services: { 'pack-item': () => ({ parcel: { id: 1 } }) } });
    const order = bench.start({ data: { orderId: 'K7', items: [] } });
    bench.message('payment', { keys: { correlationKey: 'K7' }, data: { amount: 1 } });
    assert.equal(order.complete('approve', { released: true }).fail('carry', 'LOST').visited.at(-1), 'refund');
  });
});

const around = (inside: string): string => drawn(`<startEvent id="s"/>${inside}<endEvent id="e"/>${flows('s -> x -> e')}`);
const extended = (kind: string, inside: string, attributes = ''): string => around(`<${kind} id="x" ${attributes}><extensionElements>${inside}</extensionElements></${kind}>`);

it('A message of Camunda 8 finds by its key also who shares its definition', async () => {
  const message = '<message id="M" name="paid"><extensionElements><zeebe:subscription correlationKey="=code"/></extensionElements></message><messageEventDefinition id="Shared" messageRef="M"/>';
  const bench = new Bench(await compiled(drawn(`<startEvent id="s"/><intermediateCatchEvent id="x"><eventDefinitionRef>Shared</eventDefinitionRef></intermediateCatchEvent><endEvent id="e"/>${flows('s -> x -> e')}`, message)));
  const instance = bench.start({ data: { code: 'K7' } });
  assert.throws(() => bench.message('paid', { keys: { correlationKey: 'K8' } }));
  bench.message('paid', { keys: { correlationKey: 'K7' } });
  assert.equal(instance.status, 'completed');
});

describe('What is drawn for other engines means there and here', () => {
  const error = '<error id="E" errorCode="BAD"/><escalation id="X" escalationCode="LATE"/><signal id="sig" name="sig"/>';
  const caught = (kind: string, attributes: string): string => `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><${kind}EventDefinition ${attributes}/></startEvent><endEvent id="he"/>${flows('hs -> he')}</subProcess>`;
  const job = (inside: string, attributes = 'camunda:type="external" camunda:topic="t"'): string => around(`<serviceTask id="x" ${attributes}><extensionElements>${inside}</extensionElements></serviceTask>`);
  const calls = (camunda8: boolean, extensions: string): string => {
    const [attributes, r] = camunda8 ? ['', '<extensionElements><zeebe:script expression="=n + 1" resultVariable="r"/></extensionElements>'] : ['scriptFormat="feel" camunda:resultVariable="r"', '<script>n + 1</script>'];
    return drawn(`<startEvent id="s"/><userTask id="x"/><callActivity id="c"${camunda8 ? '' : ' calledElement="q"'}><extensionElements>${extensions}</extensionElements></callActivity>${flows('s -> x -> c')}`, `<process id="q"><startEvent id="qs"/><scriptTask id="qt" ${attributes}>${r}</scriptTask>${flows('qs -> qt')}</process>`);
  };
  const rows: Readonly<Record<string, readonly [xml: string, answer: Json | 'fails', data: Data]>> = {
    'an error caught by an event sub-process tells its code and message': [
      drawn(`<startEvent id="s"/><serviceTask id="x" camunda:type="external" camunda:topic="t"/>${caught('error', 'errorRef="E" camunda:errorCodeVariable="c" camunda:errorMessageVariable="m"')}${flows('s -> x')}`, error), 'fails', { n: 1, c: 'BAD', m: 'expected x to succeed, but it failed with BAD' }],
    'the code and message of an error outlast the event sub-process, whatever they are called': [
      drawn(`<startEvent id="s"/><subProcess id="b"><startEvent id="is"/><serviceTask id="x" camunda:type="external" camunda:topic="t"/>${caught('error', 'errorRef="E" camunda:errorCodeVariable="code" camunda:errorMessageVariable="message"')}${flows('is -> x')}</subProcess>${flows('s -> b')}`, error), 'fails', { n: 1, code: 'BAD', message: 'expected x to succeed, but it failed with BAD' }],
    'an error thrown by an end event has no message': [
      drawn(`<startEvent id="s"/><serviceTask id="x" camunda:type="external" camunda:topic="t"/><endEvent id="e"><errorEventDefinition errorRef="E"/></endEvent>${caught('error', 'camunda:errorCodeVariable="c" camunda:errorMessageVariable="m"')}${flows('s -> x -> e')}`, error), {}, { n: 1, c: 'BAD', m: null }],
    'an escalation caught by an event sub-process tells its code': [
      drawn(`<startEvent id="s"/><serviceTask id="x" camunda:type="external" camunda:topic="t"/><endEvent id="e"><escalationEventDefinition escalationRef="X"/></endEvent>${caught('escalation', 'camunda:escalationCodeVariable="c"')}${flows('s -> x -> e')}`, error), {}, { n: 1, c: 'LATE' }],
    'an answer of Camunda 7 becomes data, whatever is mapped': [job('<camunda:inputOutput><camunda:outputParameter name="twice">${a * 2}</camunda:outputParameter></camunda:inputOutput>'), { a: 4 }, { n: 1, a: 4, twice: 8 }],
    'an input of Camunda 7 is a variable of its own': [job('<camunda:inputOutput><camunda:inputParameter name="n">${n + 1}</camunda:inputParameter><camunda:outputParameter name="seen">${n}</camunda:outputParameter></camunda:inputOutput>'), { n: 9 }, { n: 1, seen: 9 }],
    'an answer of Camunda 8 becomes data when nothing is mapped': [job('<zeebe:taskDefinition type="t"/>', ''), { a: 4 }, { n: 1, a: 4 }],
    'an answer of Camunda 8 stays outside when something is mapped': [job('<zeebe:taskDefinition type="t"/><zeebe:ioMapping><zeebe:output source="=a" target="b"/></zeebe:ioMapping>', ''), { a: 4 }, { n: 1, b: 4 }],
    'a later mapping sees the earlier ones': [job('<zeebe:taskDefinition type="t"/><zeebe:ioMapping><zeebe:input source="=n + 1" target="i"/><zeebe:input source="=i + 1" target="j"/><zeebe:output source="=j" target="k"/><zeebe:output source="=k + 1" target="l"/></zeebe:ioMapping>', ''), {}, { n: 1, k: 3, l: 4 }],
    'parts of one target are laid over what is there': [job('<zeebe:taskDefinition type="t"/><zeebe:ioMapping><zeebe:output source="=a" target="o.p.q"/><zeebe:output source="=a + 1" target="o.p.r"/></zeebe:ioMapping>', ''), { a: 4 }, { n: 1, o: { p: { q: 4, r: 5 } } }],
    'a called process of Camunda 7 gives back all of its data, and what is mapped beside': [calls(false, '<camunda:in source="n" target="n"/><camunda:out variables="all"/><camunda:out sourceExpression="${r + 1}" target="s"/>'), {}, { n: 1, r: 2, s: 3 }],
    'a called process of Camunda 7 gives back null for what it does not have': [calls(false, '<camunda:in source="n" target="n"/><camunda:out source="none" target="s"/>'), {}, { n: 1, s: null }],
    'a called process of Camunda 8 gives back all of its data, unless the drawing says otherwise': [calls(true, '<zeebe:calledElement processId="q"/>'), {}, { n: 1, r: 2 }],
    'a called process of Camunda 8 gives back nothing, when the drawing says so': [calls(true, '<zeebe:calledElement processId="q" propagateAllChildVariables="false"/>'), {}, { n: 1 }],
    'a called process of Camunda 8 gives back what is mapped, and nothing beside': [calls(true, '<zeebe:calledElement processId="q" propagateAllChildVariables="true"/><zeebe:ioMapping><zeebe:output source="=r" target="s"/></zeebe:ioMapping>'), {}, { n: 1, s: 2 }],
    'a script of Camunda 7 without a name for its value leaves data alone': [drawn(`<startEvent id="s"/><userTask id="x"/><scriptTask id="t" scriptFormat="feel" camunda:asyncBefore="true"><script>{n: 9}</script></scriptTask><serviceTask id="u" camunda:expression="\${o}"/>${flows('s -> x -> t -> u')}`), { o: { n: 7 } }, { n: 1, o: { n: 7 }, t: { n: 9 }, u: { n: 7 } }],
    'expressions of Camunda 7 may say that they are JUEL': [drawn(`<startEvent id="s"/><userTask id="x"/><scriptTask id="t" scriptFormat="juel" camunda:resultVariable="m"><script>\${n * 2}</script></scriptTask><exclusiveGateway id="g"/><endEvent id="e"/><endEvent id="f"/>${flows('s -> x -> t -> g')}<sequenceFlow id="a" sourceRef="g" targetRef="e"><conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tFormalExpression" language="juel">\${m == 2}</conditionExpression></sequenceFlow><sequenceFlow id="b" sourceRef="g" targetRef="f"><conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="tFormalExpression" language="JUEL">\${m != 2}</conditionExpression></sequenceFlow>`), {}, { n: 1, m: 2 }],
  };
  for (const [name, [xml, answer, data]] of Object.entries(rows)) {
    it(name, async () => {
      const reading = await readBpmn(xml);
      assert.ok('definition' in reading, JSON.stringify(reading));
      const instance = new Bench(reading.definition, { at }).start({ data: { n: 1 } });
      if (answer === 'fails') instance.fail('x', 'BAD');
      else instance.complete('x', answer);
      assert.deepEqual([instance.status, instance.incidents, instance.data], ['completed', [], data]);
      assertSound(instance, {});
    });
  }
});

it('An error that work outside throws brings its variables', async () => {
  for (const [extension, attributes] of [['', 'camunda:type="external" camunda:topic="t"'], ['<extensionElements><zeebe:taskDefinition type="t"/></extensionElements>', '']] as const) {
    const reading = await readBpmn(drawn(`<startEvent id="s"/><serviceTask id="x" ${attributes}>${extension}</serviceTask><boundaryEvent id="b" attachedToRef="x"><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="u"/>${flows('s -> x; b -> u')}`, '<error id="E" errorCode="BAD"/>'));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const bench = new Bench(reading.definition, { at, services: { t: () => { throw new ServiceError('BAD', 'no', { why: 'late' }); } } });
    assert.deepEqual(bench.start().data, { why: 'late' });
    assert.deepEqual(new Bench(reading.definition, { at }).start().fail('x', 'BAD', { why: 'late' }).data, { why: 'late' });
  }
});

it('A signal of Camunda 7 carries what is mapped for it', async () => {
  const thrown = '<signalEventDefinition signalRef="S"><extensionElements><camunda:in source="n" target="level"/><camunda:in sourceExpression="${n + 1}" target="next"/><camunda:in source="none" target="gone"/><camunda:in businessKey="#{execution.processBusinessKey}"/></extensionElements></signalEventDefinition>';
  const reading = await readBpmn(drawn(`<startEvent id="s"/><intermediateThrowEvent id="t">${thrown}</intermediateThrowEvent><endEvent id="e">${thrown}</endEvent>${flows('s -> t -> e')}`, '<signal id="S" name="flood"/>'));
  assert.ok('definition' in reading, JSON.stringify(reading));
  const instance = new Bench(reading.definition, { at }).start({ data: { n: 1 } });
  const sent = { name: 'flood', data: { level: 1, next: 2, gone: null } };
  assert.deepEqual([instance.incidents, instance.data, instance.effects.flatMap((effect) => (effect.type === 'signal.send' ? [{ name: effect.name, data: effect.data }] : []))], [[], { n: 1 }, [sent, sent]]);
});

it('What a message brings that begins an instance of Camunda 8 is its data, or what is mapped of it', async () => {
  const begins = (extension: string): string => drawn(`<startEvent id="s"><extensionElements>${extension}</extensionElements><messageEventDefinition messageRef="M"/></startEvent><userTask id="u"/>${flows('s -> u')}`, '<message id="M" name="order"/>');
  for (const [extension, data] of [['<zeebe:properties/>', { id: 7, more: 2 }], ['<zeebe:ioMapping><zeebe:output source="=id" target="order.no"/></zeebe:ioMapping>', { order: { no: 7 } }]] as const) {
    const reading = await readBpmn(begins(extension));
    assert.ok('definition' in reading, JSON.stringify(reading));
    const bench = new Bench(reading.definition, { at });
    bench.message('order', { data: { id: 7, more: 2 } });
    assert.deepEqual(bench.instances.map(({ incidents, data: kept }) => [incidents, kept]), [[[], data]]);
    assertSound(bench.instances[0]!, {});
  }
});

it('What a message brings to an event sub-process of Camunda 8 stays outside when something is mapped', async () => {
  const start = '<startEvent id="hs"><extensionElements><zeebe:ioMapping><zeebe:output source="=why" target="reason"/></zeebe:ioMapping></extensionElements><messageEventDefinition messageRef="M"/></startEvent>';
  const reading = await readBpmn(drawn(`<startEvent id="s"/><userTask id="x"/><subProcess id="h" triggeredByEvent="true">${start}<userTask id="ht"/>${flows('hs -> ht')}</subProcess>${flows('s -> x')}`, '<message id="M" name="stop"/>'));
  assert.ok('definition' in reading, JSON.stringify(reading));
  const instance = new Bench(reading.definition, { at }).start({ data: { n: 1 } }).message('stop', { data: { why: 'late', more: 2 } });
  assert.deepEqual([instance.incidents, instance.data], [[], { n: 1, reason: 'late' }]);
  assertSound(instance, {});
});

describe('An ad-hoc sub-process of Camunda 8', () => {
  const adHoc = (extension: string, inside = '', attributes = ''): string => drawn(`<startEvent id="s"/><adHocSubProcess id="x" ${attributes}><extensionElements>${extension}</extensionElements><userTask id="a"/><userTask id="b"/><userTask id="c"/>${flows('b -> c')}${inside}</adHocSubProcess><userTask id="after"/>${flows('s -> x -> after')}`);
  const begun = async (xml: string, data: Data = {}) => new Bench(await compiled(xml), { at }).start({ data });
  const open = (instance: { readonly tasks: readonly { readonly element: string }[] }): readonly string[] => instance.tasks.map(({ element }) => element);
  const listed = '<zeebe:adHoc activeElementsCollection="=steps"/>';

  it('begins the steps of its list, and is over when all that began is done', async () => {
    const xml = adHoc(listed);
    const instance = await begun(xml, { steps: ['a', 'b'] });
    assert.deepEqual(open(instance), ['a', 'b']);
    assert.deepEqual(open(instance.complete('b')), ['a', 'c']);
    assert.deepEqual(open(instance.complete('a')), ['c']);
    assert.deepEqual(open(instance.complete('c')), ['after']);
    const said = await readBpmn((await inOurWords(xml))!.xml);
    assert.deepEqual('definition' in said && said.definition, await compiled(xml), 'in our words it is the same');
    assertSound(await begun(xml, { steps: ['a', 'b'] }), {});
  });
  it('reckons its list with what is mapped for it', async () => assert.deepEqual(open(await begun(adHoc('<zeebe:ioMapping><zeebe:input source="=[&quot;b&quot;]" target="own"/></zeebe:ioMapping><zeebe:adHoc activeElementsCollection="=own"/>'))), ['b']));
  it('waits for people when its list is empty, and is over when what they began is done', async () => {
    const instance = await begun(adHoc(listed), { steps: [] });
    assert.deepEqual([instance.status, open(instance)], ['active', []]);
    assert.deepEqual(open(instance.activate('a').complete('a')), ['after']);
  });
  it('is over by its condition, where it has one', async () => {
    const instance = await begun(adHoc(listed, '<completionCondition>=enough</completionCondition>'), { steps: ['a'], enough: false });
    assert.deepEqual(open(instance.complete('a')), []);
    assert.deepEqual(open(instance.activate('a').change({ enough: true }).complete('a')), ['after']);
  });
  for (const [what, steps] of [['is no list', 'a'], ['has what is no step', ['z']], ['has a step to which others lead', ['c']], ['has what is no name', [5]]] as const) {
    it(`stands still when its list ${what}`, async () => {
      const instance = await begun(adHoc(listed), { steps: steps as Json });
      assert.deepEqual(instance.incidents.map(({ code }) => code), ['ad-hoc-steps']);
      assert.deepEqual(open(instance.retry({ steps: ['a'] })), ['a']);
    });
  }
  it('does one step at a time when it is sequential', async () => assert.deepEqual((await begun(adHoc(listed, '', 'ordering="Sequential"'), { steps: ['a', 'b'] })).incidents.map(({ code }) => code), ['ad-hoc-steps']));
});

it('What an error of Camunda 8 brings is data of who catches it, or what is mapped of it', async () => {
  for (const [extension, data] of [['<zeebe:properties/>', { why: 'late', more: 1 }], ['<zeebe:ioMapping><zeebe:output source="=why" target="reason"/></zeebe:ioMapping>', { reason: 'late' }]] as const) {
    const work = '<serviceTask id="x"><extensionElements><zeebe:taskDefinition type="t"/></extensionElements></serviceTask>';
    const boundary = `<startEvent id="s"/>${work}<boundaryEvent id="b" attachedToRef="x"><extensionElements>${extension}</extensionElements><errorEventDefinition errorRef="E"/></boundaryEvent><userTask id="u"/>${flows('s -> x; b -> u')}`;
    const around = `<startEvent id="s"/><subProcess id="y"><startEvent id="ys"/>${work}${flows('ys -> x')}</subProcess><boundaryEvent id="b" attachedToRef="y"><extensionElements>${extension}</extensionElements><errorEventDefinition/></boundaryEvent><userTask id="u"/>${flows('s -> y; b -> u')}`;
    const handler = `<startEvent id="s"/>${work}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><extensionElements>${extension}</extensionElements><errorEventDefinition errorRef="E"/></startEvent><userTask id="u"/>${flows('hs -> u')}</subProcess>${flows('s -> x')}`;
    for (const [what, body] of Object.entries({ boundary, around, handler })) {
      const instance = new Bench(await compiled(drawn(body, '<error id="E" errorCode="BAD"/>')), { at }).start().fail('x', 'BAD', { why: 'late', more: 1 });
      assert.deepEqual([instance.incidents, instance.data, instance.tasks.map(({ element }) => element)], [[], data, ['u']], `${what} ${extension}`);
      assertSound(instance, {});
    }
  }
});

it('The message of an error of Camunda 7 is told where an end event throws it', async () => {
  const errors = '<error id="E" errorCode="BAD" camunda:errorMessage="no good"/><error id="F" errorCode="WORSE" camunda:errorMessage="worse: ${n}"/><error id="G" errorCode="MUTE"/>';
  const thrown = (caught: string, error: string): string => drawn(`<startEvent id="s"/><subProcess id="x"><startEvent id="is"/><endEvent id="ie"><errorEventDefinition errorRef="${error}"/></endEvent>${flows('is -> ie')}</subProcess><boundaryEvent id="b" attachedToRef="x"><errorEventDefinition ${caught} camunda:errorMessageVariable="m"/></boundaryEvent><userTask id="u"/>${flows('s -> x; b -> u')}`, errors);
  for (const [caught, error, message] of [['errorRef="E"', 'E', 'no good'], ['', 'E', 'no good'], ['', 'F', 'worse: 7'], ['', 'G', null], ['errorRef="G"', 'G', null]] as const) {
    const instance = new Bench(await compiled(thrown(caught, error)), { at }).start({ data: { n: 7 } });
    assert.deepEqual([instance.incidents, instance.data['m']], [[], message], `${caught} ${error}`);
  }
  const told = new Bench(await compiled(drawn(`<startEvent id="s"/><serviceTask id="x" camunda:type="external" camunda:topic="t"/><boundaryEvent id="b" attachedToRef="x"><errorEventDefinition errorRef="E" camunda:errorMessageVariable="m"/></boundaryEvent><userTask id="u"/>${flows('s -> x; b -> u')}`, errors)), { at, services: { t: () => { throw new ServiceError('BAD', 'it rained'); } } }).start();
  assert.equal(told.data['m'], 'it rained', 'what work says of its error comes first');
});

/** Parts of extension elements, read with the whole that holds them. */
const parts = new Set([
  'camunda:InOutBinding', 'camunda:InputOutputParameter', 'camunda:InputOutputParameterDefinition', 'camunda:InputParameter', 'camunda:OutputParameter', 'camunda:List', 'camunda:Map',
  'camunda:Entry', 'camunda:Value', 'camunda:Script', 'camunda:Property', 'camunda:FormField', 'camunda:Validation', 'camunda:Constraint', 'zeebe:InputOutputParameter', 'zeebe:Input',
  'zeebe:Output', 'zeebe:Header', 'zeebe:LinkedResource', 'zeebe:Property', 'zeebe:ExecutionListener', 'zeebe:TaskListener', 'zeebe:BindingTypeSupported', 'zeebe:ConfigurationSupported',
]);

it('Everything that Camunda 7 and 8 can say is read or judged', () => {
  const missing = [...foreignVocabulary.attributes.filter((name) => !Object.hasOwn(camunda7Attributes, name) && !Object.hasOwn(camunda8Attributes, name)),
    ...foreignVocabulary.elements.filter((name) => !parts.has(name) && !Object.hasOwn(camunda7Extensions, name) && !Object.hasOwn(camunda8Extensions, name))];
  assert.deepEqual(missing, []);
  assert.ok(foreignVocabulary.attributes.length > 50 && foreignVocabulary.elements.length > 40);
});

describe('What is fixed may be written as FEEL', () => {
  const groups: Readonly<Record<string, readonly string[]>> = {
    'billing, clerks': ['billing', 'clerks'], '="billing"': ['billing'], '=["billing", "clerks"]': ['billing', 'clerks'], '= [ "billing" ]': ['billing'],
  };
  for (const [written, read] of Object.entries(groups))
    it(`groups ${written}`, async () => {
      const reading = await readBpmn(around(`<userTask id="x"><extensionElements><zeebe:assignmentDefinition candidateGroups='${written}'/></extensionElements></userTask>`));
      assert.ok('definition' in reading, JSON.stringify(reading));
      assert.deepEqual(reading.definition.nodes['x']!.step?.candidates, read);
    });
});

it('The name of a message may be written as FEEL that is a text', async () => {
  const reading = await readBpmn(drawn('<receiveTask id="x" messageRef="M"/>', '<message id="M" name="=&quot;paid&quot;"/>'));
  assert.ok('definition' in reading, JSON.stringify(reading));
  new Bench(reading.definition).start().message('paid');
});

const conditional = (attributes: string, extension = '', condition = '${x > 3}'): string =>
  `<startEvent id="s"/><intermediateCatchEvent id="w"><conditionalEventDefinition ${attributes}>${extension}<condition>${condition.replace('>', '&gt;')}</condition></conditionalEventDefinition></intermediateCatchEvent><endEvent id="e"/>${flows('s -> w -> e')}`;

describe('A condition that is asked when some data change is asked whenever data change, where that is the same:', () => {
  const filter = (attributes: string): string => `<extensionElements><zeebe:conditionalFilter ${attributes}/></extensionElements>`;
  const same: Readonly<Record<string, string>> = {
    'the one it reads': conditional('camunda:variableName="x"'),
    'the one it reads, new or not': conditional('camunda:variableName="x" camunda:variableEvents="create, update"'),
    'and also when they go, which they never do': conditional('camunda:variableEvents="create, update, delete"'),
    'more than it reads': conditional('', filter('variableNames="y, x"'), '=x > 3'),
    'all that it reads, new or not': conditional('', filter('variableNames="x" variableEvents="update,create"'), '=x.of > 3'),
  };
  for (const [what, body] of Object.entries(same)) it(what, async () => {
    const reading = await readBpmn(drawn(body));
    assert.deepEqual('problems' in reading ? reading.problems : reading.warnings, []);
  });
});

describe('What has no meaning here is reported', () => {
  const table: Readonly<Record<string, readonly [xml: string, ...found: string[]]>> = {
    'a Java class': [around('<serviceTask id="x" camunda:class="com.acme.Pay"/>'), 'error foreign-code x'],
    'a delegate expression': [around('<serviceTask id="x" camunda:delegateExpression="${pay}"/>'), 'error foreign-code x'],
    'a bean that is called': [around('<serviceTask id="x" camunda:expression="${pay.now(execution)}"/>'), 'error expression-language x'],
    'a built-in mail task': [around('<serviceTask id="x" camunda:type="mail"/>'), 'error foreign-code x'],
    'an execution listener': [extended('task', '<camunda:executionListener class="com.acme.Log" event="start"/>'), 'error foreign-code x'],
    'a task listener': [extended('userTask', '<camunda:taskListener expression="${task.setName(1)}" event="create"/>'), 'error foreign-code x'],
    'a listener of Camunda 8': [extended('task', '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="log"/></zeebe:executionListeners>'), 'error foreign-code x'],
    'a script in Groovy': [around('<scriptTask id="x" scriptFormat="groovy"><script>1</script></scriptTask>'), 'error script-language x'],
    'a script in another file': [around('<scriptTask id="x" scriptFormat="javascript" camunda:resource="a.js"/>'), 'error foreign-code x', 'error script-language x'],
    'an input by a script in JavaScript': [extended('serviceTask', '<camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="javascript">1</camunda:script></camunda:inputParameter></camunda:inputOutput>', 'camunda:type="external" camunda:topic="t"'), 'error foreign-code x'],
    'an input that asks the execution for its id': [extended('serviceTask', '<camunda:inputOutput><camunda:inputParameter name="a">${execution.id}</camunda:inputParameter></camunda:inputOutput>', 'camunda:type="external" camunda:topic="t"'), 'error expression-language x'],
    'an error thrown by an expression on a task': [extended('serviceTask', '<camunda:errorEventDefinition id="d" expression="${true}"/>', 'camunda:type="external" camunda:topic="t"'), 'error foreign-code x', 'warning foreign-inputs x'],
    'all variables with a signal': [drawn(`<startEvent id="s"/><endEvent id="e"><signalEventDefinition signalRef="S"><extensionElements><camunda:in variables="all"/></extensionElements></signalEventDefinition></endEvent>${flows('s -> e')}`, '<signal id="S" name="S"/>'), 'error foreign-mapping e'],
    'work that is said at a definition which events share': [drawn(`<startEvent id="s"/><intermediateThrowEvent id="x"><eventDefinitionRef>Sh</eventDefinitionRef></intermediateThrowEvent><endEvent id="e"/>${flows('s -> x -> e')}`, '<message id="M" name="m"/><messageEventDefinition id="Sh" messageRef="M" camunda:type="external" camunda:topic="mail"/>'), 'error foreign-mapping Sh', 'error foreign-mapping Sh'],
    'data that are mapped at a definition which events share': [drawn(`<startEvent id="s"/><intermediateThrowEvent id="x"><eventDefinitionRef>Sh</eventDefinitionRef></intermediateThrowEvent><endEvent id="e"/>${flows('s -> x -> e')}`, '<signal id="S" name="m"/><signalEventDefinition id="Sh" signalRef="S"><extensionElements><camunda:in source="a" target="b"/></extensionElements></signalEventDefinition>'), 'error foreign-mapping Sh'],
    'a called process without a source': [drawn(`<callActivity id="x" calledElement="q"><extensionElements><camunda:in target="a"/></extensionElements></callActivity>`, '<process id="q"><task id="qt"/></process>'), 'error foreign-mapping x'],
    'a condition that is asked only when a value is new': [drawn(conditional('camunda:variableEvents="create"')), 'error foreign-condition w'],
    'a condition that is asked only when a value changes': [drawn(conditional('camunda:variableEvents="update"')), 'error foreign-condition w'],
    'a condition that is asked only when another value changes than it reads': [drawn(conditional('camunda:variableName="y"')), 'error foreign-condition w'],
    'a condition with a filter of Camunda 8 on changes': [drawn(conditional('', '<extensionElements><zeebe:conditionalFilter variableNames="x" variableEvents="update"/></extensionElements>', '=x > 3')), 'error foreign-condition w'],
    'a condition with a filter of Camunda 8 on names': [drawn(conditional('', '<extensionElements><zeebe:conditionalFilter variableNames="z, y"/></extensionElements>', '=x > 3')), 'error foreign-condition w'],
    'a topic that changes': [around('<serviceTask id="x" camunda:type="external" camunda:topic="${topic}"/>'), 'error foreign-dynamic x'],
    'groups that change in Camunda 8': [extended('userTask', '<zeebe:assignmentDefinition candidateGroups="=[group]"/>'), 'error foreign-dynamic x'],
    'groups that change': [around('<userTask id="x" camunda:candidateGroups="${groups}"/>'), 'error foreign-dynamic x'],
    'a signal whose name is computed': [drawn(`<startEvent id="s"/><endEvent id="e"><signalEventDefinition signalRef="S"/></endEvent>${flows('s -> e')}`, '<signal id="S" name="alarm-${id}"/>'), 'error foreign-dynamic S'],
    'a message of Camunda 8 whose name is computed': [drawn('<receiveTask id="x" messageRef="M"/>', '<message id="M" name="=&quot;paid-&quot; + id"/>'), 'error foreign-dynamic M'],
    'an error whose code is computed': [drawn(`<startEvent id="s"/><endEvent id="e"><errorEventDefinition errorRef="E"/></endEvent>${flows('s -> e')}`, '<error id="E" errorCode="=code"/>'), 'error foreign-dynamic E'],
    'an escalation whose code is computed': [drawn(`<startEvent id="s"/><endEvent id="e"><escalationEventDefinition escalationRef="E"/></endEvent>${flows('s -> e')}`, '<escalation id="E" escalationCode="#{code}"/>'), 'error foreign-dynamic E'],
    'a step whose name is computed': [around('<userTask id="x" name="Approve ${order.id}"/>'), 'warning foreign-decoration x'],
    'a due date that is none': [around('<userTask id="x" camunda:dueDate="soon"/>'), 'error due-date x'],
    'a mapping to what is no name': [extended('serviceTask', '<zeebe:ioMapping><zeebe:input source="=1" target="a-b"/></zeebe:ioMapping>'), 'error foreign-mapping x'],
    'what the steps of an ad-hoc sub-process leave, gathered': [around('<adHocSubProcess id="x"><extensionElements><zeebe:adHoc outputCollection="all" outputElement="=a"/></extensionElements><task id="t"/></adHocSubProcess>'), 'error foreign-mapping x'],
    'a collection that needs code, once': [around('<userTask id="x"><multiInstanceLoopCharacteristics camunda:collection="${service.all()}" camunda:elementVariable="one"/></userTask>'), 'error expression-language x'],
    'a decision by its tag': [around('<businessRuleTask id="x" camunda:decisionRef="d" camunda:mapDecisionResult="singleEntry" camunda:decisionRefBinding="versionTag" camunda:decisionRefVersionTag="v1"/>'), 'warning foreign-decoration x', 'warning foreign-decoration x'],
    'names that are computed, but that nothing uses': [drawn('<task id="x"/>', '<message id="M" name="paid-${id}"/><signal id="S" name="=a"/><error id="E" errorCode="=code"/><escalation id="C" escalationCode="=code"/>')],
    'an attribute that Camunda does not have': [around('<task id="x" camunda:colour="red"/>'), 'error unknown-attribute x'],
    'fields without a form': [extended('userTask', '<camunda:formData><camunda:formField id="amount" type="long"/></camunda:formData>'), 'warning foreign-form x'],
    'decoration, once for all that have it': [drawn(`<userTask id="a" camunda:priority="1"/><userTask id="b" camunda:priority="2"/>`), 'warning foreign-decoration a'],
    'nothing of asynchronous marks, because every wait is durable': [around('<userTask id="x" camunda:asyncBefore="true" camunda:asyncAfter="true" camunda:exclusive="false"/>')],
    'a form on a start event, which begins nothing here': [drawn(`<startEvent id="s" camunda:formKey="embedded:app:start.html"/><task id="a"/>${flows('s -> a')}`), 'warning foreign-decoration s'],
    'a form of Camunda 8 on a start event': [drawn(`<startEvent id="s"><extensionElements><zeebe:formDefinition formId="start"/></extensionElements></startEvent><task id="a"/>${flows('s -> a')}`), 'warning foreign-decoration s'],
    'what is said of people where nobody works': [around('<serviceTask id="x" camunda:type="external" camunda:topic="t" camunda:assignee="an" camunda:candidateGroups="clerks" camunda:dueDate="P1D"/>'), 'warning foreign-decoration x', 'warning foreign-decoration x', 'warning foreign-decoration x', 'warning foreign-inputs x'],
    'work that is handed nothing, once for all that have it': [drawn('<serviceTask id="a" camunda:type="external" camunda:topic="t"/><serviceTask id="b" camunda:type="external" camunda:topic="t"/>'), 'warning foreign-inputs a'],
  };
  for (const [name, [xml, ...found]] of Object.entries(table)) {
    it(name, async () => {
      const reading = await readBpmn(xml);
      const problems = 'problems' in reading ? reading.problems : reading.warnings;
      assert.deepEqual(problems.map(({ rule, severity, element }) => `${severity} ${rule} ${element}`).toSorted(), found.toSorted());
      for (const { message } of problems) assert.match(message, /^expected .*, but /s);
    });
  }

  it('code can be tried out as a sketch', async () => {
    const reading = await readBpmn(around('<serviceTask id="x" camunda:class="com.acme.Pay"/>'), { sketch: true });
    assert.ok('definition' in reading);
    assert.deepEqual(new Bench(reading.definition).start().tasks.map(({ element }) => element), ['x']);
  });
});
