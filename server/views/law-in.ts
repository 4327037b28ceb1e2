import type { LocalText } from '../../engine/definition.ts';

/** The law that a source names, without the marks that say where we read it; nothing when it names none. */
export function lawIn(source: string): LocalText | null {
  const law = source.split(';').map((part) => part.trim()).filter((part) => part !== '' && !part.startsWith('gh:')).join('; ');
  return law === '' ? null : { vi: law, en: law };
}
