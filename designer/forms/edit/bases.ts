import type { FieldId, Form, Source } from '../../../forms/form.ts';
import type { LegalBasis } from '../../../procedures/procedure.ts';
import { unsourced, unwritten } from '../../../procedures/template-words.ts';
import { setSource } from './field.ts';
import { isInside } from './schema-at.ts';

/** Where a question comes from, unless only the template says so: that is no basis of anybody's. */
export const known = (source: Source | undefined): Source | undefined => (source && !unsourced.test(source.basis) ? source : undefined);

/** Bases that a procedure has for its questions: its laws, once they are written, and the office's own wish. */
export const basesOf = (laws: readonly LegalBasis[], wish: string): readonly Source[] =>
  [...laws.filter(({ title }) => !unwritten.test(title.vi)).map(({ title, mark }) => ({ basis: title.vi, mark })), { basis: wish, mark: 'design' }];

/** Says of these questions by what right they are asked. */
export const withBasis = (form: Form, ids: readonly FieldId[], { basis, mark }: Source): Form =>
  ids.reduce((next, id) => setSource(next, id, { ...next.sources[id], basis, mark }), form);

/** Questions of which nothing says by what right they are asked, neither of them nor of what they stand in. */
export const withoutBasis = (form: Form): readonly FieldId[] => Object.keys(form.ui.fields).filter((id) => !Object.keys(form.sources).some((of) => isInside(id, of)));

/** Questions that still say what the template does. */
export const ofTheTemplate = (form: Form): readonly FieldId[] => Object.entries(form.sources).flatMap(([id, { basis }]) => (unsourced.test(basis) ? [id] : []));
