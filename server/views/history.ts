import type { Definition, Kind, LocalText } from '../../engine/definition.ts';
import type { Deed } from '../../runtime/open-dossier.ts';
import type { Transaction } from '../../storage/store.ts';
import type { JournalRow } from '../../storage/tables/journal.ts';
import type { HistoryEntry } from '../api/desk.ts';
import type { Names } from './names.ts';
import { stepName } from './step-name.ts';

const words: Readonly<Record<Deed, LocalText>> = {
  'file': { vi: 'Nộp hồ sơ', en: 'Dossier filed' },
  'task.claim': { vi: 'Nhận việc', en: 'Step taken' },
  'task.release': { vi: 'Trả lại việc', en: 'Step given back' },
  'task.assign': { vi: 'Giao việc', en: 'Step given to someone' },
  'task.complete': { vi: 'Hoàn thành bước', en: 'Step done' },
  'task.fail': { vi: 'Báo không làm được', en: 'Reported as not possible' },
  'task.escalate': { vi: 'Báo lên', en: 'Escalated' },
  'message': { vi: 'Nhận thông tin từ bên ngoài', en: 'Message received' },
  'withdraw': { vi: 'Rút hồ sơ', en: 'Dossier withdrawn' },
  'incident.retry': { vi: 'Thử lại bước bị lỗi', en: 'Failed step tried again' },
  'incident.skip': { vi: 'Bỏ qua bước bị lỗi', en: 'Failed step skipped' },
  'move': { vi: 'Chuyển bước bằng tay', en: 'Moved by hand' },
  'step.begin': { vi: 'Bắt đầu một bước', en: 'Step begun' },
  'step.end': { vi: 'Kết thúc nhóm bước', en: 'Steps ended' },
  'signal': { vi: 'Nhận tín hiệu', en: 'Signal received' },
  'begin': { vi: 'Mở hồ sơ, không có đơn nộp', en: 'Dossier begun without an application' },
  'transfer': { vi: 'Chuyển sang phiên bản khác của thủ tục', en: 'Taken to another version of the procedure' },
  'transfer.undo': { vi: 'Chuyển về phiên bản trước', en: 'Taken back to the former version' },
  'timer': { vi: 'Đến thời hạn', en: 'Time limit reached' },
  'job.complete': { vi: 'Xong việc tự động', en: 'Automatic step done' },
  'job.release': { vi: 'Giao lại việc cho hệ thống khác', en: 'Work given out again' },
  'job.fail': { vi: 'Việc tự động bị lỗi', en: 'Automatic step failed' },
  'money.odd': { vi: 'Nhận tiền ngoài khoản phải nộp', en: 'Money came that was not due' },
  'money.kept': { vi: 'Tính tiền đã nhận vào phí, lệ phí', en: 'Money that came was counted as the fee' },
  'money.aside': { vi: 'Khoản tiền được giải quyết ngoài hệ thống', en: 'Money was settled elsewhere' },
  'fee.lowered': { vi: 'Giảm phí, lệ phí đã thu', en: 'Fee lowered after it was paid' },
  'refund.asked': { vi: 'Đề nghị hoàn tiền', en: 'Refund asked for' },
  'refund.approved': { vi: 'Duyệt hoàn tiền', en: 'Refund approved' },
  'refund.declined': { vi: 'Không duyệt hoàn tiền', en: 'Refund declined' },
  'refund.abandoned': { vi: 'Thôi hoàn tiền qua cổng thanh toán', en: 'Refund at the provider abandoned' },
  'refund.made': { vi: 'Đã hoàn tiền', en: 'Money given back' },
};

const steps: ReadonlySet<Kind> = new Set(['userTask', 'serviceTask', 'receiveTask']);
const events: ReadonlySet<Kind> = new Set(['boundaryEvent']);

const because = { vi: 'lý do', en: 'reason' } as const;
const reasoned: ReadonlySet<string> = new Set(['move', 'task.fail', 'task.escalate', 'incident.skip', 'incident.retry', 'transfer', 'transfer.undo', 'job.complete', 'job.fail', 'job.release', 'money.kept', 'money.aside', 'fee.lowered', 'refund.asked', 'refund.declined', 'refund.abandoned']);

/** Why a person changed the process against the drawing, or when it is due, by the entry's number; gone once the dossier's personal data are erased. */
export async function reasonsIn(tx: Transaction, dossierId: string, entries: readonly JournalRow[], { nodes }: Definition): Promise<ReadonlyMap<number, string>> {
  const reasons = new Map<number, string>();
  const isDueAnew = ({ visits }: JournalRow): boolean => visits.some(({ did, element }) => did === 'enter' && nodes[element]?.step.clock === 'limit');
  for (const { seq } of entries.filter((entry) => reasoned.has(entry.kind) || isDueAnew(entry))) {
    const kept = await tx.journalPayloads.first({ dossierId, seq });
    const { about, events } = (kept?.payload ?? {}) as { readonly about?: Said; readonly events?: readonly { readonly data?: Said }[] };
    const reason = [about, ...(events ?? []).map(({ data }) => data)].map((said) => said?.reason).find((one) => typeof one === 'string');
    if (reason !== undefined) reasons.set(seq, reason);
  }
  return reasons;
}

interface Said { readonly reason?: unknown }

/** An entry of the record in words: what was done, and the steps it left and reached. */
export function historyEntry(row: JournalRow, definition: Definition, names: Names, reason?: string): HistoryEntry {
  const passed = (did: 'enter' | 'leave', kinds: ReadonlySet<Kind> = steps) =>
    [...new Set(row.visits.filter((visit) => visit.did === did).map(({ element }) => element))]
      .flatMap((element) => definition.nodes[element] ?? [])
      .filter(({ kind }) => kinds.has(kind))
      .map(stepName);
  // What was reported goes by the name of the event that caught it: the step may be open as before.
  const reported = row.kind === 'task.fail' || row.kind === 'task.escalate' ? passed('enter', events) : [];
  const left = reported.length > 0 ? reported : passed('leave');
  const reached = passed('enter');
  const said = words[row.kind as Deed];
  const text = (language: 'vi' | 'en'): string => {
    const from = left.map((name) => name[language]).join(', ');
    const to = reached.map((name) => name[language]).join(', ');
    return `${said[language]}${from === '' ? '' : `: ${from}`}${to === '' ? '' : ` → ${to}`}${reason === undefined ? '' : ` (${because[language]}: ${reason})`}`;
  };
  return { seq: row.seq, at: row.at, by: names.person(row.actor), kind: row.kind, text: { vi: text('vi'), en: text('en') }, hash: row.hash };
}
