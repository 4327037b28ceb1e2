import { aboutHash } from '../about/place-of.ts';

/** Parts of which one file is open at a time. */
export const withParts: ReadonlySet<string> = new Set(['forms', 'decisions', 'letters']);
/** Where the files of a folder are told of, that have no page of their own. */
const pageOf: ReadonlyMap<string, string> = new Map([['scenarios', '/scenarios'], ['processes', '/calls'], ['called', '/calls'], ['adopted.json', '/adopted']]);

/** The page of a package where a file is edited, `/letters/refusal`; of `procedure.json` the place of it that a finding is about. */
export function pageOfFile(path: string, processPath: string, finding?: { readonly element: string; /** The text of procedure.json. */ readonly procedure: string | undefined }): string {
  const [folder = '', file = ''] = path.split('/');
  if (path === processPath) return '';
  if (path === 'procedure.json' && finding) return `/about${aboutHash(finding.procedure, finding.element)}`;
  return withParts.has(folder) || folder === 'connectors' ? `/${folder}/${file.replace(/\.[a-z]+$/, '')}` : (pageOf.get(folder) ?? '/about');
}
