import type { DesignerPackage } from '../../../server/api/designer.ts';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { DescribedInputs } from '../../connectors/described-inputs.tsx';
import { keyOf } from '../../../procedures/key-of.ts';
import { freshKey, useLetterFiles } from '../../letters/letter-files.ts';
import { patternNames, patterns, type PatternName } from '../../letters/patterns.ts';
import { asOneAct } from '../../package/bench.ts';
import { filesIn } from '../../package/files-in.ts';
import { useText } from '../../words.ts';
import { issues, letterInput, named } from '../letter-issued.ts';
import type { Step } from '../step.ts';
import { BeginFile } from './begin-file.tsx';
import { Select } from './select.tsx';
import { useInputChoices } from './use-input-choices.ts';

interface ConnectorInputsProps {
  opened: DesignerPackage;
  step: Pick<Step, 'name' | 'nameEn' | 'connector' | 'inputs'>;
  onChange: (inputs: Step['inputs']) => void;
  onLetter: (letter: string) => void;
}

const quoted = /^"([^"\\]*)"$/;

/** What a machine's step is given; a step that issues a letter and has none begins one, called like the step. */
export const ConnectorInputs = ({ opened, step, onChange, onLetter }: ConnectorInputsProps) => {
  const text = useText();
  const language = useLanguage();
  const choices = useInputChoices(opened, step.connector);
  const files = useLetterFiles(opened.key);
  const chosen = ({ name, text: feel }: Step['inputs'][number]): string | undefined => (Object.hasOwn(choices, name) ? quoted.exec(feel)?.[1] : undefined);
  const letters = choices[letterInput]?.options ?? [];
  const given = step.inputs.find(({ name }) => name === letterInput);
  const letter = letters.find(({ value }) => given?.text === named(value));
  const begin = (pattern: PatternName) => {
    const key = freshKey(filesIn(opened, 'letters'), keyOf(step.name) || pattern);
    const { name } = patterns[pattern].letter;
    void asOneAct(opened.key, () => {
      files.begin(key, pattern, { vi: step.name || name.vi, en: step.nameEn || name.en });
      onChange([{ name: letterInput, text: named(key) }, ...step.inputs.filter(({ name }) => name !== letterInput)]);
    });
  };
  return (
    <>
      {step.inputs.map((input, index) => {
        const value = chosen(input);
        const choice = choices[input.name];
        return value === undefined || !choice ? null : <Select key={input.name} id={`chosen-${input.name}`} label={choice.label} value={value} options={[...(value === '' ? [{ value, label: text('choose') }] : []), ...choice.options]} onChange={(next) => onChange(step.inputs.with(index, { ...input, text: named(next) }))} />;
      })}
      <DescribedInputs opened={opened} connector={step.connector} inputs={step.inputs.filter((input) => chosen(input) === undefined)} onChange={(next) => onChange([...step.inputs.filter((input) => chosen(input) !== undefined), ...next])} />
      {letter && <p><button type="button" className="link" onClick={() => onLetter(letter.value)}>{text('editLetter', { letter: letter.label })}</button></p>}
      {issues(step.connector) && !letter && (
        <BeginFile
          id="step-new-letter" label={text('letterPattern')} act={text('letterBegin')} likely="official"
          patterns={patternNames().map((value) => ({ value, label: pick(patterns[value].letter.name, language) }))} onBegin={begin}
        />
      )}
    </>
  );
};
