/** The same for the same step of the same dossier, however often the transaction is tried. */
export function rowId(dossierId: string, effectKey: string): string {
  return `${dossierId}.${effectKey.replaceAll(/[^A-Za-z0-9]/g, '-')}`;
}
