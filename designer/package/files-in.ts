import type { DesignerPackage } from '../../server/api/designer.ts';

/** Names of the JSON files right in a folder of the package: `forms/application.json` → `application`. */
export const filesIn = (opened: DesignerPackage, folder: string): string[] =>
  opened.draft.files.flatMap(({ path }) => (path.startsWith(`${folder}/`) && path.endsWith('.json') ? [path.slice(folder.length + 1, -'.json'.length)] : []));
