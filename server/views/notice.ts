import type { LocalText } from '../../engine/definition.ts';
import type { DossierRow } from '../../storage/tables/dossiers.ts';
import type { OutboxRow } from '../../storage/tables/outbox.ts';

type Say = (facts: { readonly code: string; readonly due: string; readonly amount: string }) => LocalText;

/** Notices to the citizen by kind (glossary, section 6). */
const sentences: Readonly<Record<string, Say>> = {
  'state.1': ({ code }) => ({ vi: `Hồ sơ ${code} đã được gửi thành công.`, en: `Dossier ${code} was sent.` }),
  'state.2': ({ code, due }) => ({ vi: `Hồ sơ ${code} đã được tiếp nhận.${due && ` Ngày hẹn trả: ${due}.`}`, en: `Dossier ${code} accepted.${due && ` Due ${due}.`}` }),
  'state.3': ({ code }) => ({ vi: `Hồ sơ ${code} không được tiếp nhận. Đề nghị Ông/Bà xem lý do trên Cổng.`, en: `Dossier ${code} was not accepted. Please see the reason on the portal.` }),
  'state.4': ({ code }) => ({ vi: `Hồ sơ ${code} đang được xử lý.`, en: `Dossier ${code} is being handled.` }),
  'state.5': ({ code }) => ({ vi: `Hồ sơ ${code} cần bổ sung. Đề nghị Ông/Bà hoàn thiện trên hệ thống.`, en: `Dossier ${code} needs a supplement. Please complete it on the portal.` }),
  'state.6': ({ code, amount }) => ({ vi: `Hồ sơ ${code}: vui lòng nộp ${amount || 'phí, lệ phí'}.`, en: `Dossier ${code}: please pay ${amount || 'the fee'}.` }),
  'state.7': ({ code }) => ({ vi: `Hồ sơ ${code} đã được rút theo yêu cầu.`, en: `Dossier ${code} was withdrawn at your request.` }),
  'state.8': ({ code }) => ({ vi: `Việc giải quyết hồ sơ ${code} đã dừng.`, en: `Handling of dossier ${code} has stopped.` }),
  'state.9': ({ code }) => ({ vi: `Hồ sơ ${code} đã có kết quả. Mời Ông/Bà nhận kết quả.`, en: `The result of ${code} is ready.` }),
  'state.10': ({ code }) => ({ vi: `Kết quả hồ sơ ${code} đã được trả. Mời Ông/Bà đánh giá.`, en: `The result of ${code} was delivered. Please rate.` }),
};
const other: Say = ({ code }) => ({ vi: `Hồ sơ ${code} có thông tin mới.`, en: `There is news about dossier ${code}.` });

const day = (at: unknown): string => (typeof at === 'string' ? new Intl.DateTimeFormat('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(at)) : '');

/** What a notice says to the citizen, in both languages. A notice may carry its own `text`. */
export function noticeText(notice: Pick<OutboxRow, 'kind' | 'payload'>, dossier: Pick<DossierRow, 'code' | 'dueAt'>): LocalText {
  const own = notice.payload['text'];
  if (typeof own === 'string') return { vi: own, en: own };
  if (typeof own === 'object' && own !== null && 'vi' in own && 'en' in own) return { vi: String(own.vi), en: String(own.en) };
  const state = notice.payload['state'];
  const amount = notice.payload['amount'];
  const say = sentences[typeof state === 'number' ? `state.${state}` : notice.kind] ?? other;
  return say({ code: dossier.code, due: day(notice.payload['dueAt'] ?? dossier.dueAt), amount: typeof amount === 'number' ? `${amount.toLocaleString('vi-VN')} đ` : '' });
}
