import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readForm } from './read-form.ts';

const whole = readFileSync(new URL('../../procedures/construction-permit-house/forms/reception.json', import.meta.url), 'utf8');

describe('reading a form that is being typed', () => {
  it('reads a whole one', () => assert.ok('form' in readForm(whole)));
  const cases: [string, string, 'json' | 'shape'][] = [
    ['an unfinished text is not JSON yet', whole.slice(0, 200), 'json'],
    ['nothing is not JSON', '', 'json'],
    ['a number is no form', '7', 'shape'],
    ['null is no form', 'null', 'shape'],
    ['an object without pages is no form', '{"schema":{}}', 'shape'],
    ['a reference to nothing cannot be shown', whole.replace('motcua:yes-no', 'motcua:nothing'), 'shape'],
  ];
  for (const [name, text, fault] of cases) it(name, () => {
    const reading = readForm(text);
    assert.equal('fault' in reading && reading.fault, fault);
  });
});
