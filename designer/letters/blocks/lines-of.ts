/** What was typed, line by line; blank lines are none. */
export const linesOf = (typed: string): readonly string[] => typed.normalize('NFC').split('\n').map((line) => line.trim()).filter(Boolean);

/** The lines of a list that is written out as texts; nothing for a list that comes from the dossier. */
export function writtenLines(feel: string): readonly string[] | undefined {
  try {
    const lines: unknown = JSON.parse(feel);
    return Array.isArray(lines) && lines.every((line) => typeof line === 'string') ? (lines as string[]) : undefined;
  } catch {
    return undefined;
  }
}
