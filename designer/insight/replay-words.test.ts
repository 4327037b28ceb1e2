import { strict as assert } from 'node:assert';
import type { Replayed, ReplayDifference } from '../../server/api/history.ts';
import { words } from '../words.ts';
import { sentence, sums } from './replay-words.ts';

const named = (name: string) => ({ vi: name, en: name });
const said = (difference: ReplayDifference) => sentence(difference, words.text, 'vi');

describe('what real dossiers would have done otherwise, in words', () => {
  const cases: readonly (readonly [ReplayDifference, string])[] = [
    [{ what: 'path', after: named('Thẩm định'), gone: [named('Lấy ý kiến')], more: [named('Báo tin'), named('Báo tin')] }, 'sau “Thẩm định”: không còn qua “Lấy ý kiến”; qua thêm “Báo tin”'],
    [{ what: 'path', after: null, gone: [], more: [] }, 'theo thứ tự khác'],
    [{ what: 'papers', gone: [named('Bản vẽ móng')], more: [named('Bản vẽ điện')] }, 'không còn phải nộp “Bản vẽ móng”; phải nộp thêm “Bản vẽ điện”'],
    [{ what: 'letters', gone: [], more: [named('Phiếu kiểm soát')] }, 'phát hành thêm “Phiếu kiểm soát”'],
    [{ what: 'fee', before: 75_000, after: 90_000 }, '90.000 đ thay vì 75.000 đ: nhiều hơn 15.000 đ'],
    [{ what: 'fee', before: null, after: 90_000 }, '90.000 đ thay vì không có'],
    [{ what: 'due', before: '2026-12-01', after: '2026-12-03' }, '03/12/2026 thay vì 01/12/2026: muộn hơn 2 ngày'],
    [{ what: 'due', before: '2026-12-01', after: '2026-11-30' }, '30/11/2026 thay vì 01/12/2026: sớm hơn 1 ngày'],
    [{ what: 'verdict', before: 'late', after: 'on_time' }, 'đúng hạn thay vì trễ hạn'],
    [{ what: 'states', before: [1, 2], after: [1] }, 'Mới đăng ký thay vì Mới đăng ký → Được tiếp nhận'],
    [{ what: 'status', before: 'completed', after: 'active' }, 'đang chạy thay vì hoàn thành'],
  ];
  for (const [difference, told] of cases) it(`${difference.what}: ${told}`, () => assert.equal(said(difference), told));

  it('in sum: how many dossiers, which steps and papers how often, money added up, days by their direction', () => {
    const dossier = (differences: readonly ReplayDifference[], stops: Replayed['changed'][number]['stops'] = null): Replayed['changed'][number] => ({ code: 'H', stopped: null, stops, differences: [...differences] });
    const stop = { message: '', messageVi: '', at: named('Soát') };
    const told = sums([
      dossier([{ what: 'fee', before: 75_000, after: 90_000 }, { what: 'due', before: '2026-12-01', after: '2026-12-03' }, { what: 'path', after: null, gone: [], more: [named('Báo tin')] }]),
      dossier([{ what: 'fee', before: 75_000, after: 50_000 }, { what: 'due', before: '2026-12-01', after: '2026-11-30' }, { what: 'path', after: null, gone: [named('Lấy ý kiến')], more: [named('Báo tin')] }]),
      dossier([{ what: 'papers', gone: [], more: [named('Bản vẽ')] }], stop), dossier([], { ...stop, at: null }), dossier([], stop),
    ], words.text, 'vi');
    assert.deepEqual(told, [
      { what: 'stops', count: 3, told: 'ở “Soát” (2 hồ sơ); ngay khi nộp (1 hồ sơ)' },
      { what: 'path', count: 2, told: 'qua thêm “Báo tin” (2 hồ sơ); không còn qua “Lấy ý kiến” (1 hồ sơ)' },
      { what: 'papers', count: 1, told: 'phải nộp thêm “Bản vẽ” (1 hồ sơ)' },
      { what: 'fee', count: 2, told: '140.000 đ thay vì 150.000 đ: ít hơn 10.000 đ' },
      { what: 'due', count: 2, told: '1 hồ sơ muộn hơn, 1 hồ sơ sớm hơn; nhiều nhất 2 ngày' },
    ]);
  });
});
