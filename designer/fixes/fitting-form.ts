import { readProcedure } from '../about/read-procedure.ts';
import { addForm } from '../forms/add-form.ts';
import { formPatternNames, formPatterns, likelyPattern, type FormPattern } from '../forms/form-patterns.ts';
import { asOneAct } from '../package/bench.ts';
import { defaultWords } from '../../procedures/default-words.ts';
import { pick } from '../../ui/language.ts';
import { likeIn } from '../process/role-words.ts';
import type { StepTexts } from '../process/step.ts';
import { alike } from './alike.ts';
import type { Choice, Fixer, Site } from './fix.ts';
import { named } from './pick-named.ts';

/** What whoever applies fills in: an official's step never shows it. */
function ofTheApplicant({ texts }: Site): ReadonlySet<string> {
  const reading = readProcedure(texts['procedure.json'] ?? '');
  return new Set('procedure' in reading ? Object.values(reading.procedure.forms) : []);
}

/** Forms that a step may show: an applicant's those of applicants, an official's the others. A name that no form has is taken for a slip, and the likest stands first; without a name no form is offered that other people fill in. */
export function fitting(site: Site, step: StepTexts): readonly Choice[] {
  const applying = ofTheApplicant(site);
  const isOfficial = step.role !== 'applicant';
  const elsewhere = new Set(step.form === '' && isOfficial ? site.piece.steps().filter(({ role }) => role !== step.role).map(({ form }) => form) : []);
  const word = (choice: Choice) => (step.form === '' ? choice.label : choice.value);
  const choices = named('forms')(site).filter(({ value }) => applying.has(value) !== isOfficial && !elsewhere.has(value));
  const inOrder = alike(step.form || step.name, choices.map(word));
  return choices.toSorted((one, other) => inOrder.indexOf(word(one)) - inOrder.indexOf(word(other)));
}

/** A step without its form: one that fits, and for an official's a new one that is called like the step. */
export const fittingForm: Fixer = ({ element: id }, site) => {
  const step = site.piece.stepAt(id);
  if (!step) return [];
  const likely = likelyPattern(likeIn(site.opened.roles, step.role));
  const patterns = formPatternNames.toSorted((one, other) => Number(other === likely) - Number(one === likely));
  const title = { vi: step.name || defaultWords.step.vi, en: step.nameEn || step.name || defaultWords.step.en };
  const begin = (pattern: FormPattern) => void asOneAct(site.opened.key, () => site.piece.setTexts({ [id]: { form: addForm(site.opened, pattern, title) } }));
  return [
    { say: site.text('fixForm'), choices: fitting(site, step), run: (form) => site.piece.setTexts({ [id]: { form } }) },
    ...(step.role === 'applicant' ? [] : [{ say: site.text('fixNewForm'), choices: patterns.map((value) => ({ value, label: pick(formPatterns[value].title, site.language) })), run: (pattern: string) => begin(pattern as FormPattern) }]),
  ];
};
