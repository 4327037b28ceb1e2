import { useMemo, useState } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import type { Form } from '../../forms/form.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { FindingItem } from '../findings/finding-item.tsx';
import { sorted } from '../findings/sorted.ts';
import { edit } from '../package/bench.ts';
import { Undoable, UndoButtons } from '../package/undoable.tsx';
import { useText } from '../words.ts';
import { FieldList } from './field-list.tsx';
import { JsonText } from './json-text.tsx';
import { Preview } from './preview.tsx';
import { printJson } from './print-json.ts';
import { readForm } from './read-form.ts';

interface FormEditorProps {
  packageKey: string;
  path: string;
  text: string;
  saved: string;
  findings: readonly Finding[];
}

/** A form as a list of questions or as its text, and beside it as a citizen meets it. */
export const FormEditor = ({ packageKey, path, text: source, saved, findings }: FormEditorProps) => {
  const text = useText();
  const [view, setView] = useState('fields');
  const reading = useMemo(() => readForm(source), [source]);
  // While the text is being typed it may not be a form; the preview keeps the last one that was.
  const [shown, setShown] = useState<Form>();
  if ('form' in reading && reading.form !== shown) setShown(reading.form);
  const [page, setPage] = useState<string>();
  const pageId = shown?.ui.pages.some(({ id }) => id === page) ? page : shown?.ui.pages[0]?.id;
  const change = (form: Form, about?: string) => edit(packageKey, path, printJson(form), saved, about);
  return (
    <Undoable className="form-editor" packageKey={packageKey} path={path}>
      <div>
        <UndoButtons packageKey={packageKey} path={path} />
        <Tabs
          label={text('formViews')} selected={view} onSelect={setView}
          items={[
            { key: 'fields', title: text('questions'), panel: 'form' in reading ? <FieldList form={reading.form} page={pageId} onPage={setPage} onChange={change} /> : <p>{text('listNeedsForm')}</p> },
            { key: 'json', title: text('asJson'), panel: <JsonText source={source} reading={reading} onChange={(next) => edit(packageKey, path, next, saved, 'text')} /> },
            { key: 'findings', title: `${text('findings')} (${findings.length})`, panel: findings.length === 0 ? <p>{text('noFindings')}</p> : <ul className="finding-list">{sorted(findings).map((finding, index) => <FindingItem key={index} finding={finding}><span className="finding-place muted">{finding.element}</span></FindingItem>)}</ul> },
          ]}
        />
      </div>
      {shown && pageId !== undefined && <Preview form={shown} page={pageId} onPage={setPage} stale={!('form' in reading)} />}
    </Undoable>
  );
};
