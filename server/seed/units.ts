import type { UnitRow } from '../../storage/tables/units.ts';

export const sample = (vi: string, en: string) => ({ vi, en });
const since = '2025-07-01T00:00:00.000Z';
export const unit = (id: string, code: string, name: UnitRow['name'], kind: string, parentId: string | null): UnitRow => ({ id, code, name, kind, parentId, calendarId: 'hcmc', validFrom: since, validTo: null });

export const ward = 'ward-99001';
export const counter = 'ward-99001-counter';

/** A fictional piece of the city: every name is made up and says so ("Mẫu" is "sample"), as every page and paper does. Parents first. */
export const sampleUnits: readonly UnitRow[] = [
  unit('city', 'H29', sample('Thành phố Mẫu', 'Sample City'), 'city', null),
  unit('construction-department', 'H29.900', sample('Sở Xây dựng Mẫu', 'Sample Department of Construction'), 'construction-department', 'city'),
  unit('fire-safety-office', 'H29.901', sample('Phòng Cảnh sát PCCC Mẫu', 'Sample Fire Safety Office'), 'fire-safety-office', 'city'),
  unit('planning-office', 'H29.902', sample('Sở Quy hoạch – Kiến trúc Mẫu', 'Sample Planning Office'), 'planning-office', 'city'),
  unit('heritage-office', 'H29.903', sample('Trung tâm Bảo tồn Di tích Mẫu', 'Sample Heritage Office'), 'heritage-office', 'city'),
  unit('food-safety-office', 'H29.904', sample('Sở An toàn thực phẩm Mẫu', 'Sample Department of Food Safety'), 'food-safety-office', 'city'),
  unit('land-office', 'H29.905', sample('Chi nhánh Văn phòng đăng ký đất đai Mẫu', 'Sample Branch of the Land Registration Office'), 'land-office', 'city'),
  unit('inspectorate', 'H29.906', sample('Thanh tra Thành phố Mẫu', 'Sample City Inspectorate'), 'inspectorate', 'city'),
  unit('traffic-centre', 'H29.907', sample('Trung tâm Điều hành giao thông, chống ngập Mẫu', 'Sample Traffic and Flood Control Centre'), 'traffic-centre', 'city'),
  unit('social-insurance-office', 'H29.908', sample('Bảo hiểm xã hội Mẫu', 'Sample Social Insurance Office'), 'social-insurance', 'city'),
  unit(ward, 'H29.990', sample('Phường Sen Mẫu', 'Sample Sen Ward'), 'ward', 'city'),
  unit(counter, 'H29.990.1', sample('Trung tâm Phục vụ hành chính công Phường Sen Mẫu', 'One-stop centre of the sample ward'), 'one-stop', ward),
  unit('ward-99001-works', 'H29.990.2', sample('Phòng Kinh tế, Hạ tầng và Đô thị', 'Economy, Infrastructure and Urban Section'), 'section', ward),
  unit('ward-99001-office', 'H29.990.3', sample('Văn phòng HĐND và UBND', 'Office of the Council and Committee'), 'section', ward),
  unit('ward-99001-police', 'H29.990.4', sample('Công an Phường Sen Mẫu', 'Police of the sample ward'), 'commune-police', ward),
  unit('ward-99002', 'H29.991', sample('Phường Mai Mẫu', 'Sample Mai Ward'), 'ward', 'city'),
  unit('ward-99002-counter', 'H29.991.1', sample('Trung tâm Phục vụ hành chính công Phường Mai Mẫu', 'One-stop centre of Mai ward'), 'one-stop', 'ward-99002'),
];
