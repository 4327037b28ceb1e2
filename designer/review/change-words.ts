import { timeLimit } from '../../ui/format.ts';
import type { Language } from '../../ui/language.ts';
import type { Text } from '../words.ts';
import { kindWord } from '../process/words/kind.ts';
import { readProcedure } from '../about/read-procedure.ts';
import type { FormChange } from './form-diff.ts';
import { differences } from './json-diff.ts';
import type { ProcessChange } from './process-diff.ts';

const properties = new Set(['name', 'nameEn', 'citizenName', 'citizenNameEn', 'form', 'role', 'unit', 'assignee', 'timeLimit', 'clock', 'state', 'fourEyes', 'result', 'letters', 'connector', 'decision', 'inputs', 'script', 'waits', 'default']);

/** A change of the process as a sentence. */
export function processSentence(text: Text, language: Language, change: ProcessChange, roleName: (role: string) => string): string {
  switch (change.change) {
    case 'step-added': return text('stepAdded', { name: change.name, kind: kindWord(text, change.kind) });
    case 'step-removed': return text('stepRemoved', { name: change.name, kind: kindWord(text, change.kind) });
    case 'step-otherwise': return text('stepOtherwise', { name: change.name });
    case 'process-otherwise': return text('processOtherwise', { name: change.name });
    case 'way-added': return text('wayAdded', { name: change.name });
    case 'way-removed': return text('wayRemoved', { name: change.name });
    case 'way-condition': return text('wayCondition', { name: change.name, from: change.from || text('nothing'), to: change.to || text('nothing') });
    case 'step-property': {
      const { property } = change;
      const value = (raw: string) => (raw === '' ? text('nothing') : property === 'role' ? roleName(raw) : property === 'timeLimit' || property === 'waits' ? timeLimit(raw, language) : raw);
      const word = properties.has(property) ? text(`property_${property}` as 'property_name') : property;
      return text('stepChanged', { name: change.name, property: word, from: value(change.from), to: value(change.to) });
    }
  }
}

/** A change of a form as a sentence. */
export function formSentence(text: Text, change: FormChange): string {
  switch (change.change) {
    case 'field-added': return text('fieldAdded', { label: change.label });
    case 'field-removed': return text('fieldRemoved', { label: change.label });
    case 'field-retyped': return text('fieldRetyped', { label: change.label });
    case 'field-required': return text('fieldRequired', { label: change.label });
    case 'field-optional': return text('fieldOptional', { label: change.label });
    case 'field-label': return text('fieldLabel', { from: change.from, to: change.to });
    case 'form-rules': return text('formRules');
    case 'form-other': return text('formOther');
  }
}

const parts: Readonly<Record<string, 'aboutNaming' | 'aboutService' | 'aboutLaw' | 'aboutPapers' | 'aboutSheet'>> = {
  name: 'aboutNaming', shortName: 'aboutNaming', summary: 'aboutNaming', sector: 'aboutNaming', searchWords: 'aboutNaming',
  timeLimit: 'aboutService', dueSoon: 'aboutService', agency: 'aboutService', applicants: 'aboutService', protectsApplicant: 'aboutService', channels: 'aboutService', delivery: 'aboutService', office: 'aboutService', subject: 'aboutService', beginsIn: 'aboutService', retention: 'aboutService',
  legalBasis: 'aboutLaw', components: 'aboutPapers', sheet: 'aboutSheet',
};

/** Changes of procedure.json as sentences, each under the part of the page where it is edited, and its place in the file where it is a single one. */
export function aboutSentences(before: string, after: string, text: Text): { readonly text: string; readonly place?: string }[] {
  const [old, next] = [readProcedure(before), readProcedure(after)];
  if (!('procedure' in old) || !('procedure' in next)) return [{ text: text('fileChanged') }];
  const found = differences(old.procedure, next.procedure);
  return found.length === 0 ? [{ text: text('onlyWriting') }] : found.map(({ place, from, to }) => {
    const part = parts[place.split('.')[0] ?? ''];
    return { place, text: text('aboutChanged', { place: part === undefined ? place : `${text(part)} (${place})`, from: from || text('nothing'), to: to || text('nothing') }) };
  });
}
