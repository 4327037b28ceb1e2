import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { useLanguage } from '../../ui/use-text.ts';

/** What would become of live dossiers under the saved draft, with these steps in the place of those that are gone; and the hash of what would be published. */
export const useInFlight = ({ key, draft: { revision, savedAt } }: DesignerPackage, mapping: Readonly<Record<string, string>>) => {
  const language = useLanguage();
  return useQuery({
    queryKey: ['designer in flight', key, revision, savedAt, mapping, language],
    queryFn: () => call('POST /api/designer/procedures/:key/in-flight', { params: { key }, body: { mapping } }),
    enabled: revision > 0, placeholderData: keepPreviousData,
  });
};
