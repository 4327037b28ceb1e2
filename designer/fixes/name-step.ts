import type { LocalText } from '../../forms/text.ts';
import { isDefault } from '../../procedures/default-words.ts';
import { pick } from '../../ui/language.ts';
import { namedIn } from '../package/named-in.ts';
import { noStock, procedureStepNames, procedureSteps, type Pattern } from '../process/procedure-steps.ts';
import type { StepTexts } from '../process/step.ts';
import type { Fixer, Site } from './fix.ts';

/** What a step may be called: like its form, then like the steps of procedures that people of its role do. */
function namesFor({ texts }: Site, { form, role }: StepTexts): readonly LocalText[] {
  const title = form === '' ? undefined : namedIn(texts[`forms/${form}.json`] ?? '');
  const usual = procedureStepNames.map((name) => (procedureSteps[name](noStock) as Pattern).pieces[0]).filter(({ type }) => type === 'bpmn:UserTask');
  const ofRole = usual.filter(({ texts: said }) => said?.role === role);
  return [...(title && !isDefault(title.vi, 'vi') ? [title] : []), ...(ofRole.length > 0 ? ofRole : usual).map(({ name }) => name)];
}

/** A step that still bears the name of a new one: what it is likely to be, in both languages at once. */
export const nameStep: Fixer = ({ element: id, file }, site) => {
  const step = site.piece.stepAt(id);
  if (!step || file?.startsWith('forms/')) return [];
  const names = namesFor(site, step);
  return [{
    say: site.text('fixName'), choices: names.map((name, index) => ({ value: String(index), label: pick(name, site.language) })),
    run: (choice) => site.piece.setTexts({ [id]: { name: names[Number(choice)]!.vi, nameEn: names[Number(choice)]!.en } }),
  }];
};
