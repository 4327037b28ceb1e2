import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FileStore } from '../../storage/files.ts';

/** All bytes of a kept file. */
export async function bytesOf(files: FileStore, sha256: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of (await files.get(sha256)) ?? []) parts.push(part as Uint8Array);
  return new Uint8Array(Buffer.concat(parts));
}

/** What a reader of the PDF can select and copy, page by page. */
export async function pagesOfPdf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
  }
  await document.destroy();
  return pages;
}

export const textOfPdf = async (bytes: Uint8Array): Promise<string> => (await pagesOfPdf(bytes)).join('\n');
