import assert from 'node:assert/strict';
import { noStock, procedureSteps, type Pattern, type Piece } from './procedure-steps.ts';

const pauses = (pattern: Pattern): readonly (readonly [string | undefined, string | undefined])[] =>
  pattern.pieces.filter(({ texts }: Piece) => texts?.clock?.startsWith('pause:')).map(({ texts }: Piece) => [texts?.clock, texts?.state] as const);

describe('Steps of procedures ready to be dropped', () => {
  it('stop the clock while the applicant completes the dossier or pays, in the national states 5 and 6', () => {
    assert.deepEqual(pauses(procedureSteps.supplement()), [['pause:supplement', '5']]);
    assert.deepEqual(pauses(procedureSteps.fee({ ...noStock, feeDecision: '' })), [['pause:payment', '6']]);
    assert.deepEqual(pauses(procedureSteps.fee({ ...noStock, feeDecision: 'fee#fee' })), [['pause:payment', '6']]);
  });

  it('let it run while other agencies are consulted', () => assert.deepEqual(pauses(procedureSteps.consult()), []));
});
