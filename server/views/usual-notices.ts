import type { LocalText } from '../../engine/definition.ts';
import type { NewsKind } from '../../procedures/news.ts';
import type { Notice } from '../../procedures/procedure.ts';

const both = (vi: string, en: string): LocalText => ({ vi, en });

/** What is told of a paper that was to be signed digitally and was signed with a pen. */
export const signedByHand = 'signed-by-hand';

/** What is told by itself, in everyday words (glossary, section 6). */
export const usualNotices: Readonly<Record<NewsKind | typeof signedByHand, Notice>> = {
  filed: {
    title: both('Hồ sơ đã được gửi', 'Your dossier has been sent'),
    body: both('Mã hồ sơ: {code}. Cơ quan sẽ kiểm tra và báo bạn khi tiếp nhận.', 'Its code is {code}. The office will check it and tell you when it is accepted.'),
  },
  begun: {
    title: both('Đã mở thêm một hồ sơ cho bạn', 'Another dossier was opened for you'),
    body: both('Mã hồ sơ: {code}. Hồ sơ này mở tiếp từ hồ sơ {from}. Bạn không phải nộp lại gì.', 'Its code is {code}. It follows from your dossier {from}. You need not send anything again.'),
  },
  accepted: { title: both('Hồ sơ đã được tiếp nhận', 'Your dossier has been accepted'), body: both('Hẹn trả kết quả: {due}. Cơ quan đang giải quyết.', 'The result is due on {due}. The office is working on it.') },
  'not-accepted': {
    title: both('Hồ sơ không được tiếp nhận', 'Your dossier was not accepted'),
    body: both('Mở hồ sơ để đọc lý do. Sửa xong, bạn có thể nộp hồ sơ mới.', 'Open it to read why. Once that is put right, you can file a new one.'),
  },
  handling: { title: both('Cơ quan đang giải quyết', 'The office is working on it'), body: both('Lúc này bạn không phải làm gì.', 'There is nothing for you to do now.') },
  'supplement-wanted': {
    title: both('Hồ sơ cần bạn bổ sung', 'Your dossier needs corrections'),
    body: both('Mở hồ sơ để xem từng mục cần sửa. Gửi lại trước {answerByTime}.', 'Open it to see each item. Send them before {answerByTime}.'),
  },
  'supplement-received': {
    title: both('Đã nhận phần bổ sung của bạn', 'Your corrections have arrived'),
    body: both('Cơ quan kiểm tra rồi giải quyết tiếp.', 'The office checks them and goes on.'),
  },
  'payment-wanted': {
    title: both('Mời bạn nộp phí, lệ phí', 'Please pay the fee'),
    body: both('Cơ quan đã giải quyết xong. Số tiền: {amount}. Bạn nhận kết quả sau khi nộp.', 'The office has decided. It is {amount}. You get the result once it is paid.'),
  },
  withdrawn: { title: both('Bạn đã rút hồ sơ', 'You withdrew your dossier'), body: both('Cơ quan không giải quyết tiếp.', 'The office no longer works on it.') },
  stopped: { title: both('Việc giải quyết hồ sơ đã dừng', 'Work on your dossier has stopped'), body: both('Mở hồ sơ để đọc thông báo và lý do.', 'Open it to read the notice and why.') },
  ready: { title: both('Hồ sơ đã có kết quả', 'Your result is ready'), body: both('{way}', '{way}') },
  returned: { title: both('Kết quả đã được trả', 'Your result has been delivered'), body: both('Mời bạn đánh giá việc giải quyết hồ sơ.', 'Please tell us how we did.') },
  'due-moved': {
    title: both('Ngày hẹn trả đã đổi', 'The date of your result has changed'),
    body: both('Hẹn trả kết quả: {due}. Lịch làm việc của cơ quan có thay đổi.', 'The result is due on {due}. The office’s working days have changed.'),
  },
  'money-odd': {
    title: both('Đã nhận tiền ngoài khoản phải nộp', 'Money came that was not due'),
    body: both('Cơ quan nhận được {amount} không khớp với phí, lệ phí phải nộp. Bạn không phải làm gì: cơ quan kiểm tra và báo bạn cách hoàn lại.', 'The office received {amount}, which is not the fee that was due. There is nothing for you to do: the office looks into it and tells you how you get it back.'),
  },
  'refund-owed': {
    title: both('Bạn được hoàn lại tiền', 'You get money back'),
    body: both('Số tiền: {amount}. Phí, lệ phí của hồ sơ đã giảm. Cơ quan sẽ báo bạn khi hoàn xong.', 'It is {amount}. The fee of your dossier was lowered. The office tells you when it is given back.'),
  },
  'refund-made': {
    title: both('Đã hoàn tiền cho bạn', 'Your money was given back'),
    body: both('Số tiền: {amount}, ngày {day}. Chứng từ: {document}.', 'It is {amount}, on {day}. Document: {document}.'),
  },
  'money-kept': {
    title: both('Tiền bạn chuyển đã được tính vào phí, lệ phí', 'What you paid was counted as the fee'),
    body: both('Số tiền được tính: {amount}. Phần còn lại, nếu có, sẽ được hoàn lại.', 'Counted: {amount}. What is left, if anything, is given back.'),
  },
  [signedByHand]: {
    title: both('Kết quả của bạn được ký tay, không ký số', 'Your result is signed by hand, not digitally'),
    body: both('Lý do: {byHand}. Mời bạn nhận bản giấy tại nơi tiếp nhận hồ sơ.', 'The reason: {byHand}. Please collect the paper where your dossier was received.'),
  },
  reopened: { title: both('Hồ sơ được mở lại', 'Your dossier is open again'), body: both('Cơ quan đang giải quyết lại.', 'The office is working on it again.') },
};

/** For a notice whose name the dossier's version of the procedure no longer has. */
export const anyNotice: Notice = { title: both('Hồ sơ có thay đổi', 'Your dossier has changed'), body: both('Mở hồ sơ để xem.', 'Open it to see what is new.') };

/** How a result that is ready reaches the applicant, by their choice: `{way}`. */
export const waysToGet: Readonly<Record<string, LocalText>> = {
  electronic: both('Mở hồ sơ để xem và tải về.', 'Open your dossier to read and download it.'),
  counter: both('Mời bạn đến nơi tiếp nhận hồ sơ để nhận.', 'Please collect it where your dossier was received.'),
  post: both('Bưu điện sẽ giao đến địa chỉ bạn đã chọn.', 'The post will bring it to the address you chose.'),
};
