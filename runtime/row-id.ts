/** The same for the same step of the same dossier, however often the transaction is tried; fit for an address. */
export function rowId(dossierId: string, effectKey: string): string {
  return `${dossierId}_${effectKey.replaceAll(/[^A-Za-z0-9]/g, '-')}`;
}

/** Of which dossier a row is that `rowId` named; nobody's for any other text. */
export function dossierOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('_')));
}
