import { useQuery } from '@tanstack/react-query';
import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Definition } from '../../engine/definition.ts';
import { limitOn } from '../../procedures/in-force.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { readDefinition } from '../review/read-definition.ts';
import { textOf } from '../review/text-of.ts';
import type { SideText } from './simulation.worker.ts';

/** What is edited, among the hashes of versions. */
export const asEdited = 'edited';

/** A version to be simulated; `definition` is missing where its process cannot be read. */
export interface ReadSide {
  readonly text: SideText;
  readonly definition?: Definition;
}

const publishedText = async (key: string, version: string, path: string): Promise<SideText> => {
  const [procedure = '', process = ''] = await Promise.all(['procedure.json', path].map((asked) => textOf(key, asked, version)));
  const { limit } = limitOn(JSON.parse(procedure) as Pick<Procedure, 'timeLimit'>, officeDate(new Date().toISOString()));
  return { path, process, limit };
};

/** The process of a version with its time by law, or of what is edited; of none when nothing is chosen. */
export const useSide = ({ key, versions }: Pick<DesignerPackage, 'key' | 'versions'>, choice: string, edited: SideText | undefined) => {
  const given = choice === asEdited ? edited : undefined;
  const path = versions.find(({ hash }) => hash === choice)?.process;
  return useQuery({
    queryKey: ['designer simulated', key, choice, given?.path, given?.limit, given?.process],
    enabled: given !== undefined || path !== undefined,
    staleTime: Infinity, gcTime: 0,
    queryFn: async (): Promise<ReadSide> => {
      const text = given ?? (await publishedText(key, choice, path!));
      const definition = await readDefinition(text.path, text.process);
      return { text, ...(definition && { definition }) };
    },
  });
};
