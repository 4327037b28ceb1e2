import type { LocalText } from '../../engine/definition.ts';
import { checkPackage } from '../../procedures/check.ts';
import { takeElsewhere } from '../../procedures/elsewhere/take.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { Elsewhere, Examined } from '../api/designer.ts';
import { findingView } from './changed-files.ts';

/** Looks at files of other tools; `base` is what the package would hold besides. */
export interface ExamineJob {
  readonly work: 'examine';
  readonly base: PackageFiles;
  readonly elsewhere: Elsewhere;
  /** Not to be checked: whoever begins with it has read what the check says. */
  readonly unchecked?: true;
}
export type FoundElsewhere = Examined | { readonly refused: LocalText };

const most = 500;

/** What every procedure has to fill in says nothing about the file. */
const ofEveryProcedure = new Set(['filled-in']);

export async function examine({ base, elsewhere: { files: offered, process, translate }, unchecked }: ExamineJob): Promise<FoundElsewhere> {
  const taken = await takeElsewhere(offered, { process, translate });
  if ('refused' in taken) return taken;
  const found = unchecked ? [] : await checkPackage(new Map([...base, ...taken.files]));
  const { kind, name, isForeign: foreign, processes, outside, furtherDrawings, isArranged: arranged, files, names, left } = taken;
  return {
    kind, foreign, furtherDrawings, arranged, name: line(name),
    processes: processes.slice(0, most).map(({ id, name: called, file, becomes, people, machines, choices, events, parts, undrawn }) => ({ id: line(id), name: line(called ?? id), file: line(file), becomes, people, machines, choices, events, parts, undrawn: undrawn.slice(0, most).map(line) })),
    outside: outside.slice(0, most).map(line),
    files: [...files].map(([path, text]) => ({ path, text })),
    names: [...names].slice(0, 5000).map(([id, words]) => ({ id: line(id), name: { vi: line(words.vi), en: line(words.en) } })),
    left: left.slice(0, most).map(findingView),
    findings: found.filter(({ rule, file }) => !ofEveryProcedure.has(rule) && (file === undefined || files.has(file))).slice(0, most).map(findingView),
  };
}

const line = (text: string): string => text.slice(0, 500) || '-';

export const tooMuch: FoundElsewhere = { refused: {
  vi: 'Đọc các tệp này mất quá nhiều thời gian hoặc bộ nhớ. Hãy tách sơ đồ thành nhiều tệp nhỏ hơn rồi nhập lại.',
  en: 'Reading these files takes too much time or memory. Split the diagram into smaller files, and take them in again.',
} };

/** What a procedure has besides its process: the empty template without its own step and scenario. */
export const emptyPackage = (blank: PackageFiles | undefined): PackageFiles =>
  new Map([...blank ?? []].filter(([path]) => !/^(process\.|scenarios\/|forms\/answer\.json$|README\.md$)/.test(path)));
