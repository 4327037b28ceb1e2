import { strict as assert } from 'node:assert';
import { sampleUnits, ward } from '../seed/units.ts';
import { capacityOf, isSigning } from './signer.ts';

const unit = sampleUnits.find(({ id }) => id === ward)!;

describe('the lines above a signature', () => {
  const lines: readonly (readonly [answer: Record<string, string> | undefined, title: string | null])[] = [
    [{ capacity: 'TM' }, 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'],
    [{ capacity: 'TP' }, 'TRƯỞNG PHÒNG'],
    [{ capacity: 'KTGD' }, 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC'],
    [undefined, 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'],
    [{ capacity: 'nobody' }, null],
  ];
  for (const [answer, title] of lines) {
    it(`are ${JSON.stringify(title)} for ${answer?.['capacity'] ?? 'who was not asked'}`, () => assert.equal(capacityOf(unit, answer === undefined ? {} : { sign: answer }), title));
  }

  it('stand over the name of whoever did the step of signing, also when a head of section signs', () => {
    assert.deepEqual([{ node: 'sign', role: 'section_head' }, { node: 'draft', role: 'handler' }, { node: 'approve', role: 'signer' }].map(isSigning), [true, false, true]);
  });
});
