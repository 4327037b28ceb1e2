import type { Json } from '../../../engine/state.ts';
import { optionsOf } from '../../display.ts';
import type { Option } from '../../form.ts';
import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';

interface ChoiceProps extends WidgetProps {
  readonly choices: readonly { readonly value: Json; readonly label: string; readonly hint?: string | undefined }[];
}

function Radios({ choices, id, value, onChange }: ChoiceProps) {
  const { readOnly } = useAsking();
  return choices.map((choice, index) => {
    const own = index === 0 ? id : `${id}-${String(choice.value)}`;
    return (
      <label key={String(choice.value)} className="choice" htmlFor={own}>
        <input type="radio" id={own} name={id} checked={value === choice.value} disabled={readOnly} onChange={() => onChange(choice.value)} />
        <span>
          {choice.label}
          {choice.hint && <span className="choice-hint">{choice.hint}</span>}
        </span>
      </label>
    );
  });
}

const inLang = (options: readonly Option[], lang: 'vi' | 'en') => options.map((option) => ({ value: option.value, label: option.label[lang], hint: option.hint?.[lang] }));

export function RadiosWidget(props: WidgetProps) {
  const { lang, catalogues } = useAsking();
  return <Radios {...props} choices={inLang(optionsOf(props.field, catalogues), lang)} />;
}

export function YesNoWidget(props: WidgetProps) {
  const { say } = useAsking();
  return <Radios {...props} choices={[{ value: true, label: say('yes') }, { value: false, label: say('no') }]} />;
}

export function SelectWidget({ field, id, value, onChange, invalid, describedBy }: WidgetProps) {
  const { lang, say, catalogues, readOnly } = useAsking();
  const options = optionsOf(field, catalogues);
  return (
    <select
      id={id}
      className="control"
      autoComplete="off"
      disabled={readOnly}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      aria-invalid={invalid || undefined}
      aria-describedby={describedBy}
      onChange={({ target }) => onChange(options.find((option) => String(option.value) === target.value)?.value)}
    >
      <option value="">{say('choose')}</option>
      {options.map((option) => <option key={option.value} value={String(option.value)}>{option.label[lang]}</option>)}
    </select>
  );
}

export function CheckboxesWidget({ field, id, value, onChange, invalid }: WidgetProps) {
  const { lang, catalogues, readOnly } = useAsking();
  const chosen: readonly Json[] = Array.isArray(value) ? value : [];
  const options = optionsOf(field, catalogues);
  const toggle = (of: Json, on: boolean) => {
    const next = options.map((option) => option.value as Json).filter((one) => (one === of ? on : chosen.includes(one)));
    onChange(next.length > 0 ? next : undefined);
  };
  return options.map((option, index) => {
    const own = index === 0 ? id : `${id}-${option.value}`;
    return (
      <label key={option.value} className="choice" htmlFor={own}>
        <input type="checkbox" id={own} checked={chosen.includes(option.value)} disabled={readOnly} aria-invalid={invalid || undefined} onChange={({ target }) => toggle(option.value, target.checked)} />
        <span>
          {option.label[lang]}
          {option.hint && <span className="choice-hint">{option.hint[lang]}</span>}
        </span>
      </label>
    );
  });
}

/** One box to tick, beside the sentence that is confirmed. */
export function TickWidget({ field, id, value, onChange, invalid, describedBy }: WidgetProps) {
  const { lang, readOnly } = useAsking();
  return (
    <label className="choice" htmlFor={id}>
      <input type="checkbox" id={id} checked={value === true} disabled={readOnly} aria-invalid={invalid || undefined} aria-describedby={describedBy} onChange={({ target }) => onChange(target.checked || undefined)} />
      <span>{(field.ui.statement ?? field.ui.label)[lang]}</span>
    </label>
  );
}
