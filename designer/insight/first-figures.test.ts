import assert from 'node:assert/strict';
import { readBpmn } from '../../engine/bpmn/read.ts';
import type { Definition } from '../../engine/definition.ts';
import { firstFigures } from './first-figures.ts';

const drawn = async (inner: string): Promise<Definition> => {
  const reading = await readBpmn(`<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="x"><process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/>${inner}</process></definitions>`);
  if ('problems' in reading) throw new Error(reading.problems[0]?.message);
  return reading.definition;
};
const name = (role: string) => ({ vi: role, en: role });
const roles = [{ role: 'applicant', name: name('applicant'), people: 0 }, { role: 'handler', name: name('handler'), people: 3 }, { role: 'signer', name: name('signer'), people: 0 }, { role: 'clerk', name: name('clerk'), people: 5 }];

describe('what a simulation supposes at first', () => {
  it('is asked of both versions: the first says what both have, and the other brings what only it has', async () => {
    const one = await drawn('<userTask id="a" motcua:role="handler" motcua:timeLimit="4 working hours"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/><endEvent id="e"/>');
    const other = await drawn('<userTask id="a" motcua:role="handler" motcua:timeLimit="8 working hours" default="no"/><sequenceFlow id="yes" sourceRef="a" targetRef="b"><conditionExpression>x</conditionExpression></sequenceFlow><sequenceFlow id="no" sourceRef="a" targetRef="e"/><userTask id="b" motcua:role="signer"/><sequenceFlow id="h" sourceRef="b" targetRef="e"/><endEvent id="e"/>');
    const history = { perDay: 3.26, ways: [{ flow: 'yes', count: 7 }] };
    assert.deepEqual(firstFigures([one, other], history, roles), { arrivals: 3.3, days: 60, staff: { handler: 3, signer: 1 }, steps: { a: 60, b: 30 }, ways: { yes: 7, no: 0 } });
    assert.deepEqual(firstFigures([one], { perDay: 0, ways: [] }, roles), { arrivals: 2, days: 60, staff: { handler: 3 }, steps: { a: 60 }, ways: {} });
  });
});
