import { useQuery } from '@tanstack/react-query';
import type { Texts } from '../proof/read-package.ts';
import { askersOf, type Asker } from './askers.ts';

/** Who asks for which connector, as it is drawn now: nothing before it is known, null where a drawing cannot be read. */
export const useAskers = (packageKey: string, texts: Texts | undefined): readonly Asker[] | null | undefined => {
  const drawings = Object.entries(texts ?? {}).filter(([path]) => path.endsWith('.bpmn') || path.endsWith('.statechart.json'));
  const { data } = useQuery({ queryKey: ['askers', packageKey, drawings], queryFn: async () => (await askersOf(Object.fromEntries(drawings))) ?? null, enabled: texts !== undefined, placeholderData: (before) => before, staleTime: Infinity });
  return data;
};
