import { area, rectangle, type GeoFeature, type Spot } from './ground.ts';
import { across, along, institutions } from './streets.ts';

const plan = { decision: 'Quyết định mẫu số 01/QĐ-MẪU', decisionDate: '2024-05-20' };
const outside = 30;
const [west, east, south, north] = [-outside, 640 + outside, -60, 496 + outside];

/** A zone over whole quarters, to the middle of the streets around. */
const quarters = (row: number, column: number, rows = 1, columns = 1): readonly Spot[] => rectangle(along[column]!.at, across[row]!.at, along[column + columns]!.at, across[row + rows]!.at);

const kinds = {
  park: { code: 'CX-1', name: 'Công viên, cây xanh', nameEn: 'Park and green space', building: 'not_allowed', meaning: 'Không xây nhà ở. Chỉ có công trình phục vụ công viên.', meaningEn: 'No houses. Only what serves the park.', density: 5, floors: 1 },
  school: { code: 'GD-1', name: 'Đất giáo dục', nameEn: 'Schools', building: 'not_allowed', meaning: 'Dành cho trường học. Không cấp phép nhà ở mới.', meaningEn: 'Kept for schools. No new houses.', density: 40, floors: 4, coefficient: 1.6 },
  market: { code: 'TM-1', name: 'Thương mại, dịch vụ', nameEn: 'Shops and services', building: 'conditional', meaning: 'Chợ và dịch vụ. Nhà ở kết hợp kinh doanh cần ý kiến của cơ quan quy hoạch.', meaningEn: 'Market and services. A house with a shop needs the opinion of the planning office.', density: 60, floors: 4, coefficient: 2.4 },
  industry: { code: 'KCN-1', name: 'Khu công nghiệp Mẫu', nameEn: 'Sample Industrial Park', building: 'not_allowed', meaning: 'Không xây nhà ở. Giấy phép xây dựng ở đây do Ban Quản lý khu công nghiệp cấp.', meaningEn: 'No houses. Building permits here are given by the management board of the zone.', density: 55, floors: 5, coefficient: 2.5, managedBy: 'zone-board' },
} as const;

const houses = {
  code: 'ODT-1', name: 'Đất ở hiện hữu, thấp tầng', nameEn: 'Existing low-rise housing', planState: 'in_force', building: 'allowed',
  meaning: 'Được xây nhà ở riêng lẻ theo các chỉ tiêu dưới đây.', meaningEn: 'Detached houses may be built within the figures below.',
  density: 80, floors: 5, floorsLeast: 1, coefficient: 4, height: 21, ...plan,
};

/** The zoning plan: low houses with holes where something else is planned, taller buildings along the avenue, a bank of the canal that stays free. */
export function zones(): readonly GeoFeature[] {
  const others = institutions.map(({ row, column, rows, kind }) => ({ facts: kinds[kind], ring: quarters(row, column, rows) }));
  const avenue = rectangle(along[0]!.at, across[4]!.at + 24, along[4]!.at, across[5]!.at + 32);
  const adjusted = quarters(8, 0, 2, 1);
  const open = quarters(8, 1, 2, 1);
  return [
    area(houses, rectangle(west, -30, east, north), ...others.map(({ ring }) => ring), avenue, adjusted, open),
    ...others.map(({ facts, ring }) => area({ planState: 'in_force', ...facts, ...plan }, ring)),
    area({ code: 'HH-1', name: 'Đất hỗn hợp dọc đại lộ', nameEn: 'Mixed use along the avenue', planState: 'in_force', building: 'conditional', meaning: 'Xây nhà ở được, phải lùi theo chỉ giới của đại lộ và xin ý kiến nếu trên 7 tầng.', meaningEn: 'Houses may be built behind the line of the avenue; more than 7 storeys need an opinion.', density: 70, floors: 12, floorsLeast: 3, coefficient: 7, setback: 3, ...plan }, avenue),
    area({ code: 'ODT-2', name: 'Đất ở, đang lập điều chỉnh', nameEn: 'Housing, being changed', planState: 'under_adjustment', building: 'conditional', meaning: 'Chỉ tiêu cũ còn hiệu lực, nhưng quy hoạch khu này đang được điều chỉnh.', meaningEn: 'The old figures hold, but the plan of this area is being changed.', density: 75, floors: 4, coefficient: 3, note: 'Hỏi lại trước khi thiết kế.', noteEn: 'Ask again before you design.', ...plan }, adjusted),
    area({ code: 'CQH', name: 'Khu chưa có quy hoạch phân khu được duyệt', nameEn: 'No approved zoning plan yet', planState: 'none', building: 'unknown', meaning: 'Chưa có quy hoạch phân khu được duyệt; có thể chỉ được cấp phép có thời hạn.', meaningEn: 'No zoning plan is approved; perhaps only a permit for a limited time.' }, open),
    area({ code: 'HL-1', name: 'Hành lang bảo vệ kênh Mẫu', nameEn: 'Protected bank of the sample canal', planState: 'in_force', building: 'not_allowed', meaning: 'Không xây dựng trong hành lang bảo vệ kênh.', meaningEn: 'No building on the protected bank.', density: 0, floors: 0, ...plan }, rectangle(west, south, east, -30)),
  ];
}
