import type { Block } from '../../procedures/letters/template.ts';

/** Blocks as a new one begins, by what people call them. */
export const newBlocks = {
  paragraph: { block: 'paragraph', text: 'Nội dung.', indent: true },
  addressee: { block: 'paragraph', text: 'Kính gửi: {{ applicant.name }}', align: 'center' },
  basis: { block: 'paragraph', text: 'Căn cứ Luật …;', style: 'italic', indent: true },
  heading: { block: 'paragraph', text: 'TIÊU ĐỀ PHẦN', style: 'heading', align: 'center' },
  title: { block: 'title', text: 'TÊN VĂN BẢN' },
  lines: { block: 'fields', fields: [{ label: 'Họ và tên', value: '{{ applicant.name }}' }] },
  table: {
    block: 'table', rows: 'papers', empty: 'Không có',
    columns: [{ head: 'TT', value: '{{ number }}', width: 24, align: 'center' }, { head: 'Thành phần hồ sơ', value: '{{ item.name }}' }, { head: 'Số lượng', value: '{{ item.quantity }}', width: 52, align: 'center' }],
  },
  list: { block: 'list', items: '["Điều thứ nhất;", "Điều thứ hai."]', text: '{{ item }}' },
  sketch: { block: 'sketch', points: '[{ x: 1192000, y: 600000 }, { x: 1192000, y: 600005 }, { x: 1191980, y: 600005 }, { x: 1191980, y: 600000 }]', caption: 'Sơ đồ thửa đất', without: 'Sơ đồ thửa đất: theo trích lục kèm theo.' },
  map: { block: 'map', about: '{ sheet: "12", parcel: "345" }', caption: 'Trích bản đồ quy hoạch', without: 'Chưa có bản đồ số của nơi này.' },
  signature: { block: 'signatures', boxes: [{ recipients: ['Như trên;', 'Lưu: VT, hồ sơ.'] }, { title: '{{ signer.title }}', mark: '{{ signer.mark }}', name: '{{ signer.name }}' }] },
} as const satisfies Readonly<Record<string, Block>>;
export type NewBlock = keyof typeof newBlocks;
