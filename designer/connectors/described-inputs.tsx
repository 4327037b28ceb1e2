import type { DesignerPackage } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useSenses } from '../decisions/use-senses.ts';
import { filesIn } from '../package/files-in.ts';
import { useFileText } from '../package/file-text.ts';
import { Committed } from '../process/panel/committed.tsx';
import { feelFault } from '../process/panel/feel-fault.ts';
import { InputsField } from '../process/panel/inputs-field.tsx';
import { Select } from '../process/panel/select.tsx';
import type { NamedExpression } from '../process/step.ts';
import { connectorPath } from '../proof/try-connector.ts';
import { useText } from '../words.ts';
import { houseInputs } from './house-inputs.ts';
import { knownInputs, type KnownInput } from './known-inputs.ts';
import { typeWords } from './type-words.ts';

interface DescribedInputsProps {
  opened: DesignerPackage;
  connector: string;
  inputs: readonly NamedExpression[];
  onChange: (inputs: readonly NamedExpression[]) => void;
}

const nothing = 'null';

/** What a step hands to its connector: each thing that the description asks for, from a question or in FEEL; else, by names that are written. */
export const DescribedInputs = ({ opened, connector, inputs, onChange }: DescribedInputsProps) => {
  const text = useText();
  const language = useLanguage();
  const { offers } = useSenses(opened, '');
  const isDescribed = filesIn(opened, 'connectors').includes(connector);
  const described = knownInputs(useFileText(opened.key, connectorPath(connector), isDescribed).text ?? '');
  const known = isDescribed ? described : houseInputs(connector, inputs.map(({ name }) => name), text);
  const rest = inputs.filter(({ name }) => !known.some((one) => one.name === name));
  const feelOf = (name: string): string => inputs.find((input) => input.name === name)?.text ?? '';
  const put = (name: string, feel: string) => {
    const others = inputs.filter((input) => input.name !== name);
    onChange(feel.trim() === '' ? others : inputs.some((input) => input.name === name) ? inputs.map((input) => (input.name === name ? { name, text: feel } : input)) : [...inputs, { name, text: feel }]);
  };
  const field = ({ name, shape, isRequired }: KnownInput) => {
    const feel = feelOf(name);
    const shared = { id: `connector-input-${name}`, label: shape.title === undefined ? name : isDescribed ? `${shape.title} (${name})` : shape.title };
    const hint = `${typeWords(text, shape)}${isRequired ? '' : `, ${text('connectorOptional')}`}`;
    if (feel !== '' && feel !== nothing && !offers.some((offer) => offer.feel === feel)) return <Committed key={name} {...shared} hint={hint} value={feel} long code fault={feelFault(text)} onCommit={(next) => put(name, next)} />;
    return (
      <Select
        key={name} {...shared} hint={hint} value={feel === nothing ? '' : feel} error={isRequired && feel === '' ? text('connectorInputMissing') : undefined} onChange={(next) => put(name, next)}
        options={[{ value: '', label: text(isRequired ? 'choose' : 'connectorInputNone') }, ...offers.map((offer) => ({ value: offer.feel, label: `${pick(offer.label, language)} (${pick(offer.group, language)})` })), { value: `(${feel || nothing})`, label: text('handedFeel') }]}
      />
    );
  };
  return (
    <>
      {known.length > 0 && <fieldset className="panel-group"><legend>{text('connectorHands')}</legend>{known.map(field)}</fieldset>}
      {(known.length === 0 || rest.length > 0) && <InputsField inputs={rest} onChange={(next) => onChange([...inputs.filter((input) => !rest.includes(input)), ...next])} />}
    </>
  );
};
