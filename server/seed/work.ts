import { begin, done, type OfficeStory } from './office.ts';
import { counter, ward } from './units.ts';

const day = 1440;
const handler = `${ward}:handler:account-thuly`;
const second = `${ward}:handler:account-thuly2`;
const desk = `${counter}:receptionist:`;

/** Work that leaders gave: in hand, late, waiting to be confirmed, declined, done. All of it is made up, and says so. */
export const workStories: readonly OfficeStory[] = [
  { unit: ward, deeds: [
    begin(6 * day, 'truongphong', { title: 'Kiểm tra cống trước mùa mưa (giả định)', text: 'Kiểm tra hố ga của Khu phố 1, chụp ảnh chỗ nghẹt. Dữ liệu giả định.', to: handler, dueBy: 'hours', amount: 8 }),
    done(6 * day - 30, 'thuly', 'accept', { outcome: 'accept' }),
    done(5 * day, 'thuly', 'work', { outcome: 'progress', note: 'Đã kiểm tra Tổ 1; Tổ 2 còn ngập (giả định).' }),
  ] },
  { unit: ward, deeds: [
    begin(90, 'truongphong', { title: 'Đo vỉa hè Đường Hoa Mai Mẫu (giả định)', text: 'Đo chiều rộng từng đoạn, ghi vào bảng. Dữ liệu giả định.', to: second, dueBy: 'days', amount: 3 }),
    done(60, 'thuly2', 'accept', { outcome: 'accept' }),
    done(20, 'thuly2', 'work', { outcome: 'done', note: 'Đã đo xong sáu đoạn (giả định).' }),
  ] },
  { unit: ward, deeds: [
    begin(70, 'truongphong', { title: 'Trả lời đơn của Tổ 3 (giả định)', text: 'Soạn thư trả lời, trình ký. Dữ liệu giả định.', to: second, dueBy: 'days', amount: 5 }),
    done(50, 'thuly2', 'accept', { outcome: 'decline', reason: 'Đơn thuộc phần việc của văn phòng (giả định)' }),
  ] },
  { unit: ward, deeds: [begin(45, 'lanhdao', { title: 'Gọi người nộp hồ sơ đã có kết quả (giả định)', text: 'Gọi từng người chưa đến nhận. Dữ liệu giả định.', to: desk, dueBy: 'days', amount: 2 })] },
  { unit: ward, deeds: [
    begin(3 * day, 'lanhdao', { title: 'Dọn kho lưu trữ tầng hai (giả định)', text: 'Sắp lại hồ sơ năm trước. Dữ liệu giả định.', to: `${ward}:clerk:account-vanthu`, dueBy: 'days', amount: 10 }),
    done(3 * day - 20, 'vanthu', 'accept', { outcome: 'accept' }),
    done(day, 'vanthu', 'work', { outcome: 'done', note: 'Đã xếp xong (giả định).' }),
    done(day - 60, 'lanhdao', 'confirm', { outcome: 'confirm' }),
  ] },
];
