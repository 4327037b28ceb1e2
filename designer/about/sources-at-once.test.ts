import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Procedure } from '../../procedures/procedure.ts';
import { sourcedBy, writtenLaws } from './sources-at-once.ts';

const blank = JSON.parse(readFileSync(new URL('../templates/blank/procedure.json', import.meta.url), 'utf8')) as Procedure;
const law = { ...blank.legalBasis[0]!, number: '12/2026/QĐ-UBND', title: { vi: 'Quyết định mẫu', en: 'Sample decision' }, source: 'Công báo' };
const templates = (procedure: Procedure): number => JSON.stringify(procedure).split('Mẫu để bắt đầu').length - 1;

describe('The source of all that a template left open', () => {
  it('is one law that is written, at once; what has a source of its own keeps it', () => {
    const written = { ...blank, legalBasis: [law] };
    assert.ok(templates(written) > 4);
    const sourced = sourcedBy(written, law);
    assert.equal(templates(sourced), 0);
    assert.equal(sourced.timeLimit[0]!.source, '12/2026/QĐ-UBND');
    assert.equal(sourced.legalBasis[0]!.source, 'Công báo');
    assert.deepEqual(sourced.sheet, written.sheet);
  });

  it('is none while no law is written', () => {
    assert.deepEqual(writtenLaws(blank), []);
    assert.deepEqual(writtenLaws({ ...blank, legalBasis: [law, { ...law, number: ' ' }] }), [law]);
  });
});
