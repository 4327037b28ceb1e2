import { useQuery } from '@tanstack/react-query';
import { queryOf } from '../../ui/query.ts';

/** What the installation has to begin from, and which systems it reaches. */
export const useStock = () => useQuery({ ...queryOf('GET /api/designer/connectors', {}), staleTime: Infinity });
