import type { LocalText } from '../../engine/definition.ts';
import { textOf, type PackageFiles } from '../../procedures/package-files.ts';
import { PackagePath } from '../api/designer.ts';
import { isStorable } from '../http/json-body.ts';
import { faultsOf } from '../http/validate.ts';
import { isText } from '../library/package-files.ts';

/** What a package may hold at most. */
export const most = { files: 300, bytes: 10_000_000 } as const;

/** A file that comes from outside, in a zip or in a folder; its `size` is what it says of itself, in bytes. */
export interface Incoming {
  readonly name: string;
  readonly size: number;
  read(): Promise<Buffer>;
}

export type Accepted = { readonly files: PackageFiles } | { readonly fault: LocalText };

export const fault = (vi: string, en: string): Accepted => ({ fault: { vi, en } });
export const tooMuch = fault('Gói thủ tục chứa quá nhiều: tối đa 300 tệp và 10 MB.', 'The package holds too much: at most 300 files and 10 MB.');
/** What file managers and editors leave behind: no part of a package. */
export const isLitter = (name: string): boolean => /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini)(\/|$)/.test(name);

/** The files of a package, whatever they come in: its folder is where `procedure.json` lies, and nothing lies beside it. */
export async function accept(incoming: readonly Incoming[]): Promise<Accepted> {
  if (incoming.length > most.files || incoming.reduce((sum, { size }) => sum + size, 0) > most.bytes) return tooMuch;
  const homes = incoming.map(({ name }) => name).filter((name) => /(^|\/)procedure\.json$/.test(name)).toSorted((one, other) => one.length - other.length);
  const folder = homes[0]?.slice(0, -'procedure.json'.length);
  if (folder === undefined) return fault('Cần một thủ tục đã xuất từ hệ thống này, nhưng trong tệp không có procedure.json. Nếu trong đó có sơ đồ .bpmn của công cụ khác, hãy giải nén rồi chọn chính tệp .bpmn.', 'Expected a procedure that was exported from this system, but the file holds no procedure.json. If it holds a .bpmn diagram of another tool, unpack it and choose the .bpmn file itself.');
  const files = new Map<string, Buffer>();
  for (const { name, read } of incoming) {
    const path = name.slice(folder.length);
    const named = `“${name.slice(0, 200)}”`;
    if (!name.startsWith(folder)) return fault(`Tệp ${named} nằm ngoài thư mục của thủ tục.`, `The file ${named} lies outside the procedure’s folder.`);
    if (faultsOf(PackagePath, path, 'en', 'body').length > 0) return fault(`Tên tệp ${named} chỉ được có chữ không dấu, số, “.”, “_”, “-”.`, `The file name ${named} may only have plain letters, digits, “.”, “_” and “-”.`);
    if (files.has(path)) return fault(`Tệp ${named} có hai lần.`, `The file ${named} is there twice.`);
    const content = await read();
    if (isText(path) && !readable(content)) return fault(`Tệp ${named} không phải văn bản UTF-8 đọc được.`, `The file ${named} is not text in UTF-8.`);
    files.set(path, content);
  }
  return { files };
}

function readable(content: Buffer): boolean {
  try {
    return isStorable(textOf(content));
  } catch {
    return false;
  }
}
