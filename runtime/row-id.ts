/** The same for the same step of the same dossier, however often the transaction is tried; fit for an address. */
export function rowId(dossierId: string, effectKey: string): string {
  return `${dossierId}_${effectKey.replaceAll(/[^A-Za-z0-9]/g, '-')}`;
}
