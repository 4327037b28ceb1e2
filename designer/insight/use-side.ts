import { useQuery } from '@tanstack/react-query';
import { officeDate } from '../../engine/calendar/office-day.ts';
import type { Definition } from '../../engine/definition.ts';
import { limitOn } from '../../procedures/in-force.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
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

/** `likely` is the file that its process most likely stands in, as what is edited has it. */
const publishedText = async (key: string, version: string, likely: string): Promise<SideText> => {
  const [procedure = '', process] = await Promise.all(['procedure.json', likely].map((path) => textOf(key, path, version)));
  const { limit } = limitOn(JSON.parse(procedure) as Pick<Procedure, 'timeLimit'>, officeDate(new Date().toISOString()));
  if (process !== undefined) return { path: likely, process, limit };
  const path = likely === bpmnFile ? statechartFile : bpmnFile;
  return { path, process: (await textOf(key, path, version)) ?? '', limit };
};

/** The process of a version with its time by law, or of what is edited, which stands in the file `path`; of none when nothing is chosen. */
export const useSide = (key: string, choice: string, path: string, edited: SideText | undefined) => {
  const given = choice === asEdited ? edited : undefined;
  return useQuery({
    queryKey: ['designer simulated', key, choice, path, given?.limit, given?.process],
    enabled: choice !== '' && (choice !== asEdited || given !== undefined),
    staleTime: Infinity, gcTime: 0,
    queryFn: async (): Promise<ReadSide> => {
      const text = given ?? (await publishedText(key, choice, path));
      const definition = await readDefinition(text.path, text.process);
      return { text, ...(definition && { definition }) };
    },
  });
};
