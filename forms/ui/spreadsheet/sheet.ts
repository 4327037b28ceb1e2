import Papa from 'papaparse';
import { readSheet } from 'read-excel-file/universal';
import writeSheet from 'write-excel-file/universal';
import type { Cell } from '../../table.ts';

// Loaded when somebody asks for it: spreadsheets are large to read, and most people have none.

const mostBytes = 5_000_000;

/** The first sheet of an .xlsx file, or the lines of a .csv one. Throws when it is neither, or too large. */
export const cellsOf = async (file: Blob): Promise<readonly (readonly Cell[])[]> => {
  if (file.size > mostBytes) throw new RangeError(`expected at most ${mostBytes} bytes, but there are ${file.size}`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A zip begins with PK, and .xlsx is one.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return (await readSheet(file)) as unknown as readonly (readonly Cell[])[];
  return Papa.parse<string[]>(textOf(bytes), { skipEmptyLines: false }).data;
};

/** CSV in UTF-8, or in the code page that older programs write Vietnamese in. */
const textOf = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  }
};

/** A file with the headings, and below each what may stand there; its cells are text, so that zeros in front stay. */
export const sampleOf = (headings: readonly { readonly title: string; readonly hint: string }[]): Promise<Blob> => {
  const titles = headings.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const, wrap: true }));
  const hints = headings.map(({ hint }) => ({ value: hint, type: String, textColor: '#575149', wrap: true }));
  const empty = Array.from({ length: 200 }, () => headings.map(() => ({ value: '', type: String, format: '@' })));
  return writeSheet([titles, hints, ...empty], { columns: headings.map(({ title, hint }) => ({ width: Math.min(40, Math.max(title.length, hint.length / 2, 10) + 2) })), stickyRowsCount: 1 }).toBlob();
};
