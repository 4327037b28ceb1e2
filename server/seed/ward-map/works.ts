import { area, line, rectangle, type GeoFeature } from './ground.ts';
import { across, along, type Street } from './streets.ts';

const facts = ({ name, nameEn, present, planned }: Street) => ({ name, nameEn, width: planned, presentWidth: present, ...(planned === present ? {} : { decision: 'Quyết định mẫu số 02/QĐ-MẪU' }) });

export const roads = (): readonly GeoFeature[] => [
  ...across.map((street) => line(facts(street), [[-20, street.at], [660, street.at]])),
  ...along.map((street) => line(facts(street), [[street.at, -20], [street.at, 516]])),
];

const [avenue, daisy] = [across[5]!, along[2]!];

/** What is planned or being built. */
export const works = (): readonly GeoFeature[] => [
  line({ name: 'Mở rộng Đại lộ Sen Mẫu từ 20 m lên 30 m', nameEn: 'Widening of Sample Lotus Avenue from 20 to 30 m', stage: 'preparing', width: avenue.planned, from: '2027-03-01', to: '2028-12-31', decision: 'Quyết định mẫu số 03/QĐ-MẪU', note: 'Đang đo đạc, kiểm đếm.', noteEn: 'Land is being measured.' }, [[-20, avenue.at], [660, avenue.at]]),
  line({ name: 'Cống thoát nước đường Hoa Cúc Mẫu', nameEn: 'Drain under Sample Daisy Street', stage: 'building', width: 6, from: '2026-08-01', to: '2027-01-31' }, [[daisy.at, 100], [daisy.at, 440]]),
  area({ name: 'Trường tiểu học Mẫu', nameEn: 'Sample primary school', stage: 'planned', from: '2027-06-01', to: '2028-08-31', decision: 'Quyết định mẫu số 04/QĐ-MẪU' }, rectangle(daisy.at + 10, across[2]!.at + 8, along[3]!.at - 8, across[3]!.at - 8)),
  area({ name: 'Bờ kè và đường dạo ven kênh Mẫu', nameEn: 'Embankment and path along the sample canal', stage: 'planned', note: 'Chưa có kế hoạch vốn.', noteEn: 'Not yet funded.' }, rectangle(-20, -60, 660, -34)),
];
