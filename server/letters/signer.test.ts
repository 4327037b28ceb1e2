import { strict as assert } from 'node:assert';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleUnits, ward } from '../seed/units.ts';
import { capacityOf, isSigning } from './signer.ts';

const unit = sampleUnits.find(({ id }) => id === ward)!;

describe('the lines above a signature', () => {
  const lines: readonly (readonly [answer: Record<string, string> | undefined, title: string | null])[] = [
    [{ capacity: 'TM' }, 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'],
    [{ capacity: 'TP' }, 'TRƯỞNG PHÒNG'],
    [{ capacity: 'KTGD' }, 'KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC'],
    [{ capacity: 'TL' }, 'TL. CHỦ TỊCH\nTRƯỞNG PHÒNG'],
    [{ capacity: 'Q' }, 'Q. CHỦ TỊCH'],
    [undefined, 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH'],
    [{ capacity: 'nobody' }, null],
  ];
  for (const [answer, title] of lines) {
    it(`are ${JSON.stringify(title)} for ${answer?.['capacity'] ?? 'who was not asked'}`, () => assert.equal(capacityOf(unit, answer === undefined ? {} : { sign: answer }, '2026-11-23T02:00:00Z'), title));
  }

  it('are known for every capacity that a shipped form offers, and begin with the letters of the rule', () => {
    const root = join(import.meta.dirname, '../..');
    const offered = new Set(globSync('{procedures,designer/templates}/*/forms/*.json', { cwd: root }).flatMap((file) => {
      const { schema } = JSON.parse(readFileSync(join(root, file), 'utf8')) as { readonly schema: { readonly properties: Readonly<Record<string, { readonly enum?: readonly string[] }>> } };
      return schema.properties['capacity']?.enum ?? [];
    }));
    assert.ok(offered.size > 5);
    for (const capacity of offered) assert.match(capacityOf(unit, { sign: { capacity } }, '2026-11-23T02:00:00Z') ?? '', /^((TM|KT|TL|TUQ|Q)\. )?[\p{Lu} ]+/u, capacity);
  });

  it('stand over the name of whoever did the step of signing, also when a head of section signs', () => {
    assert.deepEqual([{ node: 'sign', role: 'section_head' }, { node: 'draft', role: 'handler' }, { node: 'approve', role: 'signer' }, { node: 'approve', role: 'deputy' }, { node: 'approve', role: 'surveyor' }].map(isSigning({ deputy: { name: { vi: 'Phó Chủ tịch', en: 'Deputy' }, like: 'signer' }, surveyor: { name: { vi: 'Đo đạc', en: 'Surveyor' }, like: 'handler' } })), [true, false, true, true, false]);
  });
});
