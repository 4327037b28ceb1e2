import type { Lang } from '../text.ts';

const words = {
  optional: { vi: '(không bắt buộc)', en: '(optional)' },
  wanted: { vi: '(nên điền)', en: '(we would like it)' },
  errorPrefix: { vi: 'Lỗi: ', en: 'Error: ' },
  note: { vi: 'Lưu ý: ', en: 'Note: ' },
  remark: { vi: 'Cán bộ yêu cầu: ', en: 'The office asks: ' },
  summary: { vi: 'Có chỗ cần sửa', en: 'There is something to correct' },
  next: { vi: 'Tiếp tục', en: 'Continue' },
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  choose: { vi: 'Chọn trong danh sách', en: 'Choose from the list' },
  day: { vi: 'Ngày', en: 'Day' },
  month: { vi: 'Tháng', en: 'Month' },
  year: { vi: 'Năm', en: 'Year' },
  notYet: { vi: 'Chưa tính được', en: 'Not computed yet' },
  hereIAm: { vi: 'Lấy vị trí của tôi', en: 'Use where I am' },
  locating: { vi: 'Đang tìm vị trí của bạn', en: 'Finding where you are' },
  notLocated: { vi: 'Không lấy được vị trí; hãy nhập tọa độ, địa chỉ hoặc mô tả', en: 'Your position could not be found; enter coordinates, an address or words' },
  add: { vi: 'Thêm {what}', en: 'Add {what}' },
  remove: { vi: 'Xóa', en: 'Remove' },
  removeWhat: { vi: 'Xóa {what}', en: 'Remove {what}' },
  removed: { vi: 'Đã xóa {what}', en: '{what} removed' },
  added: { vi: 'Đã thêm {what}', en: '{what} added' },
  pick: { vi: 'Chọn tệp', en: 'Choose files' },
  pickFor: { vi: 'Chọn tệp: {what}', en: 'Choose files: {what}' },
  photo: { vi: 'Chụp ảnh', en: 'Take a photo' },
  photoFor: { vi: 'Chụp ảnh: {what}', en: 'Take a photo: {what}' },
  accepts: { vi: 'Nhận {kinds}, mỗi tệp không quá {most}', en: 'Takes {kinds}, each file at most {most}' },
  uploading: { vi: 'Đang tải lên {what}', en: 'Uploading {what}' },
  uploadFailed: { vi: 'Chưa tải được “{what}”; kiểm tra mạng rồi chọn lại tệp', en: '“{what}” could not be uploaded; check the network and choose it again' },
  uploadsFirst: { vi: 'Chờ tệp tải lên xong rồi tiếp tục', en: 'Wait until the files are uploaded, then continue' },
  dismiss: { vi: 'Bỏ qua', en: 'Dismiss' },
  unanswered: { vi: 'Chưa trả lời', en: 'Not answered' },
  change: { vi: 'Thay đổi', en: 'Change' },
  flag: { vi: 'Yêu cầu sửa', en: 'Ask to correct' },
  flagged: { vi: 'Đã đánh dấu', en: 'Flagged' },
  computed: { vi: 'Hệ thống tính', en: 'Computed' },
} as const;

export type Word = keyof typeof words;
export type Say = (word: Word, values?: Readonly<Record<string, string>>) => string;

/** The theme's own words in one language; `{what}` is filled from the values. */
export const sayIn = (lang: Lang): Say => (word, values = {}) => words[word][lang].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
