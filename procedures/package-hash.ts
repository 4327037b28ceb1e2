import { bytesOf, type PackageFiles } from './package-files.ts';

const hex = (bytes: ArrayBuffer): string => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes: Uint8Array): Promise<string> => hex(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));

/**
 * Name of a package by its content: SHA-256 over the lines `<sha256 of the file>  <path>\n`, sorted by path in code-unit
 * order, so that `sha256sum` in a shell can compute it too. In lower-case hexadecimal.
 */
export async function packageHash(files: PackageFiles): Promise<string> {
  const paths = [...files.keys()].toSorted((a, b) => (a < b ? -1 : 1));
  const lines: string[] = [];
  for (const path of paths) lines.push(`${await sha256(bytesOf(files.get(path)!))}  ${path}\n`);
  return sha256(new TextEncoder().encode(lines.join('')));
}
