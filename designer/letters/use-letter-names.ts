import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { letterNames } from '../../procedures/letters/names.ts';
import { processFileOf } from '../../procedures/process-path.ts';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { formsIn } from '../package/forms-in.ts';
import { useFileTexts } from '../package/file-text.ts';
import { readDefinition } from '../review/read-definition.ts';

const procedureFile = 'procedure.json';

/** What a letter may speak of, and the process with the steps that issue it, from the draft as it is edited. */
export const useLetterNames = ({ key, draft }: DesignerPackage, letter: string) => {
  const processPath = processFileOf(new Set(draft.files.map(({ path }) => path)));
  const formPaths = draft.files.flatMap(({ path }) => (/^forms\/[^/]+\.json$/.test(path) ? [path] : []));
  const texts = useFileTexts(key, [procedureFile, processPath, ...formPaths]);
  const source = texts.get(processPath);
  const { data: definition } = useQuery({ queryKey: ['definition', processPath, source], queryFn: async () => (await readDefinition(processPath, source ?? '')) ?? null, enabled: source !== undefined, placeholderData: (before) => before, staleTime: Infinity });
  return useMemo(() => {
    const { procedure, forms } = formsIn(texts);
    return { names: letterNames({ applicationForm: procedure?.forms.application ?? '', forms, definition: definition ?? undefined }, letter), definition: definition ?? undefined, procedure, procedureText: texts.get(procedureFile) };
    // oxlint-disable-next-line react/exhaustive-deps -- the paths of the forms are in the texts
  }, [texts, definition, letter]);
};
