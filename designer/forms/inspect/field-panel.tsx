import { Check } from '../../../ui/choices.tsx';
import { pick } from '../../../ui/language.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import type { FieldId } from '../../../forms/form.ts';
import { Select } from '../../process/panel/select.tsx';
import { useText } from '../../words.ts';
import { BothTexts } from '../both-texts.tsx';
import { presenceOf, setFieldText, setPresence, setUi, type Presence } from '../edit/field.ts';
import { useEditing } from '../editing.ts';
import { useFieldFacts } from '../outline/facts.ts';
import { Columns } from './columns.tsx';
import { FieldActs } from './field-acts.tsx';
import { FoundHere } from './found-here.tsx';
import { Limits } from './limits.tsx';
import { Options } from './options.tsx';
import { RulesAbout } from './rules-about.tsx';
import { SourceEditor } from './source-editor.tsx';

const blank = { vi: '', en: '' };
const presences = ['required', 'wanted', 'optional'] as const;

/** Everything about one question. */
export const FieldPanel = ({ id }: { id: FieldId }) => {
  const text = useText();
  const language = useLanguage();
  const { form, expanded, change } = useEditing();
  const facts = useFieldFacts(id);
  const field = expanded.fields.get(id);
  const presence = presenceOf(form, id);
  const isComputed = form.rules.some((rule) => 'compute' in rule && rule.compute === id);
  if (!field) return null;
  const { ui } = field;
  const both = (which: 'label' | 'hint' | 'unit' | 'rowLabel' | 'statement', optional = false, long = false) => (
    <BothTexts key={which} id={`${which}-${id}`} legend={text(which === 'unit' ? 'unitOfMeasure' : which)} optional={optional} long={long} value={ui[which] ?? blank} onChange={(value) => change(setFieldText(form, id, which, value), `${which} ${id}`)} />
  );
  return (
    <>
      <h2>{pick(ui.label, language) || id}</h2>
      <p className="muted small"><code>{id}</code> · {facts.join(' · ')}</p>
      <FoundHere element={id} />
      <FieldActs id={id} />
      {both('label')}
      {both('hint', true)}
      {presence && !isComputed && field.schema.const === undefined && (
        <Select id={`presence-${id}`} label={text('presence')} value={presence} options={presences.map((value) => ({ value, label: text(`presence_${value}`) }))} onChange={(value) => change(setPresence(form, id, value as Presence))} />
      )}
      {field.widget === 'declaration' && both('statement', false, true)}
      {field.kind === 'rows' && both('rowLabel')}
      {field.kind === 'rows' && <Check id={`spreadsheet-${id}`} label={<>{text('spreadsheet')}<span className="choice-hint">{text('spreadsheetHint')}</span></>} checked={ui.spreadsheet === true} onChange={(isOn) => change(setUi(form, id, { spreadsheet: isOn ? true : undefined }))} />}
      {field.kind === 'rows' && <Columns id={id} />}
      {ui.options && !ui.catalogue && <Options id={id} options={ui.options} />}
      {(field.widget === 'number' || field.widget === 'output') && both('unit', true)}
      <Limits field={field} />
      <RulesAbout target={id} />
      <SourceEditor id={id} />
    </>
  );
};
