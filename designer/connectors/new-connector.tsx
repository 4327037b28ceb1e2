import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { ConnectorStock, DesignerPackage } from '../../server/api/designer.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { BothTexts } from '../forms/both-texts.tsx';
import { printJson } from '../forms/print-json.ts';
import { keyOf } from '../../procedures/key-of.ts';
import { Select } from '../process/panel/select.tsx';
import { Load } from '../shell/load.tsx';
import { useText } from '../words.ts';
import { blankConnector } from './blank.ts';
import { addConnector, underName } from './connector-files.ts';
import { useStock } from './use-stock.ts';

/** Begins a connector from one that the installation has, or from an empty one. */
export const NewConnector = ({ opened, names }: { opened: DesignerPackage; names: readonly string[] }) => {
  const text = useText();
  return (
    <details className="panel-more">
      <summary>{text('connectorAdd')}</summary>
      <Load of={useStock()}>{(stock) => <Begin opened={opened} names={names} stock={stock} />}</Load>
    </details>
  );
};

const blank = '';

const Begin = ({ opened, names, stock: { connectors } }: { opened: DesignerPackage; names: readonly string[]; stock: ConnectorStock }) => {
  const text = useText();
  const language = useLanguage();
  const [, go] = useLocation();
  const [from, setFrom] = useState(connectors[0]?.name ?? blank);
  const [title, setTitle] = useState({ vi: '', en: '' });
  const chosen = connectors.find(({ name }) => name === from);
  const isNamed = chosen !== undefined || (title.vi.trim() !== '' && title.en.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isNamed) return;
    const wanted = chosen?.name ?? (keyOf(title.vi) || 'connector');
    const name = addConnector(opened.key, [...names, ...opened.connectors], wanted, (free) => (chosen ? underName(chosen.text, free) : printJson(blankConnector(free, title))));
    go(`/packages/${opened.key}/connectors/${name}`);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Select
        id="connector-from" label={text('connectorFrom')} hint={text('connectorFromHint')} value={from} onChange={setFrom}
        options={[...connectors.map(({ name, title: called }) => ({ value: name, label: `${pick(called, language)} (${name})` })), { value: blank, label: text('connectorBlank') }]}
      />
      {chosen === undefined && <BothTexts id="connector-title" legend={text('connectorName')} value={title} onChange={setTitle} />}
      <Button type="submit" aria-disabled={!isNamed}><Icon of={Plus} />{text('connectorBegin')}</Button>
    </form>
  );
};
