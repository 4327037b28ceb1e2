import { useQuery } from '@tanstack/react-query';
import type { Adoption } from '../../server/api/adoption.ts';
import type { DraftPackage } from '../../server/api/designer.ts';
import { queryOf } from '../../ui/query.ts';

export type Adopted = NonNullable<Adoption['adopted']>;
export type Update = Adopted['updates'][number];

/** What the package was adopted from and how it stands to it; null when it was not adopted, nothing until that is known. */
export const useAdoption = (key: string, { revision, savedAt }: Pick<DraftPackage, 'revision' | 'savedAt'>): Adopted | null | undefined => {
  const asked = queryOf('GET /api/designer/procedures/:key/adoption', { params: { key } });
  return useQuery({ ...asked, queryKey: [...asked.queryKey, revision, savedAt] }).data?.adopted;
};

/** The version that the source offers and that is not taken yet. */
export const newerOf = ({ taken, offered }: Adopted) => (taken && offered && taken.hash !== offered.hash ? { taken, offered } : undefined);
