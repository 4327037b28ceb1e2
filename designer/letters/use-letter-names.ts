import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { letterNames } from '../../procedures/letters/names.ts';
import { letterOf } from '../../procedures/letters/variant.ts';
import { processFileOf } from '../../procedures/process-path.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { useFileText } from '../package/file-text.ts';
import { useForms } from '../package/use-forms.ts';
import { readDefinition } from '../review/read-definition.ts';

/** What a letter may speak of, and the process with the steps that issue it, from the draft as it is edited; details of the drawing may still be open. */
export const useLetterNames = (opened: DesignerPackage, letter: string) => {
  const processPath = processFileOf(new Set(opened.draft.files.map(({ path }) => path)));
  const { text: source } = useFileText(opened.key, processPath);
  const { procedure, procedureText, forms } = useForms(opened);
  const { data } = useQuery({ queryKey: ['definition', processPath, source], queryFn: async () => (await readDefinition(processPath, source ?? '', { sketch: true })) ?? null, enabled: source !== undefined, placeholderData: (before) => before, staleTime: Infinity });
  const definition = data ?? undefined;
  return useMemo(() => ({ names: letterNames({ applicationForm: procedure?.forms.application ?? '', forms, definition, parameters: procedure?.parameters }, procedure === undefined ? letter : letterOf(procedure, letter)), definition, procedure, procedureText }), [procedure, procedureText, forms, definition, letter]);
};
