import type { ProblemCode } from '../api/problem.ts';
import type { LocalText } from '../api/shape.ts';

interface Wording { readonly title: LocalText; readonly detail: LocalText }
const say = (titleVi: string, titleEn: string, vi: string, en: string): Wording => ({ title: { vi: titleVi, en: titleEn }, detail: { vi, en } });

/** Title and usual sentence of each problem. The sentence says what to do. */
export const problemTexts: { readonly [Code in ProblemCode]: Wording } = {
  'malformed': say('Yêu cầu không đọc được', 'Request not readable', 'Nội dung gửi lên không đúng định dạng JSON.', 'The body is not well-formed JSON.'),
  'sign-in-required': say('Cần đăng nhập', 'Sign-in required', 'Vui lòng đăng nhập để tiếp tục. Phiên đăng nhập có thể đã hết hạn.', 'Please sign in to go on. Your session may have expired.'),
  'wrong-credentials': say('Đăng nhập không thành công', 'Sign-in failed', 'Tên đăng nhập hoặc mật khẩu không đúng.', 'The user name or the password is wrong.'),
  'forbidden': say('Không có quyền', 'Not allowed', 'Bạn không có quyền thực hiện thao tác này.', 'You may not do this.'),
  'origin-refused': say('Nguồn yêu cầu không hợp lệ', 'Origin refused', 'Yêu cầu phải được gửi từ chính trang này. Vui lòng tải lại trang và thử lại.', 'The request must come from this site itself. Please reload the page and try again.'),
  'four-eyes': say('Cần một người khác', 'Another person is needed', 'Bước này phải do người khác với người đã làm bước trước thực hiện.', 'This step must be done by another person than the one who did the step before.'),
  'not-found': say('Không tìm thấy', 'Not found', 'Không tìm thấy nội dung này, hoặc bạn không được xem.', 'This does not exist, or you may not see it.'),
  'method-not-allowed': say('Phương thức không được hỗ trợ', 'Method not allowed', 'Địa chỉ này không nhận phương thức đã dùng.', 'This address does not take the method that was used.'),
  'version-conflict': say('Hồ sơ đã thay đổi', 'The dossier has changed', 'Bản ghi đã bị thay đổi từ phiên khác. Vui lòng tải lại trước khi tiếp tục.', 'The record was changed elsewhere. Please reload before going on.'),
  'revision-conflict': say('Bản lưu đã thay đổi', 'Saved elsewhere', 'Nội dung này đã được lưu từ nơi khác. Vui lòng xem bản mới trước khi lưu.', 'This was saved elsewhere meanwhile. Please look at the newer one before saving.'),
  'task-taken': say('Đã có người nhận việc', 'Someone has the step', 'Bước này đã có người khác nhận.', 'Someone else has taken this step.'),
  'task-closed': say('Việc đã xong', 'The step is done', 'Bước này đã được hoàn thành hoặc không còn nữa.', 'This step has been completed or is no longer open.'),
  'dossier-closed': say('Hồ sơ đã kết thúc', 'The dossier is closed', 'Hồ sơ đã kết thúc, không thể thực hiện thao tác này.', 'The dossier has ended; this can no longer be done.'),
  'key-reused': say('Khóa yêu cầu đã dùng', 'Request key used before', 'Khóa Idempotency-Key này đã dùng cho một nội dung khác. Vui lòng tạo khóa mới.', 'This Idempotency-Key was used for another content. Please make a new key.'),
  'key-taken': say('Mã thủ tục đã có', 'The key is taken', 'Đã có thủ tục mang mã này. Vui lòng chọn mã khác.', 'There is a procedure with this key already. Please choose another.'),
  'payment-closed': say('Khoản này không còn chờ nộp', 'Nothing to pay', 'Khoản phí, lệ phí này đã nộp hoặc không còn hiệu lực.', 'This fee has been paid or is no longer due.'),
  'too-large': say('Nội dung quá lớn', 'Too large', 'Nội dung gửi lên vượt quá giới hạn cho phép.', 'What was sent is larger than allowed.'),
  'unsupported-media-type': say('Kiểu nội dung không được hỗ trợ', 'Media type not supported', 'Kiểu nội dung (Content-Type) không đúng với địa chỉ này.', 'The content type does not fit this address.'),
  'invalid': say('Thông tin chưa hợp lệ', 'Not valid', 'Một số thông tin chưa hợp lệ. Vui lòng xem từng lỗi.', 'Some of the information is not valid. Please see each error.'),
  'file-refused': say('Tệp không được nhận', 'File refused', 'Tệp vượt giới hạn hoặc sai định dạng.', 'The file is too large or of a wrong type.'),
  'not-sound': say('Quy trình còn lỗi', 'The procedure has errors', 'Chưa thể công bố: quy trình còn lỗi cần sửa.', 'It cannot be published yet: there are errors to mend.'),
  'rejected': say('Không thực hiện được', 'Not possible now', 'Thao tác này không thực hiện được ở trạng thái hiện tại của hồ sơ.', 'This cannot be done in the dossier’s present state.'),
  'too-many-requests': say('Quá nhiều lần thử', 'Too many tries', 'Bạn đã thử quá nhiều lần. Vui lòng đợi rồi thử lại.', 'You have tried too often. Please wait and try again.'),
  'internal': say('Lỗi hệ thống', 'Internal error', 'Đã có lỗi ở phía hệ thống. Vui lòng thử lại; nếu vẫn lỗi, hãy báo mã yêu cầu.', 'Something went wrong on our side. Please try again; if it stays, tell us the request id.'),
  'unavailable': say('Tạm thời không phục vụ được', 'Not available now', 'Hệ thống tạm thời không phục vụ được. Vui lòng thử lại sau ít phút.', 'The service is not available for the moment. Please try again in a few minutes.'),
};
