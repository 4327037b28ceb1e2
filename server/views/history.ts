import type { Definition, LocalText } from '../../engine/definition.ts';
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
};

const because = { vi: 'lý do', en: 'reason' } as const;
const reasoned: ReadonlySet<string> = new Set(['move', 'incident.skip', 'incident.retry', 'transfer', 'transfer.undo', 'job.complete', 'job.fail', 'job.release']);

/** Why a person changed the process against the drawing, by the entry's number; gone once the dossier's personal data are erased. */
export async function reasonsIn(tx: Transaction, dossierId: string, entries: readonly JournalRow[]): Promise<ReadonlyMap<number, string>> {
  const reasons = new Map<number, string>();
  for (const { seq } of entries.filter(({ kind }) => reasoned.has(kind))) {
    const kept = await tx.journalPayloads.first({ dossierId, seq });
    const { about } = (kept?.payload ?? {}) as { readonly about?: { readonly reason?: unknown } };
    if (typeof about?.reason === 'string') reasons.set(seq, about.reason);
  }
  return reasons;
}

/** An entry of the record in words: what was done, and the steps it left and reached. */
export function historyEntry(row: JournalRow, definition: Definition, names: Names, reason?: string): HistoryEntry {
  const passed = (did: 'enter' | 'leave') =>
    [...new Set(row.visits.filter((visit) => visit.did === did).map(({ element }) => element))]
      .flatMap((element) => definition.nodes[element] ?? [])
      .filter(({ kind }) => kind === 'userTask' || kind === 'serviceTask' || kind === 'receiveTask')
      .map(stepName);
  const left = passed('leave');
  const reached = passed('enter');
  const said = words[row.kind as Deed];
  const text = (language: 'vi' | 'en'): string => {
    const from = left.map((name) => name[language]).join(', ');
    const to = reached.map((name) => name[language]).join(', ');
    return `${said[language]}${from === '' ? '' : `: ${from}`}${to === '' ? '' : ` → ${to}`}${reason === undefined ? '' : ` (${because[language]}: ${reason})`}`;
  };
  return { seq: row.seq, at: row.at, by: names.person(row.actor), kind: row.kind, text: { vi: text('vi'), en: text('en') }, hash: row.hash };
}
