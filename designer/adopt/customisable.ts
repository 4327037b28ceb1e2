import type { LocalText } from '../../engine/definition.ts';
import { adoptedFile } from '../../procedures/adopted.ts';
import { bpmnFile, statechartFile } from '../../procedures/process-path.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { readForm } from '../forms/read-form.ts';

/** Parts of procedure.json that a unit may want its own way, each by its JSON Pointer. Key and names are the adopter's anyway. */
export const places = [
  '/agency', '/calendar', '/timeLimit', '/dueSoon', '/channels', '/delivery', '/applicants', '/components', '/legalBasis', '/sheet', '/notices', '/registers', '/consulted', '/retention', '/office', '/local', '/beginsIn',
] as const;

export const kinds = ['process', 'forms', 'decisions', 'letters', 'scenarios', 'others'] as const;
export type Kind = (typeof kinds)[number];

/** A file of the package, with what it is called where it has a name. */
export interface Customisable { readonly path: string; readonly kind: Kind; readonly name?: LocalText | undefined }

/** The files that adopters may be let change, by kind. */
export const customisableFiles = (paths: readonly string[], procedure: Procedure, texts: Readonly<Record<string, string>>): readonly Customisable[] =>
  paths.flatMap((path): readonly Customisable[] => {
    if (path === 'procedure.json' || path === adoptedFile || path.startsWith('called/')) return [];
    const [folder = '', file = ''] = path.split('/');
    const id = file.replace(/\.[a-z]+$/, '');
    if (path === bpmnFile || path === statechartFile || folder === 'processes') return [{ path, kind: 'process' }];
    if (folder === 'forms') return [{ path, kind: 'forms', name: titleOf(texts[path]) }];
    if (folder === 'letters') return [{ path, kind: 'letters', name: procedure.letters[id]?.name }];
    return [{ path, kind: folder === 'decisions' || folder === 'scenarios' ? folder : 'others' }];
  }).toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || (one.path < other.path ? -1 : 1));

const titleOf = (written: string | undefined): LocalText | undefined => {
  const reading = written === undefined || written === '' ? undefined : readForm(written);
  return reading !== undefined && 'form' in reading ? reading.form.title : undefined;
};

/** The declared places with one more, or one less; nothing when none is left. Their order stays. */
export const toggled = (declared: readonly string[], place: string): readonly string[] | undefined => {
  const next = declared.includes(place) ? declared.filter((one) => one !== place) : [...declared, place];
  return next.length === 0 ? undefined : next;
};
