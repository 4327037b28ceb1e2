import type { Data } from '../../engine/state.ts';
import { valueAt } from '../../forms/field-path.ts';
import { papersAsked } from '../../procedures/papers-asked.ts';
import type { Component } from '../../procedures/procedure.ts';
import type { ChecklistItem } from '../api/desk.ts';
import type { DossierFile } from '../api/file.ts';

/** What another office has already stands there as an answer, where its question takes no files: nobody hands it in. */
const isAnswered = ({ kind, field }: Component, application: Data): boolean => kind === 'from-database' && field !== undefined && typeof valueAt(application, field) === 'string';

/** The papers that the law in force asks for with these answers, and what stands in the dossier for each. `at` is when it was filed: what law asks for later does not touch it. */
export function checklistOf(components: readonly Component[], application: Data, files: readonly DossierFile[], at: string): ChecklistItem[] {
  return papersAsked(components, application, at).map(({ component, needed }) => {
    const own = files.filter(({ field, replaced }) => component.field !== undefined && !replaced && (field === component.field || field.startsWith(`${component.field}.`)));
    return {
      code: component.code, name: component.name, needed, why: component.required === true ? null : component.required.words,
      legalBasis: { vi: component.source, en: component.source }, field: component.field ?? null,
      files: own, present: component.kind === 'form' || isAnswered(component, application) || own.length > 0, byHand: component.kind === 'original' && component.field === undefined,
    };
  });
}
