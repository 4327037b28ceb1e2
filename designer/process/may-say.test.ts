import assert from 'node:assert/strict';
import { standings, type StepAttribute } from '../../engine/bpmn/attribute-places.ts';
import { checkBpmn } from '../../engine/bpmn/read.ts';
import { modelOf, setText } from './editing.ts';
import { maySay } from './may-say.ts';
import { stepTexts, type StepText } from './step.ts';
import { headless } from './testing/headless.ts';

const values: Readonly<Partial<Record<StepText, string>>> = { clock: 'start', state: '4', timeLimit: '3 days', fourEyes: 'u', assignee: 'a', assignedRole: 'a' };
const roots = '<message id="M" name="m"/><signal id="S" name="s"/>';
const beside = (inside: string): string => `${roots}<process id="p"><startEvent id="s"/><userTask id="u"/><sequenceFlow id="f" sourceRef="s" targetRef="u"/>${inside}</process>`;

/** Each with the element "t". */
const drawings: Readonly<Record<string, string>> = {
  'a plain start': `${roots}<process id="p"><startEvent id="t"/><userTask id="u"/><sequenceFlow id="f" sourceRef="t" targetRef="u"/></process>`,
  'a start by a message': `${roots}<process id="p"><startEvent id="t"><messageEventDefinition messageRef="M"/></startEvent><userTask id="u"/><sequenceFlow id="f" sourceRef="t" targetRef="u"/></process>`,
  'a start by a timer': `${roots}<process id="p"><startEvent id="t"><timerEventDefinition><timeCycle>R/P1D</timeCycle></timerEventDefinition></startEvent><userTask id="u"/><sequenceFlow id="f" sourceRef="t" targetRef="u"/></process>`,
  'the start of a sub-process': beside('<subProcess id="x"><startEvent id="t"/></subProcess>'),
  'the start of an event sub-process': beside('<subProcess id="x" triggeredByEvent="true"><startEvent id="t"><signalEventDefinition signalRef="S"/></startEvent></subProcess>'),
  'a timer on an edge': beside('<boundaryEvent id="t" attachedToRef="u"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>'),
  'a signal on an edge': beside('<boundaryEvent id="t" attachedToRef="u"><signalEventDefinition signalRef="S"/></boundaryEvent>'),
  'an end that sends a message': beside('<endEvent id="t"><messageEventDefinition messageRef="M"/></endEvent>'),
  'a step of a person': beside('<userTask id="t"/>'),
  'steps as needed': beside('<adHocSubProcess id="t"><userTask id="i"/></adHocSubProcess>'),
  'a call': beside('<callActivity id="t" calledElement="q"/>').concat('<process id="q"><startEvent id="qs"/></process>'),
  'a choice': beside('<exclusiveGateway id="t"/><endEvent id="e"/><endEvent id="o"/><sequenceFlow id="g" sourceRef="u" targetRef="t"/><sequenceFlow id="h" sourceRef="t" targetRef="e"/><sequenceFlow id="i" sourceRef="t" targetRef="o"/>'),
};

describe('What the panel offers of an element', () => {
  const offered = stepTexts.filter((name): name is StepText & StepAttribute => Object.hasOwn(standings, name));
  for (const [what, draw] of Object.entries(drawings)) it(`is what the engine reads there: ${what}`, async () => {
    const found: string[] = [];
    for (const name of offered) {
      const { drawing, at, xml } = await headless(draw);
      const may = maySay(modelOf(at('t')), name);
      setText(drawing, at('t'), name, values[name] ?? 'x');
      const isRead = !(await checkBpmn(await xml())).some(({ rule, element }) => rule.startsWith('misplaced-') && element === 't');
      // work of a connector on what sends a message is read as other engines draw it; here it is a step of the machine
      if (name === 'connector' && what.includes('sends a message')) continue;
      if (may !== isRead) found.push(`${name} is ${may ? 'offered' : 'not offered'}`);
    }
    assert.deepEqual(found, []);
  });
});
