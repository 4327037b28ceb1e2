import type { LetterName } from './names.ts';

const group = (vi: string, en: string, names: readonly (readonly [feel: string, vi: string, en: string, writing?: string])[], more: Partial<LetterName> = {}): LetterName[] =>
  names.map(([feel, nameVi, nameEn, writing = 'plain']) => ({ feel, label: { vi: nameVi, en: nameEn }, group: { vi, en }, writing, ...more }));

/** What a letter may speak of besides answers and results: what the runtime keeps and the issuer adds (docs/letters.md). */
export const givenNames: readonly LetterName[] = [
  ...group('Hồ sơ', 'Dossier', [
    ['dossier.code', 'Mã hồ sơ', 'Dossier code'],
    ['dossier.acceptedAt', 'Lúc tiếp nhận', 'Accepted at', 'dateTime'],
    ['dossier.dueAt', 'Hẹn trả kết quả', 'Due at', 'dateTime'],
    ['procedure.name', 'Tên thủ tục', 'Name of the procedure'],
    ['procedure.desk', 'Nơi tiếp nhận', 'Where to hand in'],
    ['procedure.hours', 'Giờ làm việc', 'Opening hours'],
    ['procedure.contact', 'Nơi liên hệ', 'Whom to ask'],
    ['procedure.line', 'Dòng riêng của đơn vị', 'A line of the unit'],
    ['timeLimit', 'Thời hạn giải quyết', 'Time limit', 'workingTime'],
    ['applicant.name', 'Người nộp hồ sơ', 'Applicant'],
    ['applicant.phone', 'Điện thoại người nộp', 'Applicant’s phone'],
    ['applicant.email', 'Thư điện tử người nộp', 'Applicant’s e-mail'],
    ['applicant.idNo', 'Số định danh người nộp', 'Applicant’s identity number'],
    ['filing.at', 'Lúc nộp hồ sơ', 'Filed at', 'dateTime'],
    ['filing.delivery.method', 'Cách trả kết quả đã chọn', 'Chosen way of delivery', 'label'],
  ]),
  ...group('Lệ phí', 'Fee', [
    ['fee.total', 'Tổng lệ phí', 'Total fee', 'money'],
    ['fee.waived', 'Lý do miễn lệ phí', 'Why the fee is waived'],
  ]),
  ...group('Cơ quan', 'Office', [
    ['unit.name', 'Tên cơ quan', 'Name of the office'],
    ['unit.upper', 'Tên cơ quan, chữ in hoa', 'Name of the office in capitals'],
    ['unit.above', 'Cơ quan cấp trên, chữ in hoa', 'Authority above in capitals'],
    ['unit.oneStop', 'Bộ phận một cửa', 'One-stop centre'],
    ['unit.place', 'Địa danh', 'Place name'],
    ['unit.phone', 'Điện thoại cơ quan', 'Phone of the office'],
  ]),
  ...group('Văn bản này', 'This letter', [
    ['letter.number', 'Số văn bản', 'Number of the letter'],
    ['letter.issuedAt', 'Ngày ban hành', 'Date of this letter', 'dateInWords'],
    ['signer.title', 'Quyền hạn, chức vụ người ký', 'Capacity of the signer'],
    ['signer.name', 'Họ tên người ký', 'Name of the signer'],
    ['signer.mark', 'Dấu của chữ ký số, hay chỗ để ký tay', 'Mark of the digital signature, or room for a pen'],
    ['actor.name', 'Người làm bước này', 'Who does the step'],
  ]),
  ...group('Yêu cầu bổ sung', 'Request to supplement', [
    ['supplement.no', 'Lần yêu cầu thứ', 'Request number'],
    ['supplement.respondBy', 'Hạn bổ sung', 'To be answered by', 'dateTime'],
  ]),
  ...group('Danh sách', 'Lists', [
    ['papers', 'Giấy tờ đã nộp', 'Papers handed in'],
    ['supplement.items', 'Các mục cần bổ sung', 'What is to be supplemented'],
    ['steps', 'Các bước đã qua', 'Steps so far'],
    ['fee.lines', 'Các khoản lệ phí', 'Items of the fee'],
  ], { rows: true }),
  ...group('Trong dòng này', 'In this row', [['number', 'Số thứ tự', 'Row number']], { within: '' }),
  ...group('Trong dòng này', 'In this row', [['item.name', 'Tên giấy tờ', 'Name of the paper'], ['item.quantity', 'Số lượng', 'Quantity'], ['item.kind', 'Hình thức', 'Form of the paper']], { within: 'papers' }),
  ...group('Trong dòng này', 'In this row', [['item.label', 'Mục cần bổ sung', 'What to supplement'], ['item.remark', 'Cần sửa thế nào', 'How to mend it']], { within: 'supplement.items' }),
  ...group('Trong dòng này', 'In this row', [
    ['item.name', 'Tên bước', 'Name of the step'], ['item.who', 'Người thực hiện', 'Done by'], ['item.openedAt', 'Giao lúc', 'Given at', 'dateTime'],
    ['item.completedAt', 'Xong lúc', 'Done at', 'dateTime'], ['item.verdict', 'Kết quả thời hạn', 'Within time'],
  ], { within: 'steps' }),
  ...group('Trong dòng này', 'In this row', [['item.nameVi', 'Khoản thu', 'Item'], ['item.quantity', 'Số lượng', 'Quantity'], ['item.unitPrice', 'Mức thu', 'Unit price', 'money'], ['item.amount', 'Thành tiền', 'Amount', 'money'], ['item.basis', 'Căn cứ thu', 'Legal basis']], { within: 'fee.lines' }),
];

/** Usual names of what steps hand a letter along. */
export const inputNames: Readonly<Record<string, { readonly vi: string; readonly en: string; readonly writing?: string }>> = {
  reason: { vi: 'Lý do', en: 'Reason' },
  basis: { vi: 'Căn cứ của lý do', en: 'Basis of the reason' },
  newDue: { vi: 'Ngày hẹn mới', en: 'New date', writing: 'date' },
  originalDue: { vi: 'Ngày hẹn trước đây', en: 'Former date', writing: 'dateTime' },
  question: { vi: 'Nội dung cần ý kiến', en: 'What is asked' },
  cause: { vi: 'Nguyên nhân (mã)', en: 'Cause (code)' },
  stage: { vi: 'Giai đoạn (mã)', en: 'Stage (code)' },
};
