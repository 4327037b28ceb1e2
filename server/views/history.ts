import type { Definition, LocalText } from '../../engine/definition.ts';
import type { JournalRow } from '../../storage/tables/journal.ts';
import type { HistoryEntry } from '../api/desk.ts';
import type { Names } from './names.ts';
import { stepName } from './step-name.ts';

const words: Readonly<Record<string, LocalText>> = {
  'file': { vi: 'Nộp hồ sơ', en: 'Dossier filed' },
  'task.claim': { vi: 'Nhận việc', en: 'Step taken' },
  'task.release': { vi: 'Trả lại việc', en: 'Step given back' },
  'task.assign': { vi: 'Giao việc', en: 'Step given to someone' },
  'task.complete': { vi: 'Hoàn thành bước', en: 'Step done' },
  'message': { vi: 'Nhận thông tin từ bên ngoài', en: 'Message received' },
  'withdraw': { vi: 'Rút hồ sơ', en: 'Dossier withdrawn' },
  'incident.retry': { vi: 'Thử lại bước bị lỗi', en: 'Failed step tried again' },
  'timer': { vi: 'Đến thời hạn', en: 'Time limit reached' },
  'connector': { vi: 'Hệ thống thực hiện', en: 'Done by the system' },
};

/** An entry of the record in words: what was done, and the steps it left and reached. */
export function historyEntry(row: JournalRow, definition: Definition, names: Names): HistoryEntry {
  const passed = (did: 'enter' | 'leave') =>
    [...new Set(row.visits.filter((visit) => visit.did === did).map(({ element }) => element))]
      .flatMap((element) => definition.nodes[element] ?? [])
      .filter(({ kind }) => kind === 'userTask' || kind === 'serviceTask' || kind === 'receiveTask')
      .map(stepName);
  const left = passed('leave');
  const reached = passed('enter');
  const said = words[row.kind] ?? { vi: row.kind, en: row.kind };
  const text = (language: 'vi' | 'en'): string => {
    const from = left.map((name) => name[language]).join(', ');
    const to = reached.map((name) => name[language]).join(', ');
    return `${said[language]}${from === '' ? '' : `: ${from}`}${to === '' ? '' : ` → ${to}`}`;
  };
  return { seq: row.seq, at: row.at, by: names.person(row.actor), kind: row.kind, text: { vi: text('vi'), en: text('en') }, hash: row.hash };
}
