import { Type, type Static } from 'typebox';
import { Check } from 'typebox/value';
import type { Finding } from './finding.ts';
import { valueAt } from './json-place.ts';
import { readJson, type PackageFiles } from './package-files.ts';
import type { Procedure } from './procedure.ts';

/** The file of an adopted package that says whose version it stands on (docs/decisions/0020). */
export const adoptedFile = 'adopted.json';

/** `from` is a procedure's key, `version` the hash of its version that was adopted or taken last. */
export const Adopted = Type.Object({ from: Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80 }), version: Type.String({ pattern: '^[0-9a-f]{64}$' }) }, { additionalProperties: false });
export type Adopted = Static<typeof Adopted>;

/** What an adopted.json says; nothing when it cannot be read. */
export function readAdopted(content: Uint8Array | string): Adopted | undefined {
  const reading = readJson(adoptedFile, content);
  return 'value' in reading && Check(Adopted, reading.value) ? reading.value : undefined;
}

const inProcedure = (place: string): boolean => place.startsWith('/');
const error = (rule: string, file: string, element: string, messageVi: string, message: string): Finding => ({ rule, severity: 'error', element, file, message, messageVi });

/** Places to customise that are not there, and an adopted.json that cannot be read. */
export function* adoptionFaults(files: PackageFiles, procedure: Procedure): Generator<Finding> {
  for (const place of procedure.customise ?? []) {
    if (inProcedure(place) && valueAt(procedure, place) === undefined) yield error('customise', 'procedure.json', place, `cần có chỗ được tùy chỉnh ${place} trong procedure.json, nhưng không có`, `expected the place to customise ${place} to be there in procedure.json, but it is not`);
    else if (place === 'procedure.json') yield error('customise', 'procedure.json', place, 'cần nêu chỗ trong procedure.json được tùy chỉnh, ví dụ /agency/name, nhưng cả tệp được nêu', 'expected places within procedure.json such as /agency/name, but it is named as a whole');
    else if (!inProcedure(place) && !files.has(place)) yield error('customise', 'procedure.json', place, `cần có tệp được tùy chỉnh ${place}, nhưng gói không có`, `expected the file to customise ${place} to be there, but the package has none`);
  }
  const content = files.get(adoptedFile);
  if (content !== undefined && readAdopted(content) === undefined) yield error('adopted-file', adoptedFile, adoptedFile, 'cần adopted.json nêu from (mã thủ tục) và version (mã băm), nhưng không đọc được như vậy', 'expected adopted.json to tell from (a key) and version (a hash), but it cannot be read so');
}
