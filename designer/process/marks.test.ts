import assert from 'node:assert/strict';
import { gravenessOf } from './marks.ts';

const finding = (element: string, severity: 'error' | 'warning', file?: string) => ({ rule: 'x', message: 'x', element, severity, ...(file && { file }) });

describe('marks beside the elements', () => {
  it('count the worst kind only, and only what is about the process', () => {
    const marks = gravenessOf([finding('a', 'warning'), finding('a', 'error', 'process.bpmn'), finding('a', 'error'), finding('b', 'warning'), finding('b', 'warning'), finding('c', 'error', 'forms/c.json')], 'process.bpmn');
    assert.deepEqual([...marks], [['a', { rule: 'x', severity: 'error', count: 2 }], ['b', { rule: 'x', severity: 'warning', count: 2 }]]);
  });
});
