import { formatNumber } from './number.ts';
import type { Lang } from './text.ts';

/** What people call a media type: "application/pdf" → "PDF". */
const names: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPG',
  'image/png': 'PNG',
  'image/webp': 'WEBP',
  'image/heic': 'HEIC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'image/vnd.dwg': 'DWG',
  'image/vnd.dxf': 'DXF',
};

export const mediaNames = (types: readonly string[]): string => types.map((type) => names[type] ?? type).join(', ');

/** 1.258.291 bytes → "1,2 MB", "1.2 MB" in English; kilobytes below one megabyte. */
export function byteSize(bytes: number, lang: Lang): string {
  const inMegabytes = bytes >= 1_048_576;
  const amount = bytes / (inMegabytes ? 1_048_576 : 1024);
  return `${formatNumber(Math.max(amount >= 10 || !inMegabytes ? Math.round(amount) : Math.round(amount * 10) / 10, 1), lang)} ${inMegabytes ? 'MB' : 'KB'}`;
}
