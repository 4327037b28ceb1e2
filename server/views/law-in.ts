import type { LocalText } from '../../engine/definition.ts';

const naming = /Điều|Điểm|Khoản|Luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Mẫu số|Phụ lục/;

/** The law that a source names, without notes on where we read it or what is still to check; nothing when it names none. */
export function lawIn(source: string): LocalText | null {
  const law = source.split(';').map((part) => part.trim()).filter((part) => naming.test(part) && !part.startsWith('gh:')).join('; ');
  return law === '' ? null : { vi: law, en: law };
}
