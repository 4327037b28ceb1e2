import assert from 'node:assert/strict';
import { renamed } from './renamed.ts';
import type { Data } from './state.ts';
import { Bench } from './testing/bench.ts';
import { compiled } from './testing/compiled.ts';
import { diagram, flows } from './testing/diagram.ts';
import type { Instance } from './testing/instance.ts';

const outside = '<message id="M" name="paid"/><error id="E" errorCode="lost"/><signal id="S" name="flood"/>';
const other = (body: string): string => diagram(body, outside).replace('xmlns:motcua="urn:motcua:bpmn:1"', 'xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Platform"');
const boundary = (inside: string, attributes = '') => `<startEvent id="s"/><userTask id="t"/><boundaryEvent id="b" attachedToRef="t" ${attributes}>${inside}</boundaryEvent><userTask id="after"/>${flows('s -> t; b -> after')}`;
const either = '<messageEventDefinition messageRef="M"/><errorEventDefinition errorRef="E"/>';
const called = (attributes = '') => `<startEvent id="s"/><callActivity id="c" calledElement="q" ${attributes}/><userTask id="after"/>${flows('s -> c -> after')}`;

type Act = (instance: Instance, to: (id: string) => string) => void;

/** What is drawn, what happens to it, and the data in the end, under whatever ids it is drawn. */
const rows: Readonly<Record<string, readonly [xml: string, act: Act, data: Data]>> = {
  'the answer of a task': [diagram(`<startEvent id="s"/><userTask id="t"/><userTask id="after"/>${flows('s -> t -> after')}`), (instance, to) => instance.complete(to('t'), 1), { t: 1 }],
  'the answer of a task that names its result': [diagram(`<startEvent id="s"/><userTask id="t" motcua:result="r"/><userTask id="after"/>${flows('s -> t -> after')}`), (instance, to) => instance.complete(to('t'), 1), { r: 1 }],
  'what began the instance, which is no answer': [diagram(`<startEvent id="s"/><userTask id="t"/>${flows('s -> t')}`), () => undefined, {}],
  'what a message brings': [diagram(boundary('<messageEventDefinition messageRef="M"/>'), outside), (instance) => instance.message('paid', { data: 5 }), { b: 5 }],
  'nothing of an error that is told to no name': [diagram(boundary('<errorEventDefinition errorRef="E"/>'), outside), (instance, to) => instance.fail(to('t'), 'lost'), {}],
  'what a message brings to an event that catches an error too': [diagram(boundary(either), outside), (instance) => instance.message('paid', { data: 5 }), { b: 5 }],
  'nothing of the error that such an event catches': [diagram(boundary(either), outside), (instance, to) => instance.fail(to('t'), 'lost'), {}],
  'the error that such an event keeps by name': [diagram(boundary(either, 'motcua:result="why"'), outside), (instance, to) => instance.fail(to('t'), 'lost'), { why: { code: 'lost' } }],
  'what a signal brings to an event sub-process': [
    diagram(`<startEvent id="s"/><userTask id="t"/>${flows('s -> t')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><signalEventDefinition signalRef="S"/></startEvent><userTask id="u"/>${flows('hs -> u')}</subProcess>`, outside), (instance) => instance.signal('flood', 3), { hs: 3 },
  ],
  'the entries of an answer in a diagram drawn for another engine': [other(`<startEvent id="s"/><userTask id="t"/><userTask id="after"/>${flows('s -> t -> after')}`), (instance, to) => instance.complete(to('t'), { sum: 1 }), { sum: 1 }],
  'nothing of a called process that hands nothing back': [diagram(called(), `<process id="q"><userTask id="in"/></process>`), (instance, to) => instance.complete(to('in'), 1), {}],
  'all of a called process that hands all back': [diagram(called('motcua:result="r"'), `<process id="q"><userTask id="in"/></process>`), (instance, to) => instance.complete(to('in'), 1), { r: { in: 1 } }],
  'the list of what several instances answer': [
    diagram(`<startEvent id="s"/><userTask id="t"><multiInstanceLoopCharacteristics isSequential="true" motcua:outputCollection="all"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask><userTask id="after"/>${flows('s -> t -> after')}`),
    (instance, to) => instance.complete(to('t'), 1).complete(to('t'), 2), { t: 2, all: [1, 2] },
  ],
};

describe('A definition with other ids keeps', () => {
  for (const [what, [xml, act, data]] of Object.entries(rows)) it(what, async () => {
    const definition = await compiled(xml);
    const once = renamed(definition, (id) => `${id}_2`);
    const twice = renamed(once.definition, (id) => `x-${id}`);
    for (const [drawn, to] of [[definition, (id: string) => id], [once.definition, (id: string) => `${id}_2`], [twice.definition, (id: string) => `x-${id}_2`]] as const) {
      const instance = new Bench(drawn).start();
      act(instance, to);
      assert.deepEqual(instance.data, data);
    }
  });
});
