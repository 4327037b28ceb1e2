import assert from 'node:assert/strict';
import { meanwhile } from './merge.ts';

describe('what somebody else saved meanwhile', () => {
  const before = { 'process.bpmn': '1', 'forms/a.json': '2', 'forms/b.json': '3' };
  const cases: [string, Record<string, string>, string[], string[], string[]][] = [
    ['nothing', before, ['process.bpmn'], [], []],
    ['another file: both can stand', { ...before, 'forms/a.json': '9' }, ['process.bpmn'], ['forms/a.json'], []],
    ['the same file: one must give way', { ...before, 'process.bpmn': '9' }, ['process.bpmn'], ['process.bpmn'], ['process.bpmn']],
    ['a file was added and one taken away', { 'process.bpmn': '1', 'forms/a.json': '2', 'forms/c.json': '5' }, ['forms/b.json'], ['forms/b.json', 'forms/c.json'], ['forms/b.json']],
  ];
  for (const [name, current, edited, theirs, both] of cases) it(name, () => assert.deepEqual(meanwhile(before, current, edited), { theirs, both }));
});
