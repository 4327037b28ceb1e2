import type { DesignerPackage } from '../../server/api/designer.ts';
import type { Procedure } from '../../procedures/procedure.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { Check } from '../../ui/choices.tsx';
import { BothTexts } from '../forms/both-texts.tsx';
import { LimitField } from '../process/panel/limit-field.tsx';
import { useText } from '../words.ts';
import type { PartProps } from './part.ts';
import { Rows } from './rows.tsx';
import { SheetFromProcess } from './sheet-from-process.tsx';
import { Sourced } from './sourced.tsx';

type Statement = Procedure['sheet']['who'];
type SheetStep = Procedure['sheet']['steps'][number];
const blank = { vi: '', en: '' };

/** What a citizen reads before typing anything. */
export const Sheet = ({ opened, procedure: { sheet }, put }: PartProps & { opened: DesignerPackage }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <>
      <BothTexts long id="sheet-who" legend={text('sheetWho')} value={sheet.who} onChange={(next) => put(['sheet', 'who'], { ...sheet.who, ...next })} />
      <BothTexts long id="sheet-result" legend={text('sheetResult')} value={sheet.result} onChange={(next) => put(['sheet', 'result'], { ...sheet.result, ...next })} />
      <h3>{text('sheetNeed')}</h3>
      <Rows items={sheet.need} title={(need) => pick(need, language)} add={text('addNeed')} fresh={() => blank} onChange={(next) => put(['sheet', 'need'], next)}>
        {(need, index) => <Told id={`need-${index}`} legend={text('sheetNeed')} value={need} put={(next) => put(['sheet', 'need', index], next)} />}
      </Rows>
      <h3>{text('sheetSteps')}</h3>
      <SheetFromProcess opened={opened} steps={sheet.steps} onTake={(next) => put(['sheet', 'steps'], next)} />
      <Rows items={sheet.steps} title={({ name }) => pick(name, language)} add={text('addSheetStep')} fresh={(): SheetStep => ({ name: blank, text: blank })} onChange={(next) => put(['sheet', 'steps'], next)}>
        {(step, index) => (
          <>
            <BothTexts id={`sheet-${index}-name`} legend={text('sheetStepName')} value={step.name} onChange={(next) => put(['sheet', 'steps', index, 'name'], next)} />
            <BothTexts long id={`sheet-${index}-text`} legend={text('sheetStepText')} value={step.text} onChange={(next) => put(['sheet', 'steps', index, 'text'], { ...step.text, ...next })} />
            <Check id={`sheet-${index}-by`} label={text('sheetStepByApplicant')} checked={step.by === 'applicant'} onChange={(checked) => put(['sheet', 'steps', index, 'by'], checked ? 'applicant' : undefined)} />
            <LimitField id={`sheet-${index}-limit`} label={text('sheetStepLimit')} value={step.limit ?? ''} onCommit={(next) => put(['sheet', 'steps', index, 'limit'], next || undefined)} />
          </>
        )}
      </Rows>
      <h3>{text('sheetTips')}</h3>
      <Rows items={sheet.tips ?? []} title={(tip) => pick(tip, language)} add={text('addTip')} fresh={() => blank} onChange={(next) => put(['sheet', 'tips'], next.length === 0 ? undefined : next)}>
        {(tip, index) => <Told id={`tip-${index}`} legend={text('sheetTips')} value={tip} put={(next) => put(['sheet', 'tips', index], next)} />}
      </Rows>
    </>
  );
};

/** A statement in both languages, with where it stands. */
const Told = ({ id, legend, value, put }: { id: string; legend: string; value: Statement; put: (next: Statement) => void }) => (
  <>
    <BothTexts id={id} legend={legend} value={value} onChange={(next) => put({ ...value, ...next })} />
    <Sourced id={id} value={{ source: value.source ?? '', mark: value.mark ?? 'design' }} put={(member, next) => put(next === '' ? { vi: value.vi, en: value.en } : { ...value, mark: value.mark ?? 'design', [member]: next })} />
  </>
);
