import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { Data } from '../engine/state.ts';
import { answerGuide, competenceOf, feeOf, timeLimitOf } from './decide.ts';
import { filingFacts } from './filing-facts.ts';
import { readFolder } from './folder.ts';
import { loadPackage } from './load.ts';
import type { LoadedProcedure } from './loaded.ts';

const at = '2026-11-20T03:00:00Z';

describe('what a citizen is told before and while filing', () => {
  let loaded: LoadedProcedure;
  before(async () => {
    const loading = await loadPackage(await readFolder(fileURLToPath(new URL('construction-permit-house', import.meta.url))));
    assert.ok('package' in loading, JSON.stringify(loading));
    loaded = loading.package;
  });

  const house = { work: 'new', storeys: 3, totalFloor: 180, zone: 'no', heritage: false };
  const guide: readonly (readonly [string, Data, string])[] = [
    ['a small house outside the zones', house, 'exempt'],
    ['a small house in a zone', { ...house, zone: 'yes' }, 'permit'],
    ['seven storeys', { ...house, storeys: 7 }, 'permit'],
    ['six storeys', { ...house, storeys: 6 }, 'exempt'],
    ['500 m² of floor', { ...house, totalFloor: 500 }, 'permit'],
    ['just under 500 m²', { ...house, totalFloor: 499.99 }, 'exempt'],
    ['a small house, zone not known', { ...house, zone: 'unknown' }, 'ask'],
    ['seven storeys, zone not known', { ...house, storeys: 7, zone: 'unknown' }, 'permit'],
    ['a small house in a heritage area', { ...house, heritage: true }, 'ask'],
    ['a change to the structure, in a zone', { ...house, work: 'change', zone: 'yes' }, 'permit'],
    ['only repairs inside', { work: 'inside' }, 'exempt'],
  ];
  for (const [who, answers, outcome] of guide) {
    it(`${who}: ${outcome}`, () => {
      const answer = answerGuide(loaded, answers, at);
      assert.ok('outcome' in answer, JSON.stringify(answer));
      assert.equal(answer.outcome, outcome);
      assert.equal(answer.rules.length, 1);
      assert.ok(answer.reason.vi && answer.reason.en && answer.legalBasis.length === 1);
    });
  }

  const filed = (application: Data, more: Data = {}): Data => ({ application, filing: filingFacts(at, 'online'), ...more });

  it('a new house costs 75,000 đồng, and nothing when the fee is waived', () => {
    const fee = feeOf(loaded, filed({ permitKind: 'new' }), at);
    assert.ok('lines' in fee);
    assert.equal(fee.total, 75_000);
    assert.deepEqual(fee.lines.map(({ name, legalBasis }) => [name.vi, legalBasis[0]?.number]), [['Lệ phí cấp giấy phép xây dựng nhà ở riêng lẻ', '124/2016/NQ-HĐND']]);
    const waived = feeOf(loaded, filed({ permitKind: 'new' }, { reception: { feeWaived: true, feeWaiverReason: 'Hộ nghèo' } }), at);
    assert.deepEqual('lines' in waived && [waived.total, waived.waived], [0, 'Hộ nghèo']);
  });

  const limits: readonly (readonly [string, string, readonly string[]])[] = [
    ['new', '7 working days', []], ['relocation', '7 working days', []], ['repair', '9 working days', ['adjust-time']], ['extend', '5 working days', []],
    ['adjust', '9 working days', ['adjust-time']],
  ];
  for (const [permitKind, limit, flagged] of limits) {
    it(`${permitKind} takes ${limit}${flagged.length > 0 ? ', and says that sources disagree' : ''}`, () => {
      const answer = timeLimitOf(loaded, filed({ permitKind }), at);
      assert.ok('limit' in answer);
      assert.equal(answer.limit, limit);
      const conflicts = answer.conflicts.map(({ id }) => id);
      assert.ok(flagged.every((id) => conflicts.includes(id)));
      assert.equal(conflicts.includes('adjust-time'), flagged.includes('adjust-time'));
    });
  }

  it('the commune decides houses up to grade III, the department from grade II', () => {
    const unitKind = (grade: string) => {
      const answer = competenceOf(loaded, filed({ permitKind: 'new', work: { grade } }), at);
      return 'unitKind' in answer && answer.unitKind;
    };
    assert.deepEqual(['IV', 'III', 'II', 'I', 'special'].map(unitKind), ['commune', 'commune', 'construction-department', 'construction-department', 'construction-department']);
  });
});
