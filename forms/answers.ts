import type { Data, Json } from '../engine/state.ts';
import { takesFiles } from './answer-files.ts';
import { display, filesIn, type Shown } from './display.ts';
import { isHidden, type Evaluation } from './evaluate.ts';
import { expand, type Field } from './expand.ts';
import { fieldOf, valueAt, type FieldPath } from './field-path.ts';
import type { Catalogues, FileValue, Form } from './form.ts';
import type { Lang } from './text.ts';

/** One line of the check-your-answers page and of the clerk's reading view. */
export interface AnswerRow {
  readonly path: FieldPath;
  /** Page to go to for changing it. */
  readonly page: string;
  readonly label: string;
  /** The value as people read it; empty when there is none. */
  readonly lines: readonly string[];
  readonly files: readonly FileValue[];
  /** Its file is a signature, to be looked at and not opened. */
  readonly signed: boolean;
  /** Of a repeating group: its rows, each with a title ("Tầng 1"). */
  readonly groups: readonly { readonly path: FieldPath; readonly title: string; readonly rows: readonly AnswerRow[] }[];
  readonly computed: boolean;
  readonly optional: boolean;
}

export interface AnswerSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
}

/** What was answered, section by section in the order of the pages; hidden fields and pages are left out. */
export function answerSections(form: Form, evaluation: Evaluation, lang: Lang, catalogues: Catalogues = {}): AnswerSection[] {
  const expanded = expand(form);
  const shown: Shown = { expanded, lang, catalogues };
  const { value, hidden, pages } = evaluation;
  const rowOf = (field: Field, path: FieldPath, page: string): AnswerRow => {
    const here = valueAt(value, path);
    return {
      path,
      page,
      label: field.ui.label[lang],
      lines: field.kind === 'rows' || takesFiles(field) ? [] : display(field, here, shown),
      files: takesFiles(field) ? filesIn(here) : [],
      signed: field.widget === 'signature',
      groups: field.kind === 'rows' ? groups(field, path, here, page) : [],
      computed: evaluation.computed.has(path),
      optional: !evaluation.required.has(path),
    };
  };
  const groups = (field: Field, path: FieldPath, here: Json | undefined, page: string): AnswerRow['groups'] =>
    (Array.isArray(here) ? here : []).map((_, index) => {
      const rowPath = `${path}.${index}`;
      const columns = [...expanded.fields.values()].filter((one) => one.parent === field.id);
      const cells = columns.map((column) => ({ column, cell: `${rowPath}.${column.id.slice(field.id.length + 3)}` }));
      return {
        path: rowPath,
        title: `${(field.ui.rowLabel ?? field.ui.label)[lang]} ${index + 1}`,
        rows: cells.filter(({ cell }) => !isHidden(hidden, cell)).map(({ column, cell }) => rowOf(column, cell, page)),
      };
    });
  return Object.entries(form.ui.sections).flatMap(([id, title]) => {
    const rows = form.ui.pages
      .filter((page) => page.section === id && pages.has(page.id))
      .flatMap((page) => page.fields.flatMap((name) => {
        const field = expanded.fields.get(name);
        return field && !isHidden(hidden, name) ? [rowOf(field, name, page.id)] : [];
      }));
    return rows.length > 0 ? [{ id, title: title[lang], rows }] : [];
  });
}

/** What one field's value looks like, for lists and remarks outside the form: "27/03/2026". */
export function displayed(form: Form, answer: Data, path: FieldPath, lang: Lang, catalogues: Catalogues = {}): string {
  const expanded = expand(form);
  const field = expanded.fields.get(fieldOf(path));
  return field ? display(field, valueAt(answer, path), { expanded, lang, catalogues }).join(', ') : '';
}
