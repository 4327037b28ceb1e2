import { stepRoles } from '../../engine/step-roles.ts';
import type { LoadedProcedure } from '../loaded.ts';

/** A text that citizens read, with the file and the place in it (a JSON Pointer). */
export interface CitizenText {
  readonly file: string;
  readonly place: string;
  readonly vi: string;
  readonly en: string;
}

/** Of procedure.json: what the service sheet, the filing and the notices show. Names of laws are as the law has them. */
const shown = ['name', 'shortName', 'summary', 'components', 'delivery', 'applicants', 'sheet', 'notices'] as const;

/** What citizens read of a procedure: its sheet, its notices, and the forms that they fill in. Letters are papers in the form that the rules for papers give them. */
export const citizenTexts = ({ procedure, definition, forms }: LoadedProcedure): readonly CitizenText[] => {
  const asked = Object.values(definition.nodes).flatMap(({ step }) => (stepRoles(step).includes('applicant') && step.form !== undefined ? [step.form] : []));
  const theirs = new Set([procedure.forms.application, ...(procedure.forms.guide === undefined ? [] : [procedure.forms.guide]), ...asked]);
  return [
    ...shown.flatMap((key) => textsIn(procedure[key], 'procedure.json', `/${key}`)),
    ...[...theirs].flatMap((name) => {
      const form = forms.get(name);
      return form === undefined ? [] : [...textsIn(form.title, `forms/${name}.json`, '/title'), ...textsIn(form.ui, `forms/${name}.json`, '/ui')];
    }),
  ];
};

const textsIn = (value: unknown, file: string, place: string): readonly CitizenText[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { vi, en } = value as { readonly vi?: unknown; readonly en?: unknown };
  if (typeof vi === 'string' && typeof en === 'string') return [{ file, place, vi, en }];
  return Object.entries(value).flatMap(([key, inside]) => textsIn(inside, file, `${place}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`));
};
