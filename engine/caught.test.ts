import assert from 'node:assert/strict';
import { caughtErrors, type Caught } from './caught.ts';
import { compiled } from './testing/compiled.ts';
import { diagram, flows } from './testing/diagram.ts';

const error = (code?: string): string => (code === undefined ? '<errorEventDefinition/>' : `<errorEventDefinition errorRef="${code}"/>`);
const boundary = (host: string, event: string): string => `<boundaryEvent id="at-${host}" attachedToRef="${host}">${event}</boundaryEvent><endEvent id="after-${host}"/>${flows(`at-${host} -> after-${host}`)}`;
const handler = (event: string): string => `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs">${event}</startEvent><endEvent id="he"/>${flows('hs -> he')}</subProcess>`;
const outside = '<error id="FULL" errorCode="FULL"/><error id="LOST" errorCode="LOST"/>';
const task = '<serviceTask id="t"/>';
const within = (inside: string): string => `<subProcess id="sub">${inside}</subProcess>`;

const rows: Readonly<Record<string, readonly [body: string, caught: Caught]>> = {
  'none, when nothing catches': [task, { codes: [], any: false }],
  'one of its own boundary': [task + boundary('t', error('FULL')), { codes: ['FULL'], any: false }],
  'every one, when its boundary names no code': [task + boundary('t', error()), { codes: [], any: true }],
  'one of the sub-process around, and one of the event sub-process in it': [within(task + handler(error('LOST'))) + boundary('sub', error('FULL')), { codes: ['LOST', 'FULL'], any: false }],
  'one of an event sub-process of the process': [task + handler(error('FULL')), { codes: ['FULL'], any: false }],
  'none of a step beside it': [`${task}<serviceTask id="other"/>${boundary('other', error('FULL'))}`, { codes: [], any: false }],
  'none that is no error': [task + boundary('t', '<escalationEventDefinition/>'), { codes: [], any: false }],
};

describe('The errors that a step may answer are', () => {
  for (const [name, [body, caught]] of Object.entries(rows)) {
    it(name, async () => assert.deepEqual(caughtErrors(await compiled(diagram(body, outside)), 't'), caught));
  }

  it('those that the caller of its process catches', async () => {
    const definition = await compiled(diagram(`<callActivity id="c" calledElement="q"/>${boundary('c', error('FULL'))}`, `${outside}<process id="q">${task}</process>`));
    assert.deepEqual(caughtErrors(definition, 't'), { codes: ['FULL'], any: false });
  });
});
