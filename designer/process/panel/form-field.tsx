import type { DesignerPackage } from '../../../server/api/designer.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { addForm } from '../../forms/add-form.ts';
import { formPatternNames, formPatterns, likelyPattern, type FormPattern } from '../../forms/form-patterns.ts';
import { asOneAct } from '../../package/bench.ts';
import { defaultWords } from '../../../procedures/default-words.ts';
import { useFileChoices } from '../../package/file-names.ts';
import { useText } from '../../words.ts';
import { likeIn } from '../role-words.ts';
import type { StepTexts } from '../step.ts';
import { BeginFile } from './begin-file.tsx';
import { Select } from './select.tsx';

/** Which form a step shows: one of the package, or a new one that is called like the step. */
export const FormField = ({ opened, step, onChange, onForm }: { opened: DesignerPackage; step: StepTexts; onChange: (form: string) => void; onForm: (form: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const forms = useFileChoices(opened, 'forms');
  const begin = (pattern: FormPattern) => void asOneAct(opened.key, () => onChange(addForm(opened, pattern, { vi: step.name || defaultWords.step.vi, en: step.nameEn || step.name || defaultWords.step.en })));
  const name = forms.find(({ value }) => value === step.form)?.label ?? step.form;
  return (
    <>
      <Select id="step-form" label={text('form')} value={step.form} options={[{ value: '', label: text('choose') }, ...forms]} onChange={onChange} />
      {step.form !== '' && <p><button type="button" className="link" onClick={() => onForm(step.form)}>{text('editForm', { form: name })}</button></p>}
      {step.form === '' && (
        <BeginFile
          id="step-new-form" label={text('formPattern')} act={text('formBegin')} likely={likelyPattern(likeIn(opened.roles, step.role))}
          patterns={formPatternNames.map((value) => ({ value, label: pick(formPatterns[value].title, language) }))} onBegin={begin}
        />
      )}
    </>
  );
};
