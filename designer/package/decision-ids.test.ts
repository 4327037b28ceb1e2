import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { decisionIds } from './decision-ids.ts';

describe('the decisions a step may name', () => {
  it('are those of the file, with the file in front', () => {
    const text = readFileSync(new URL('../../procedures/construction-permit-house/decisions/fee.dmn', import.meta.url), 'utf8');
    const ids = decisionIds('decisions/fee.dmn', text);
    assert.ok(ids.includes('fee#fee'));
    assert.ok(ids.every((id) => id.startsWith('fee#')));
  });
  it('are none where there is no decision', () => assert.deepEqual(decisionIds('decisions/x.dmn', '<definitions><decisionTable id="t"/></definitions>'), []));
});
