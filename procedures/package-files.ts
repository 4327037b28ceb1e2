import { parseUnrounded, Rounded } from '../engine/expression/exact-json.ts';
import { jsonFault, nameTwice } from '../engine/json-fault.ts';
import type { Finding } from './finding.ts';

/** A package as it lies in a folder, a zip or the database: path with `/` -> content. */
export type PackageFiles = ReadonlyMap<string, Uint8Array | string>;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const bytes = new TextEncoder();

export const bytesOf = (content: Uint8Array | string): Uint8Array => (typeof content === 'string' ? bytes.encode(content) : content);

/** Text of a file in NFC. Throws when the bytes are not UTF-8. */
export const textOf = (content: Uint8Array | string): string => (typeof content === 'string' ? content : utf8.decode(content)).normalize('NFC');

/** `forms/application.json` -> `application`, for files right in the folder. */
export function* filesIn(files: PackageFiles, folder: string, extension: string): Generator<{ readonly path: string; readonly name: string; readonly content: Uint8Array | string }> {
  for (const path of [...files.keys()].toSorted()) {
    const name = path.startsWith(`${folder}/`) && path.endsWith(extension) ? path.slice(folder.length + 1, -extension.length) : '';
    if (name !== '' && !name.includes('/')) yield { path, name, content: files.get(path)! };
  }
}

/** The JSON of a file, or the finding that says why there is none. */
export function readJson(path: string, content: Uint8Array | string): { readonly value: unknown } | { readonly finding: Finding & { readonly messageVi: string } } {
  const refuse = (why: string, whyVi: string) => ({ finding: { rule: 'json', severity: 'error', element: path, file: path, message: `expected JSON in UTF-8 in ${path}, but ${why}`, messageVi: `tệp ${path} không đọc được: ${whyVi}` } as const });
  let text: string;
  try {
    text = textOf(content);
  } catch {
    return refuse('it holds other bytes', 'tệp không phải chữ UTF-8');
  }
  try {
    const value = parseUnrounded(text);
    const twice = nameTwice(text);
    return twice === undefined ? { value } : refuse(twice, nameTwice(text, 'vi')!);
  } catch (error) {
    if (error instanceof Rounded) return refuse(error.message, `số ${error.digits} có nhiều chữ số hơn mức giữ được chính xác, hoặc quá lớn`);
    return refuse(jsonFault(text) ?? (error as Error).message, jsonFault(text, 'vi') ?? 'chữ trong tệp không phải JSON');
  }
}

/** A damaged text is read as far as it goes: its reader then says where it breaks. */
export function safeText(path: string, content: Uint8Array | string, found: Finding[]): string {
  try {
    return textOf(content);
  } catch {
    found.push({ rule: 'encoding', severity: 'error', element: path, file: path, message: `expected ${path} to be UTF-8, but it is not`, messageVi: `tệp ${path} phải là chữ UTF-8` });
    return new TextDecoder().decode(bytesOf(content));
  }
}
