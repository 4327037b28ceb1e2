import type { Event } from '../../engine/event.ts';
import type { Lived } from '../../procedures/record-journal.ts';
import type { JournalPayloadRow } from '../../storage/tables/journal.ts';

/** The payloads of a journal, in order, as they are retold. */
export const livedOf = (rows: readonly JournalPayloadRow[]): readonly Lived[] => rows.map(({ payload }) => {
  const { events = [], about } = payload as { readonly events?: readonly Event[]; readonly about?: { readonly node?: string } };
  return { events, ...(about?.node !== undefined && { node: about.node }) };
});
