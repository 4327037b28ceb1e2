import { Type, type Static } from 'typebox';
import { Count, Hash, Id, Instant, Line, PersonName, orNull, shape } from './shape.ts';

/** A file as it stands in a form's answers. */
export const FileValue = shape({ file: Id, name: Line, size: Count, type: Line, sha256: Hash });
export type FileValue = Static<typeof FileValue>;

/**
 * Where an upload belongs: the field (dotted path in the form, e.g. `drawings.sitePlan`) of a draft or of an open task.
 * The field's own limits on number, size and type are applied.
 */
export const UploadTarget = shape({ draft: Type.Optional(Id), task: Type.Optional(Id), field: Type.String({ minLength: 1, maxLength: 200 }) });
export type UploadTarget = Static<typeof UploadTarget>;

/** Files that were kept, and those that were not, each with its reason in the language of the request. */
export const Uploaded = shape({
  files: Type.Array(FileValue),
  refused: Type.Array(shape({ name: Type.String(), reason: Type.Enum(['too-large', 'type', 'empty', 'incomplete', 'too-many', 'no-copy']), message: Line })),
});
export type Uploaded = Static<typeof Uploaded>;

/** `inline=1` shows a PDF or picture in the page; otherwise it is saved as an attachment. */
export const Download = shape({ inline: Type.Optional(Type.Literal('1')) });

/** A file of a dossier, with the field that holds it. */
export const DossierFile = shape({
  file: Id, name: Line, size: Count, type: Line, sha256: Hash,
  field: Line, uploadedAt: orNull(Instant), uploadedBy: orNull(PersonName),
  /** True when a later supplement replaced it. */
  replaced: Type.Boolean(),
});
export type DossierFile = Static<typeof DossierFile>;
