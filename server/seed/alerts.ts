import { fixed } from '../planning/geometry.ts';
import type { Services } from '../services.ts';
import { begin, done, type OfficeStory } from './office.ts';
import { ward } from './units.ts';

const centre = 'traffic-centre';
const [hour, day] = [60, 1440];
const made = 'Dữ liệu giả định.';
const madeEn = 'Fictional data.';

/** In force, updated, ended, expired, taken back, and one that still waits to be approved. All of it is made up, and says so. */
export const alertStories: readonly OfficeStory[] = [
  { unit: ward, deeds: [
    begin(55, 'thuly', { kind: 'flood', depth: 20, scope: 'ward', urgent: false, where: 'road', road: 'Đường Mẫu Ba', fromRoad: 'Đường Hoa Sen Mẫu', toRoad: 'Đường Hoa Mai Mẫu', title: 'Ngập trên Đường Mẫu Ba', body: `Nước ngập sau mưa lớn, xe máy đi chậm. ${made}`, advice: 'Nên đi Đường Mẫu Năm.', lasts: 120, english: true, titleEn: 'Flooding on Sample Three Street', bodyEn: `Flooded after heavy rain, ride slowly. ${madeEn}`, adviceEn: 'Better take Sample Five Street.', source: 'sensor', sourceRef: 'CB-12' }),
    done(20, 'thuly', 'watch', { kind: 'flood', outcome: 'send', depth: 12, body: `Nước đang rút, còn khoảng 12 cm. ${made}`, bodyEn: `The water is going down, about 12 cm now. ${madeEn}`, lasts: 60, correction: false }),
  ] },
  { unit: centre, deeds: [
    begin(2 * day, 'trucban', { kind: 'roadworks', level: 2, scope: 'several', urgent: false, where: 'area', corners: [{ at: '9.9042, 107.2995' }, { at: '9.9042, 107.3008' }, { at: '9.9052, 107.3008' }, { at: '9.9052, 107.2995' }], placeWords: 'Khu quanh công viên Mẫu', title: 'Thi công cống quanh công viên Mẫu', body: `Rào chắn một phần mặt đường, ban đêm làm cả đường. ${made}`, lasts: 10_080, english: true, titleEn: 'Sewer works around the sample park', bodyEn: `Part of the roadway is fenced off, all of it at night. ${madeEn}`, placeWordsEn: 'Around the sample park', source: 'duty' }),
    done(2 * day - 4, 'lanhdaotruc', 'approveLeader', { outcome: 'publish' }),
  ] },
  { unit: centre, deeds: [
    begin(25, 'trucban', { kind: 'traffic_jam', level: 3, scope: 'ward', urgent: false, where: 'road', road: 'Đại lộ Sen Mẫu', fromRoad: 'Đường Hoa Mai Mẫu', toRoad: 'Đường Hoa Đào Mẫu', title: 'Ùn ứ trên Đại lộ Sen Mẫu', body: `Xe đông, đi chậm theo cả hai hướng. ${made}`, lasts: 60, english: false, source: 'camera', sourceRef: 'CAM-7' }),
    done(22, 'truongca', 'approve', { outcome: 'publish' }),
  ] },
  { unit: centre, deeds: [
    begin(day + 3 * hour, 'trucban', { kind: 'accident', level: 4, scope: 'ward', urgent: true, where: 'point', spot: { latitude: 9.9025, longitude: 107.303, words: 'Trước cổng trường Mẫu' }, reach: 50, title: 'Tai nạn trước cổng trường Mẫu', body: `Đường bị chặn theo cả hai hướng. ${made}`, lasts: 120, english: true, titleEn: 'Accident at the gate of the sample school', bodyEn: `The road is blocked both ways. ${madeEn}`, placeWordsEn: 'At the gate of the sample school', source: 'citizen' }),
    done(day + 3 * hour - 6, 'truongca', 'confirm', { outcome: 'confirm' }),
    done(day + 2 * hour, 'trucban', 'watch', { kind: 'accident', outcome: 'end', reason: 'Đã thông đường (giả định)' }),
  ] },
  { unit: ward, deeds: [begin(3 * day, 'thuly', { kind: 'high_tide', depth: 8, scope: 'ward', urgent: false, where: 'road', road: 'Đường Mẫu Một', title: 'Triều cường trên Đường Mẫu Một', body: `Nước dâng theo triều, ngập nhẹ. ${made}`, lasts: 360, english: false, source: 'duty' })] },
  { unit: centre, deeds: [begin(3, 'trucban', { kind: 'road_closure', level: 3, scope: 'several', urgent: false, where: 'road', road: 'Đường Mẫu Tám', title: 'Cấm xe trên Đường Mẫu Tám', body: `Cấm xe để sửa cầu, chờ lãnh đạo duyệt. ${made}`, lasts: 1440, english: false, source: 'duty' })] },
];

/** Somebody follows two places from long ago, and hears what was told of them since. */
export async function followPlaces({ store, newId }: Pick<Services, 'store' | 'newId'>, at: string): Promise<void> {
  const watch = { accountId: 'account-congdan1', createdAt: at };
  await store.transaction(async (tx) => {
    await tx.watches.insert({ ...watch, id: newId(), name: 'Phường nhà', unitId: ward, x: null, y: null, radius: null });
    await tx.watches.insert({ ...watch, id: newId(), name: 'Chỗ làm', unitId: null, x: fixed(107.303), y: fixed(9.9025), radius: 500 });
  });
}
