import type { Block, LetterTemplate } from '../../procedures/letters/template.ts';

const official = { above: '{{ unit.above }}', issuer: '{{ unit.upper }}', number: 'Số: {{ letter.number }}', place: '{{ unit.place }}, {{ letter.issuedAt | dateInWords }}' };
const counter = { ...official, issuer: '{{ unit.oneStop | upper }}' };
const ofDossier = { ...counter, number: 'Mã hồ sơ: {{ dossier.code }}' };
const says = (text: string, more: Partial<Block> = {}): Block => ({ block: 'paragraph', text, indent: true, ...more }) as Block;
const title = (text: string, under?: string): Block => ({ block: 'title', text, ...(under !== undefined && { under }) });
const to: Block = { block: 'paragraph', text: 'Kính gửi: {{ applicant.name }}', align: 'center' };
const signed: Block = { block: 'signatures', boxes: [{ recipients: ['Như trên;', 'Lưu: VT, hồ sơ.'] }, { title: '{{ signer.title }}', mark: '{{ signer.mark }}', name: '{{ signer.name }}' }] };
const number = { head: 'TT', value: '{{ number }}', width: 24, align: 'center' } as const;
const letter = (vi: string, en: string, head: LetterTemplate['head'], blocks: Block[], form?: string): LetterTemplate => ({ format: 1, name: { vi, en }, ...(form !== undefined && { form }), paper: 'A4', head, blocks });

/**
 * Letters to begin from. They speak only of what every procedure has; form numbers are those of Thông tư 03/2025/TT-VPCP
 * (01 to 06), the layout is by Nghị định 30/2020/NĐ-CP.
 */
export const patterns = {
  official: letter('Công văn', 'Official letter', { ...official, subject: 'V/v hồ sơ mã {{ dossier.code }}' }, [to, says('Căn cứ …;', { style: 'italic' }), says('{{ unit.name }} thông báo về hồ sơ mã {{ dossier.code }}: {{ procedure.name }}.'), says('Trân trọng.'), signed]),
  decision: letter('Quyết định', 'Decision', official, [
    title('QUYẾT ĐỊNH', 'Về việc …'), { block: 'paragraph', text: '{{ unit.upper }}', align: 'center', style: 'bold' }, says('Căn cứ Luật Tổ chức chính quyền địa phương;', { style: 'italic' }),
    says('Xét đề nghị của {{ applicant.name }} tại hồ sơ mã {{ dossier.code }},', { style: 'italic' }), { block: 'paragraph', text: 'QUYẾT ĐỊNH:', align: 'center', style: 'bold' },
    says('Điều 1. …'), says('Điều 2. Quyết định này có hiệu lực kể từ ngày ký.'), signed,
  ]),
  receipt: letter('Giấy tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt and appointment slip', ofDossier, [
    title('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ'),
    { block: 'fields', fields: [{ label: 'Tiếp nhận hồ sơ của', value: '{{ applicant.name }}' }, { label: 'Số điện thoại', value: '{{ applicant.phone }}' }, { label: 'Nội dung yêu cầu giải quyết', value: '{{ procedure.name }}' }] },
    { block: 'table', rows: 'papers', columns: [number, { head: 'Thành phần hồ sơ', value: '{{ item.name }}' }, { head: 'Số lượng', value: '{{ item.quantity }}', width: 52, align: 'center' }, { head: 'Hình thức', value: '{{ item.kind }}', width: 96 }], empty: 'Không có giấy tờ kèm theo' },
    { block: 'fields', fields: [
      { label: 'Thời gian giải quyết hồ sơ theo quy định', value: '{{ timeLimit | workingTime }}' }, { label: 'Thời gian nhận hồ sơ', value: '{{ dossier.acceptedAt | dateTime }}' },
      { label: 'Thời gian trả kết quả', value: '{{ dossier.dueAt | dateTime }}' }, { label: 'Phí, lệ phí', value: '{{ fee.total | money }}', when: 'fee.total != null' },
    ] },
    { block: 'signatures', boxes: [{ title: 'NGƯỜI NỘP HỒ SƠ', name: '{{ applicant.name }}' }, { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', mark: '{{ signer.mark }}', name: '{{ actor.name }}' }] },
  ], 'Mẫu số 01'),
  supplement: letter('Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Request to supplement the dossier', counter, [
    title('PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'),
    { block: 'fields', fields: [{ label: 'Hồ sơ của', value: '{{ applicant.name }}' }, { label: 'Mã hồ sơ', value: '{{ dossier.code }}' }, { label: 'Nội dung yêu cầu giải quyết', value: '{{ procedure.name }}' }] },
    { block: 'paragraph', text: 'Yêu cầu Ông/Bà bổ sung, hoàn thiện hồ sơ gồm những nội dung sau (yêu cầu lần thứ {{ supplement.no }}, một lần và đầy đủ):' },
    { block: 'table', rows: 'supplement.items', columns: [number, { head: 'Nội dung, thành phần', value: '{{ item.label }}', width: 150 }, { head: 'Cần bổ sung, sửa đổi', value: '{{ item.remark }}' }], empty: 'Không có mục nào' },
    says('Thời gian chờ bổ sung không tính vào thời hạn giải quyết. Đề nghị Ông/Bà hoàn thiện trước {{ supplement.respondBy | dateTime }}.'),
    { block: 'signatures', boxes: [{ recipients: ['Như trên;', 'Lưu: VT, hồ sơ.'] }, { title: 'NGƯỜI HƯỚNG DẪN', note: '(Ký, ghi rõ họ tên)', mark: '{{ signer.mark }}', name: '{{ actor.name }}' }] },
  ], 'Mẫu số 02'),
  refusal: letter('Phiếu từ chối tiếp nhận, giải quyết hồ sơ', 'Refusal to receive or settle the dossier', official, [
    title('PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ'), to, says('{{ unit.name }} đã xem xét hồ sơ mã {{ dossier.code }} của Ông/Bà về việc: {{ procedure.name }} và thông báo không tiếp nhận, giải quyết với lý do:'),
    says('{{ inputs.reason }}', { style: 'bold' }), says('Căn cứ: {{ inputs.basis }}.', { when: 'inputs.basis != null' }), says('Nếu không đồng ý, Ông/Bà có quyền khiếu nại theo quy định của pháp luật.'), signed,
  ], 'Mẫu số 03'),
  apology: letter('Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', 'Apology and new date', official, [
    title('PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ'), to, says('Hồ sơ mã {{ dossier.code }} của Ông/Bà về việc: {{ procedure.name }}, hẹn trả kết quả {{ dossier.dueAt | dateTime }}, đến nay chưa giải quyết xong với lý do: {{ inputs.reason }}.'),
    says('{{ unit.name }} xin lỗi Ông/Bà vì sự chậm trễ này và hẹn trả kết quả vào {{ inputs.newDue | date }}.'), signed,
  ], 'Mẫu số 04'),
  stop: letter('Thông báo dừng giải quyết hồ sơ', 'Notice that handling stops', official, [
    title('THÔNG BÁO', 'Về việc dừng giải quyết hồ sơ'), to, says('{{ unit.name }} thông báo dừng giải quyết hồ sơ mã {{ dossier.code }} về việc: {{ procedure.name }}. Lý do: {{ inputs.reason }}.'), says('Ông/Bà có thể nộp hồ sơ mới bất cứ lúc nào.'), signed,
  ], 'Mẫu số 05'),
} as const satisfies Readonly<Record<string, LetterTemplate>>;
export type Pattern = keyof typeof patterns;
