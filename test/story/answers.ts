import type { Data } from '../../engine/state.ts';

const pdf = (name: string) => [{ name: `${name}.pdf` }];

/** What the citizen of the story answers the guide. Every name and number here is made up. */
export const guideAnswers: Data = { work: 'new', storeys: 3, totalFloor: 130, zone: 'yes', heritage: false };

/** The application of the story: a new house of three floors. Files are given by name and made when they are uploaded. */
export const application: Data = {
  permitKind: 'new',
  filer: { represented: false },
  owner: {
    kind: 'individual', name: 'Nguyễn Văn Giả Định', idNo: '079085000001', phone: '0900000001', email: 'nguoinop@vidu.vn',
    address: '86 Đường Mẫu Mai, Phường Sen Mẫu, Thành phố Mẫu',
  },
  site: {
    address: { commune: '99001', street: 'Đường Mẫu Mai', houseNo: '86' },
    parcelNo: ['123', '124-1'], mapSheetNo: '45', landArea: 72.5, certSerial: 'CS 123456', certBookNo: 'CH 01234', certDate: '2019-03-27',
    zoneCheck: 'yes', adjoining: true, heritage: false, roadWidth: 12, redLine: 'Trùng ranh đất phía trước', buildingLine: 1.5,
  },
  work: {
    grade: 'III', footprint: 48, totalFloor: 130, storeys: 3, basements: 0, height: 11.5, groundLevel: 1.8, fireRequired: false, colour: 'Trắng',
    floors: [{ name: 'ground', area: 48, height: 3.9 }, { name: 'upper', area: 54, height: 3.4 }, { name: 'roof', area: 28, height: 3 }],
  },
  design: { unit: 'Công ty Thiết kế Giả Định', unitLicence: 'GD-0001', lead: 'Trần Thị Giả Định', reviewRequired: false },
  plan: { months: 8 },
  papers: {
    landPaper: pdf('Giấy chứng nhận'), sitePlan: pdf('Mặt bằng trên lô đất'), floorPlans: pdf('Mặt bằng các tầng'),
    foundation: pdf('Mặt bằng móng'), adjoiningCommitment: pdf('Bản cam kết'),
  },
  delivery: { method: 'electronic' },
};

export const leftEmpty: readonly string[] = [];

const conditions: Data = { planning: 'met', landUse: 'met', neighbours: 'met', alignment: 'met', density: 'met', height: 'met' };

/** What the staff answer at their steps, by step. */
export const steps = {
  reception: { checks: { identity: true, competence: true, complete: true, readable: true }, outcome: 'accept', feeWaived: false },
  assign: { handler: 'account-thuly', note: 'Kiểm tra kỹ phần móng' },
  supplement: { conditions, inspection: { visitedOn: '2026-11-17', remarks: 'Hiện trạng đúng hồ sơ' }, outcome: 'supplement' },
  consult: { conditions, outcome: 'consult', consult: ['fire', 'planning'], question: 'Đề nghị cho ý kiến về khoảng cách an toàn và chỉ giới.' },
  checkSupplement: { outcome: 'good' },
  draft: { result: 'permit', permit: { redLine: 'Trùng ranh đất phía trước', buildingLine: 'Lùi 1,5 m', groundLevel: 1.8, notes: 'Che chắn kỹ khi thi công' } },
  sendBack: { outcome: 'return', remark: 'Ghi rõ khoảng lùi theo bản vẽ' },
  pass: { outcome: 'approve' },
  sign: { outcome: 'sign', capacity: 'TM' },
  number: { drawingsStamped: true },
  opinion: { opinion: 'consent', remark: 'Khoảng cách an toàn bảo đảm.' },
} as const satisfies Readonly<Record<string, Data>>;
