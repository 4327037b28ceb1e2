import assert from 'node:assert/strict';
import type { Machine } from '../../engine/statechart/machine.ts';
import { letterIssued } from '../process/letter-issued.ts';
import { chartSteps } from './chart-lines.ts';
import { placesOf } from './places.ts';
import type { Chart } from './use-chart.ts';

const machine = { id: 'm', initial: 'tell', states: { tell: { invoke: { src: 'letter.issue', input: { number: '"1"' }, onDone: 'note' } }, note: { invoke: { src: 'notify', onDone: 'end' } }, end: { type: 'final' } } } as unknown as Machine;

describe('states as lines of the table of steps', () => {
  it('say which letter the machine issues, and take another', () => {
    let now = machine;
    const lines = () => chartSteps({ machine: now, places: placesOf(now), nameOf: (id: string) => id, change: (next: Machine) => { now = next; } } as unknown as Chart, { text: (key) => key });
    const issued = () => lines().map((line) => letterIssued(line));
    assert.deepEqual(issued().map((one) => one?.letter), ['', undefined]);
    issued()[0]!.choose('"receipt"');
    assert.deepEqual(issued()[0]!.letter, '"receipt"');
    issued()[0]!.choose('"refusal"');
    assert.deepEqual(lines()[0]!.inputs, [{ name: 'letter', text: '"refusal"' }, { name: 'number', text: '"1"' }]);
  });
});
