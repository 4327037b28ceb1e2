import assert from 'node:assert/strict';
import type { Data } from '../state.ts';
import { flows } from '../testing/diagram.ts';
import type { Instance } from '../testing/instance.ts';
import { caughtEverywhere } from '../testing/places.ts';
import { verify } from '../testing/table.ts';

const outside = '<message id="M" name="paid"/><message id="N" name="asked"/>';
const event = (ref = 'M') => `<messageEventDefinition messageRef="${ref}"/>`;
const key = (feel: string) => `<extensionElements><motcua:key name="code">${feel}</motcua:key></extensionElements>`;
const waits = (before = '', definition = event()) => `<startEvent id="s"/><intermediateCatchEvent id="w">${before}${definition}</intermediateCatchEvent><userTask id="after"/>${flows('s -> w -> after')}`;
const two = (first: string, second: string) => `<startEvent id="s"/><parallelGateway id="f"/><intermediateCatchEvent id="w1">${first}</intermediateCatchEvent><intermediateCatchEvent id="w2">${second}</intermediateCatchEvent><userTask id="a"/><userTask id="b"/>${flows('s -> f -> w1 -> a; f -> w2 -> b')}`;
const begins = (definition = event()) => `<startEvent id="s" motcua:result="order">${definition}</startEvent><userTask id="u"/>${flows('s -> u')}`;
const throws = (kind: 'intermediateThrowEvent' | 'endEvent', inside: string) => `<startEvent id="s"/><${kind} id="t">${inside}</${kind}>${kind === 'endEvent' ? flows('s -> t') : `<userTask id="after"/>${flows('s -> t -> after')}`}`;
const full = `<extensionElements><motcua:key name="code">code</motcua:key><motcua:input name="sum">2 * fee</motcua:input></extensionElements>${event()}`;
const shared = '<messageEventDefinition id="Shared" messageRef="M"/>';
const sharing = '<eventDefinitionRef>Shared</eventDefinitionRef>';
const between = (source: string, target: string) => `<collaboration id="c"><participant id="P" processRef="p"/><participant id="Q"${target === 'Q' ? '' : ' processRef="q"'}/><messageFlow id="mf" sourceRef="${source}" targetRef="${target}"/></collaboration>`;
const refuses = (name: string, keys: Data = {}) => (instance: Instance): void => {
  const answer = instance.offer({ type: 'message', name, keys });
  assert.equal('rejected' in answer && answer.rejected, 'no-message');
};

describe('A message event', () => {
  verify({
    ...caughtEverywhere({ event: event(), outside, happens: (instance) => instance.message('paid') }),
    'begins an instance, whose data it brings': { draw: begins(), outside, begin: (bench) => bench.message('paid', { data: { fee: 3 } }), tasks: ['u'], keeps: { fee: 3, order: { fee: 3 } } },
    'begins another instance each time': { draw: begins(), outside, begin: (bench) => bench.message('paid'), act: (_instance, bench) => {
      bench.message('paid');
      assert.equal(bench.instances.length, 2);
    } },
    'reaches who waits for it before it begins another instance': {
      draw: begins() + `<intermediateCatchEvent id="w">${event()}</intermediateCatchEvent><userTask id="after"/>${flows('u -> w -> after')}`, outside, begin: (bench) => bench.message('paid'),
      act: (instance, bench) => {
        instance.complete('u');
        bench.message('paid');
        assert.equal(bench.instances.length, 1);
      }, tasks: ['after'],
    },
    'is waited for by name': { draw: waits(), outside, act: refuses('asked'), tasks: [] },
    'is waited for by the values of its keys': { draw: waits(key('code')), outside, data: { code: 'K1' }, act: (instance) => instance.message('paid', { keys: { code: 'K1' } }), tasks: ['after'] },
    'with other values of its keys is for someone else': { draw: waits(key('code')), outside, data: { code: 'K1' }, act: refuses('paid', { code: 'K2' }), tasks: [] },
    'without its keys is for no one who asks for them': { draw: waits(key('code')), outside, data: { code: 'K1' }, act: refuses('paid'), tasks: [] },
    'with more keys than are asked for is for whoever waits': { draw: waits(key('code')), outside, data: { code: 'K1' }, act: (instance) => instance.message('paid', { keys: { code: 'K1', ward: 'W' } }), tasks: ['after'] },
    'tells a number from the text that looks like it': { draw: waits(key('code')), outside, data: { code: 1 }, act: refuses('paid', { code: '1' }), tasks: [] },
    'keeps to the keys as they were when it was reached': { draw: waits(key('code')), outside, data: { code: 'K1' }, act: (instance) => instance.change({ code: 'K2' }).message('paid', { keys: { code: 'K1' } }), tasks: ['after'] },
    'is not waited for while a key is not there': { draw: waits(key('code')), outside, incidents: [['missing-data', 'code']], tasks: [] },
    'is waited for once its key is there': { draw: waits(key('code')), outside, act: (instance) => instance.retry({ code: 'K1' }).message('paid', { keys: { code: 'K1' } }), tasks: ['after'] },
    'goes to one receiver alone, the one that has waited longest': { draw: two(event(), event()), outside, act: (instance) => instance.message('paid'), tasks: ['a'] },
    'goes to the other receiver next': { draw: two(event(), event()), outside, act: (instance) => instance.message('paid').message('paid'), tasks: ['a', 'b'] },
    'goes by its keys although another has waited longer': {
      draw: two(`<extensionElements><motcua:key name="code">1</motcua:key></extensionElements>${event()}`, `<extensionElements><motcua:key name="code">2</motcua:key></extensionElements>${event()}`),
      outside, act: (instance) => instance.message('paid', { keys: { code: 2 } }), tasks: ['b'],
    },
    'is heard each time where it does not interrupt': {
      draw: `<startEvent id="s"/><userTask id="work"/><boundaryEvent id="w" attachedToRef="work" cancelActivity="false">${event()}</boundaryEvent><userTask id="handled"/>${flows('s -> work; w -> handled')}`, outside,
      act: (instance) => instance.message('paid').message('paid'), tasks: ['work', 'handled', 'handled'],
    },
    'is not heard any more when its activity is done': {
      draw: `<startEvent id="s"/><userTask id="work"/><boundaryEvent id="w" attachedToRef="work">${event()}</boundaryEvent><userTask id="next"/>${flows('s -> work -> next')}`, outside,
      act: (instance) => refuses('paid')(instance.complete('work')), tasks: ['next'], effects: [{ type: 'message.subscribe', node: 'w' }, { type: 'message.unsubscribe', node: 'w' }],
    },
    'keeps what it brings under its result': { draw: waits().replace('id="w"', 'id="w" motcua:result="receipt"'), outside, act: (instance) => instance.message('paid', { data: { no: 7 } }), keeps: { receipt: { no: 7 } } },
    'that brings nothing leaves no data': { draw: waits(), outside, act: (instance) => instance.message('paid'), keeps: {} },
    'is sent on the way with its keys and inputs': { draw: throws('intermediateThrowEvent', full), outside, data: { code: 'K1', fee: 5 }, tasks: ['after'], effects: [{ type: 'message.send', node: 't', name: 'paid', keys: { code: 'K1' }, data: { sum: 10 } }] },
    'is sent at an end': { draw: throws('endEvent', full), outside, data: { code: 'K1', fee: 5 }, status: 'completed', effects: [{ type: 'message.send', node: 't', name: 'paid', keys: { code: 'K1' }, data: { sum: 10 } }] },
    'is not sent while a key is not there': { draw: throws('endEvent', full), outside, data: { fee: 5 }, incidents: [['missing-data', 'code']], status: 'active', effects: [] },
    'that no one waits for does not hold up its sender': { draw: throws('intermediateThrowEvent', event()), outside, tasks: ['after'], act: (_instance, bench) => assert.deepEqual(bench.undelivered.map(({ name }) => name), ['paid']) },
    'that was sent too early is there for who waits later': {
      draw: `<startEvent id="s"/><intermediateThrowEvent id="t">${event()}</intermediateThrowEvent><userTask id="u"/><intermediateCatchEvent id="w">${event()}</intermediateCatchEvent><userTask id="after"/>${flows('s -> t -> u -> w -> after')}`,
      outside, act: (instance) => instance.complete('u'), tasks: ['after'],
    },
    'may be named by the operation that takes it': {
      draw: waits('', '<messageEventDefinition><operationRef>op</operationRef></messageEventDefinition>'), outside: `${outside}<interface id="i" name="desk"><operation id="op" name="pay"><inMessageRef>M</inMessageRef></operation></interface>`,
      act: (instance) => instance.message('paid'), tasks: ['after'],
    },
    'that it shares with others is sent once, though a message flow leaves it too': {
      draw: throws('intermediateThrowEvent', sharing), outside: `${outside}${shared}${between('t', 'Q')}`, tasks: ['after'], effects: [{ type: 'message.send', node: 't', name: 'paid' }],
    },
    'that only its receiver names, by what it shares with others, is sent by that name': {
      draw: throws('endEvent', '<messageEventDefinition/>'), outside: `${outside}${shared}<process id="q"><startEvent id="w">${sharing}</startEvent></process>${between('t', 'w')}`,
      effects: [{ type: 'message.send', node: 't', name: 'paid' }],
    },
    'that it shares with others may be sent by a connector': {
      draw: throws('intermediateThrowEvent', sharing).replace('id="t"', 'id="t" motcua:connector="mail.send"'), outside: `${outside}${shared}`, effects: [{ type: 'job.request', node: 't', connector: 'mail.send' }],
    },
    'without a name listens to its own id': { draw: waits('', '<messageEventDefinition/>'), act: (instance) => instance.message('w'), tasks: ['after'] },
  });
});
