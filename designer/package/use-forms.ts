import { useMemo } from 'react';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { useFileTexts } from './file-text.ts';
import { formsIn } from './forms-in.ts';

/** What can be read of procedure.json and of the forms of a draft as it is edited. */
export const useForms = ({ key, draft }: DesignerPackage) => {
  const texts = useFileTexts(key, ['procedure.json', ...draft.files.flatMap(({ path }) => (/^forms\/[^/]+\.json$/.test(path) ? [path] : []))]);
  return useMemo(() => ({ ...formsIn(texts), procedureText: texts.get('procedure.json') }), [texts]);
};
