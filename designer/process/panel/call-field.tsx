import { useQuery } from '@tanstack/react-query';
import { alphabetical } from '../../../ui/alphabetical.ts';
import { pick } from '../../../ui/language.ts';
import { queryOf } from '../../../ui/query.ts';
import { useLanguage } from '../../../ui/use-text.ts';
import { useFileTexts } from '../../package/file-text.ts';
import { useText } from '../../words.ts';
import { bindingOf, bindings, callableBeside, processesIn, setBinding, setCalled, type Binding } from '../bpmn/call.ts';
import { isWhole } from '../bpmn/said.ts';
import { modelOf } from '../editing.ts';
import { textIn } from '../model.ts';
import type { Drawn } from './bpmn-field.tsx';
import { Committed } from './committed.tsx';
import { Select } from './select.tsx';

/** What a step calls: a process of the file or of the package, or another procedure and which version of it. */
export const CallField = ({ drawing, element, opened }: Drawn) => {
  const text = useText();
  const language = useLanguage();
  const model = modelOf(element);
  const procedures = useQuery(queryOf('GET /api/designer/procedures', {}));
  const files = useFileTexts(opened.key, opened.draft.files.flatMap(({ path }) => (/^processes\/[^/]+\.bpmn$/.test(path) ? [path] : [])));
  if (textIn(model, 'motcua:calledExpression') !== '') return null;
  const own = [...callableBeside(drawing, element), ...[...files.values()].flatMap(processesIn)].map(({ id, name }) => ({ value: id, label: text('callOwn', { name }) }));
  const others = alphabetical(procedures.data?.procedures ?? [], ({ name }) => pick(name, language), language).filter(({ key }) => key !== opened.key).map(({ key, name }) => ({ value: key, label: text('callOther', { name: pick(name, language) }) }));
  const called = textIn(model, 'calledElement');
  const binding = bindingOf(model);
  const isOwn = own.some(({ value }) => value === called);
  return (
    <>
      <Select id="step-called" label={text('called')} value={called} options={[{ value: '', label: text('choose') }, ...own, ...others]} onChange={(next) => setCalled(drawing, element, next)} />
      {called !== '' && (!isOwn || binding !== 'latest') && <Select id="step-binding" label={text('binding')} value={binding} options={bindings.map((value) => ({ value, label: text(`binding_${value}`) }))} onChange={(next) => setBinding(drawing, element, next as Binding)} />}
      {binding === 'version' && (
        <Committed
          id="step-version" label={text('calledNumber')} value={textIn(model, 'motcua:version')} fault={(typed) => (isWhole(typed, 1) ? undefined : text('wholeFault', { from: 1 }))}
          onCommit={(typed) => isWhole(typed, 1) && setBinding(drawing, element, 'version', typed)}
        />
      )}
    </>
  );
};
