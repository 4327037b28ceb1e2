import { counter, ward } from './units.ts';

export interface SamplePerson {
  readonly login: string;
  readonly name: string;
  readonly title: string | null;
  readonly idNo?: string;
  readonly phone?: string;
  readonly roles: readonly (readonly [role: string, unit: string])[];
}

export const staff = (login: string, name: string, title: string, ...roles: readonly (readonly [role: string, unit: string])[]): SamplePerson => ({ login, name, title, roles });
/** Everybody that an office of the city needs to take a dossier from reception to result; `login` begins each name of theirs. */
export const office = (login: string, surname: string, unit: string): readonly SamplePerson[] => [
  staff(`${login}1`, `${surname} Thị Tiếp Nhận`, 'Chuyên viên Bộ phận Một cửa', ['receptionist', unit], ['result_officer', unit], ['clerk', unit]),
  staff(`${login}2`, `${surname} Văn Thụ Lý`, 'Chuyên viên', ['handler', unit]),
  staff(`${login}3`, `${surname} Thị Trưởng Phòng`, 'Trưởng phòng', ['section_head', unit]),
  staff(`${login}4`, `${surname} Văn Giám Đốc`, 'Giám đốc', ['signer', unit]),
];
const citizen = (login: string, name: string, idNo: string, phone: string): SamplePerson => ({ login, name, title: null, idNo, phone, roles: [] });

/** Fictional people; all share one password. Identity and phone numbers are of no real person. */
export const samplePeople: readonly SamplePerson[] = [
  citizen('congdan1', 'Nguyễn Văn Giả Định', '079085000001', '0900000001'),
  citizen('congdan2', 'Trần Thị Giả Định', '079190000002', '0900000002'),
  citizen('congdan3', 'Lê Minh Giả Định', '079088000003', '0900000003'),
  citizen('congdan4', 'Phạm Thu Giả Định', '079195000004', '0900000004'),
  staff('tiepnhan', 'Võ Thị Tiếp Nhận', 'Cán bộ tiếp nhận', ['receptionist', counter]),
  staff('lanhdaotrungtam', 'Đỗ Văn Trung Tâm', 'Giám đốc Trung tâm', ['centre_head', counter]),
  staff('truongphong', 'Huỳnh Thị Trưởng Phòng', 'Trưởng phòng Kinh tế, Hạ tầng và Đô thị', ['section_head', ward]),
  staff('thuly', 'Bùi Văn Thụ Lý', 'Chuyên viên', ['handler', ward]),
  staff('thuly2', 'Đặng Thị Thẩm Định', 'Chuyên viên', ['handler', ward]),
  staff('lanhdao', 'Ngô Văn Chủ Tịch', 'Chủ tịch Ủy ban nhân dân phường', ['signer', ward]),
  staff('vanthu', 'Dương Thị Văn Thư', 'Văn thư', ['clerk', ward]),
  staff('thuquy', 'Hoàng Thị Thủ Quỹ', 'Kế toán, thủ quỹ', ['cashier', ward]),
  staff('traketqua', 'Lý Văn Trả Kết Quả', 'Cán bộ trả kết quả', ['result_officer', counter]),
  staff('pccc', 'Hồ Văn Phòng Cháy', 'Cán bộ thẩm định PCCC', ['consulted_agency', 'fire-safety-office']),
  staff('quyhoach', 'Phan Thị Quy Hoạch', 'Chuyên viên quy hoạch', ['consulted_agency', 'planning-office']),
  staff('disan', 'Vũ Văn Di Sản', 'Chuyên viên di sản', ['consulted_agency', 'heritage-office']),
  staff('hatang', 'Cao Văn Hạ Tầng', 'Chuyên viên hạ tầng', ['consulted_agency', 'construction-department']),
  ...office('quyhoach', 'Phan', 'planning-office'),
  ...office('antoan', 'Lâm', 'food-safety-office'),
  ...office('datdai', 'Kiều', 'land-office'),
  ...office('thanhtra', 'Tạ', 'inspectorate'),
  ...office('baohiem', 'Quách', 'social-insurance-office'),
  staff('congan1', 'Trịnh Thị Tiếp Nhận', 'Cán bộ tiếp nhận công an phường', ['receptionist', 'ward-99001-police']),
  staff('congan2', 'Trịnh Văn Cư Trú', 'Cán bộ đăng ký cư trú', ['handler', 'ward-99001-police']),
  staff('congan3', 'Trịnh Văn Trưởng Công An', 'Trưởng công an phường', ['signer', 'ward-99001-police']),
  staff('trucban', 'Đinh Văn Trực Ban', 'Trực ban', ['handler', 'traffic-centre']),
  staff('truongca', 'Đinh Thị Trưởng Ca', 'Trưởng ca trực', ['section_head', 'traffic-centre']),
  staff('lanhdaotruc', 'Đinh Văn Lãnh Đạo Trực', 'Phó Giám đốc, lãnh đạo trực', ['signer', 'traffic-centre']),
  staff('tiepnhan2', 'Trương Thị Phường Khác', 'Cán bộ tiếp nhận', ['receptionist', 'ward-99002-counter']),
  staff('thietke', 'Mai Văn Thiết Kế', 'Quản trị quy trình', ['process_designer', 'city']),
  staff('quantri', 'Tô Thị Quản Trị', 'Quản trị hệ thống', ['admin', 'city']),
];
