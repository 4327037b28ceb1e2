import { strict as assert } from 'node:assert';
import type { Data } from '../../engine/state.ts';
import type { Procedure } from '../procedure.ts';
import { letterOf, templateFor } from './variant.ts';

const rule = { source: 'Made up', mark: 'design' } as const;
const letters = {
  permit: {
    name: { vi: 'Giấy phép', en: 'Permit' }, ...rule,
    variants: [{ template: 'permit-repair', when: 'kind = "repair"', ...rule }, { template: 'permit-2027', from: '2027-01-01', to: '2027-12-31', ...rule }],
  },
  refusal: { name: { vi: 'Từ chối', en: 'Refusal' }, ...rule },
} satisfies Procedure['letters'];

describe('a letter with variants', () => {
  const cases: readonly (readonly [what: string, letter: string, application: Data, at: string, template: string])[] = [
    ['its own template where no variant fits', 'permit', { kind: 'new' }, '2026-11-19T02:00:00Z', 'permit'],
    ['the variant of its sort of dossier', 'permit', { kind: 'repair' }, '2026-11-19T02:00:00Z', 'permit-repair'],
    ['the first that fits', 'permit', { kind: 'repair' }, '2027-06-01T02:00:00Z', 'permit-repair'],
    ['the form of a year from its first moment at the office', 'permit', { kind: 'new' }, '2026-12-31T17:00:00Z', 'permit-2027'],
    ['the form of a year to its last moment at the office', 'permit', { kind: 'new' }, '2027-12-31T16:59:00Z', 'permit-2027'],
    ['the former again, once that ends', 'permit', { kind: 'new' }, '2027-12-31T17:00:00Z', 'permit'],
    ['its own where nobody answered what the variant asks', 'permit', {}, '2026-11-19T02:00:00Z', 'permit'],
    ['its own where it has none', 'refusal', { kind: 'repair' }, '2026-11-19T02:00:00Z', 'refusal'],
    ['its own where procedure.json does not list it', 'note', {}, '2026-11-19T02:00:00Z', 'note'],
  ];
  for (const [what, letter, application, at, template] of cases) it(`is set by ${what}`, () => assert.equal(templateFor({ letters }, letter, application, at), template));
  it('is known by each of its templates', () => assert.deepEqual(['permit-repair', 'permit', 'note'].map((template) => letterOf({ letters }, template)), ['permit', 'permit', 'note']));
});
