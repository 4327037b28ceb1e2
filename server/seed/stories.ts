import type { Data } from '../../engine/state.ts';
import type { Settle } from '../api/money.ts';

/** When: so many working days before today, local time. */
export interface When { readonly days: number; readonly at: string }
export type StoryStep = When & (
  | { readonly complete: string; readonly by: string; readonly answer: Data }
  | { readonly withdraw: string }
  | { readonly pay: true }
  | { readonly transfer: number }
  | { readonly settle: Settle; readonly by: string }
  | { readonly approveRefund: true; readonly by: string }
  | { readonly say: string; readonly by: string }
  | { readonly file: true }
);

export interface Story {
  readonly citizen: string;
  readonly place: { readonly houseNo: string; readonly street: string };
  readonly delivery: Data;
  readonly steps: readonly StoryStep[];
}

const electronic: Data = { method: 'electronic' };
const atCounter: Data = { method: 'counter', copies: 1 };

const file = (days: number, at = '09:00'): StoryStep => ({ days, at, file: true });
const complete = (days: number, at: string, by: string, node: string, answer: Data): StoryStep => ({ days, at, by, complete: node, answer });

const checks = { identity: true, competence: true, complete: true, readable: true };
const accept = (days: number, at = '10:00', waived = false): StoryStep =>
  complete(days, at, 'tiepnhan', 'reception', { checks, outcome: 'accept', feeWaived: waived, ...(waived ? { feeWaiverReason: 'Hộ nghèo (giả định)' } : {}) });
const assign = (days: number, at = '11:00'): StoryStep => complete(days, at, 'truongphong', 'assign', { handler: 'account-thuly' });
const conditions = { planning: 'met', landUse: 'met', neighbours: 'met', alignment: 'met', density: 'met', height: 'met' };
const examine = (days: number, at: string, answer: Data): StoryStep =>
  complete(days, at, 'thuly', 'examine', { conditions, inspection: { remarks: 'Hiện trạng đúng hồ sơ' }, ...answer });
const draft = (days: number, at: string): StoryStep =>
  complete(days, at, 'thuly', 'draft', { result: 'permit', permit: { redLine: 'Cách tim đường 6 m', buildingLine: 'Lùi 1,5 m', groundLevel: 1.8 } });
const review = (days: number, at: string): StoryStep => complete(days, at, 'truongphong', 'review', { outcome: 'approve' });
const sign = (days: number, at: string): StoryStep => complete(days, at, 'lanhdao', 'sign', { outcome: 'sign', capacity: 'TM' });
const number = (days: number, at: string): StoryStep => complete(days, at, 'vanthu', 'number', { drawingsStamped: true });
/** Filed nine working days ago and signed four days later. */
const granted = (waived: boolean): StoryStep[] => [file(9), accept(9, '10:00', waived), assign(9), examine(7, '09:30', { outcome: 'ok' }), draft(6, '14:00'), review(6, '15:00'), sign(5, '09:00'), number(5, '10:30')];

const askSupplement: Data = {
  outcome: 'supplement',
  items: [
    { target: 'file', path: 'papers.foundation', remark: 'Thiếu sơ đồ đấu nối thoát nước' },
    { target: 'field', path: 'work.height', remark: 'Ghi đúng chiều cao trên bản vẽ' },
  ],
};
const askBefore: Data = {
  checks: { ...checks, complete: false }, outcome: 'supplement', feeWaived: false,
  items: [{ target: 'file', path: 'papers.landPaper', remark: 'Bản chụp bị mờ, không đọc được số thửa' }],
};

const fee = 75_000;
const paid = (days: number, at: string): StoryStep => ({ days, at, pay: true });
const transfer = (days: number, at: string, amount = fee): StoryStep => ({ days, at, transfer: amount });
/** By hand, on the day that it is asked. */
const giveBack = (days: number, at: string, document: string, note: string): StoryStep => ({ days, at, by: 'thuquy', settle: { act: 'refund', way: 'hand', amount: fee, document, day: '', note } });

/** Dossiers in every state that lasts, each made by its people's own acts. */
export const stories: readonly Story[] = [
  { citizen: 'congdan1', place: { houseNo: '12', street: 'Đường Mẫu Một' }, delivery: electronic, steps: [file(1, '14:30')] },
  { citizen: 'congdan2', place: { houseNo: '8/3', street: 'Đường Mẫu Hai' }, delivery: electronic, steps: [file(2), accept(2), { days: 2, at: '13:30', by: 'congdan2', say: 'Tôi có cần đến phường nữa không?' }] },
  { citizen: 'congdan3', place: { houseNo: '27', street: 'Đường Mẫu Ba' }, delivery: atCounter, steps: [file(3), accept(3), assign(3)] },
  { citizen: 'congdan1', place: { houseNo: '5A', street: 'Đường Mẫu Bốn' }, delivery: electronic, steps: [file(4), accept(4), assign(4), examine(1, '15:30', askSupplement)] },
  { citizen: 'congdan4', place: { houseNo: '90', street: 'Đường Mẫu Năm' }, delivery: electronic, steps: [file(2, '08:30'), complete(1, '16:00', 'tiepnhan', 'reception', askBefore)] },
  { citizen: 'congdan2', place: { houseNo: '44', street: 'Đường Mẫu Sáu' }, delivery: electronic, steps: [file(3), accept(3), assign(3), examine(1, '14:00', { outcome: 'consult', consult: ['fire', 'planning'], question: 'Đề nghị cho ý kiến về khoảng cách an toàn và chỉ giới.' })] },
  { citizen: 'congdan3', place: { houseNo: '16', street: 'Đường Mẫu Bảy' }, delivery: electronic, steps: [file(5), accept(5), assign(5), examine(3, '10:00', { outcome: 'ok' }), draft(2, '14:00'), review(1, '16:00')] },
  { citizen: 'congdan1', place: { houseNo: '71', street: 'Đường Mẫu Tám' }, delivery: electronic, steps: granted(false) },
  { citizen: 'congdan4', place: { houseNo: '3', street: 'Đường Mẫu Chín' }, delivery: atCounter, steps: granted(true) },
  { citizen: 'congdan1', place: { houseNo: '18', street: 'Đường Mẫu Mười' }, delivery: electronic, steps: [...granted(false), paid(4, '08:00')] },
  { citizen: 'congdan2', place: { houseNo: '2', street: 'Hẻm Mẫu 11' }, delivery: electronic, steps: [file(6), complete(6, '11:00', 'tiepnhan', 'reception', { checks: { ...checks, competence: false }, outcome: 'refuse', feeWaived: false, reason: 'Công trình thuộc thẩm quyền của Sở Xây dựng (giả định)' })] },
  { citizen: 'congdan3', place: { houseNo: '33', street: 'Hẻm Mẫu 12' }, delivery: electronic, steps: [file(5), accept(5), assign(5), { days: 4, at: '09:00', withdraw: 'Tôi đổi ý, chưa xây năm nay' }] },
  { citizen: 'congdan4', place: { houseNo: '61', street: 'Hẻm Mẫu 13' }, delivery: electronic, steps: [
    file(8), accept(8), assign(8), examine(6, '10:00', { outcome: 'refuse', reason: 'Vượt chiều cao quy hoạch (giả định)', conditions: { ...conditions, height: 'not-met' } }),
    complete(5, '09:00', 'thuly', 'draft', { result: 'refusal', refusal: { reason: 'Chiều cao vượt quy định của khu vực (giả định)', basis: 'Điều 50 Nghị định 217/2026/NĐ-CP' } }), review(5, '14:00'),
    complete(4, '09:00', 'lanhdao', 'sign', { outcome: 'sign', capacity: 'TM' }),
  ] },
  { citizen: 'congdan2', place: { houseNo: '109', street: 'Hẻm Mẫu 14' }, delivery: electronic, steps: [file(12), accept(12), assign(12)] },
  // Money that was not due: nobody has looked yet, less than the fee came, a second person is waited for, given back.
  { citizen: 'congdan4', place: { houseNo: '7', street: 'Hẻm Mẫu 15' }, delivery: electronic, steps: [...granted(false), paid(4, '08:10'), transfer(4, '08:12')] },
  { citizen: 'congdan3', place: { houseNo: '52', street: 'Hẻm Mẫu 16' }, delivery: electronic, steps: [...granted(false), transfer(3, '09:20', 57_000)] },
  { citizen: 'congdan2', place: { houseNo: '19', street: 'Hẻm Mẫu 17' }, delivery: electronic, steps: [...granted(false), paid(4, '09:00'), transfer(4, '15:00'), giveBack(1, '14:10', 'PC-118/2026 (giả định)', 'Chuyển khoản hai lần (giả định)')] },
  { citizen: 'congdan4', place: { houseNo: '26', street: 'Hẻm Mẫu 18' }, delivery: electronic, steps: [
    ...granted(false), paid(4, '10:00'), transfer(4, '10:01'), giveBack(3, '08:30', 'PC-117/2026 (giả định)', 'Bấm thanh toán hai lần (giả định)'), { days: 3, at: '10:00', by: 'lanhdao', approveRefund: true },
  ] },
];
