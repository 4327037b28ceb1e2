import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../server/api/designer.ts';
import type { Data } from '../../engine/state.ts';
import type { Form } from '../../forms/form.ts';
import { pick } from '../../ui/language.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { FindingActs } from '../findings/acts.ts';
import { FindingItem } from '../findings/finding-item.tsx';
import { sorted } from '../findings/sorted.ts';
import { FixOffers } from '../fixes/fix-offers.tsx';
import { edit } from '../package/bench.ts';
import { ofTheDraft } from '../package/use-undo.ts';
import { useText } from '../words.ts';
import { Builder } from './builder.tsx';
import { Editor } from './editor.tsx';
import { panelId, rowId, ruleId, type Selected } from './editing.ts';
import type { FormFixers } from './form-fixers.ts';
import { JsonText } from './json-text.tsx';
import { partOf } from './part-of.ts';
import { Preview } from './preview.tsx';
import { RulesView } from './rules/rules-view.tsx';
import type { Verdict } from './rules/verdict.ts';
import { readForm, writeForm } from './read-form.ts';

interface FormEditorProps {
  packageKey: string;
  path: string;
  text: string;
  saved: string;
  findings: readonly Finding[];
  /** Fixes that change the form, by rule. */
  fixers: FormFixers;
}

/** A form as questions, as rules or as its text, and beside it as a citizen meets it. */
export const FormEditor = ({ packageKey, path, text: source, saved, findings, fixers }: FormEditorProps) => {
  const text = useText();
  const language = useLanguage();
  const [view, setView] = useState('fields');
  const reading = useMemo(() => readForm(source), [source]);
  // While the text is being typed it may not be a form; the preview keeps the last one that was.
  const [shown, setShown] = useState<Form>();
  if ('form' in reading && reading.form !== shown) setShown(reading.form);
  const [selected, setSelected] = useState<Selected>();
  const [previewed, setPreviewed] = useState<{ readonly page: string; readonly since: Selected | undefined }>();
  const [answer, onAnswer] = useState<Data>({});
  const [at] = useState(() => new Date().toISOString());
  const [said, setSaid] = useState('');
  const [rule, setRule] = useState<string>();
  const [seen, setSeen] = useState<ReadonlyMap<string, ReadonlySet<Verdict['result']>>>(new Map());
  const focus = useRef<string>(undefined);
  // Before anything is painted: a row that moves to another page is a new element, and the next key must find it.
  useLayoutEffect(() => {
    if (focus.current !== undefined) document.getElementById(focus.current)?.focus();
    focus.current = undefined;
  });
  // What was selected last is shown, until another page is asked for.
  const wanted = previewed?.since === selected ? previewed?.page : shown && selected && pageAbout(shown, selected);
  const pageId = shown?.ui.pages.find(({ id }) => id === (wanted ?? previewed?.page))?.id ?? shown?.ui.pages[0]?.id;
  const select = useCallback((what: Selected, where?: 'row' | 'panel') => {
    setSelected(what);
    // On a narrow screen the panel stands below the outline: what is chosen there is shown.
    focus.current = where === 'row' ? rowId(what) : where === 'panel' || matchMedia('(max-width: 47.99rem)').matches ? panelId : undefined;
  }, []);
  const change = useCallback((form: Form, about?: string, heard?: string) => {
    if (heard !== undefined) setSaid(heard);
    if (!('form' in reading) || form !== reading.form) edit(packageKey, path, writeForm(form), saved, about);
  }, [reading, packageKey, path, saved]);
  const showPage = (page: string) => setPreviewed({ page, since: selected });
  const openRule = useCallback((key: string) => {
    setView('rules');
    setRule(key);
    focus.current = ruleId(key);
  }, []);
  const editing = useMemo(() => ({ selected, select, change, openRule, findings }), [selected, select, change, openRule, findings]);
  const acts = useCallback((finding: Finding) => {
    const fixes = 'form' in reading ? (fixers[finding.rule]?.(reading.form, finding) ?? []) : [];
    return fixes.length > 0 && <FixOffers about={`${finding.rule} ${finding.element}`} fixes={fixes.map(({ say, mended }) => ({ say, run: () => change(mended) }))} onDone={setSaid} />;
  }, [reading, fixers, change]);
  const nameOf = (id: string): string | undefined => {
    const title = shown && partOf(shown, id)?.title;
    return title && pick(title, language);
  };
  const trial = { answer, onAnswer, at };
  // The same element again is not drawn again: answering in the preview does not touch the builder.
  const builder = useMemo(() => 'form' in reading && <Editor form={reading.form} {...editing}><Builder /></Editor>, [reading, editing]);
  return (
    <FindingActs.Provider value={acts}>
    <div className="form-editor">
      <div {...ofTheDraft}>
        <output className="visually-hidden">{said}</output>
        <Tabs
          label={text('formViews')} selected={view} onSelect={(next) => { setRule(undefined); setView(next); }}
          items={[
            { key: 'fields', title: text('questions'), panel: builder || <p>{text('listNeedsForm')}</p> },
            { key: 'rules', title: text('rulesTab', { count: shown ? shown.rules.length + shown.ui.pages.filter(({ when }) => when !== undefined).length : 0 }), panel: 'form' in reading ? <Editor form={reading.form} {...editing}><RulesView opened={rule} trial={trial} seen={seen} onSeen={(results) => setSeen((before) => together(before, results))} onPage={showPage} /></Editor> : <p>{text('listNeedsForm')}</p> },
            { key: 'json', title: text('asJson'), panel: <JsonText id="form-json" label={text('jsonLabel')} hint={text('jsonHint')} source={source} fault={'fault' in reading && <>{text(reading.fault === 'json' ? 'notJson' : 'notForm')} <span lang="en">{reading.detail}</span></>} onChange={(next) => edit(packageKey, path, next, saved, 'text')} /> },
            { key: 'findings', title: `${text('findings')} (${findings.length})`, panel: findings.length === 0 ? <p>{text('noFindings')}</p> : <ul className="finding-list">{sorted(findings).map((finding, index) => <FindingItem key={index} finding={finding} nameOf={nameOf}>{shown && <Part of={partOf(shown, finding.element)} onOpen={(part) => { setView('fields'); select(part, 'panel'); }} />}</FindingItem>)}</ul> },
          ]}
        />
      </div>
      {shown && pageId !== undefined && <Preview form={shown} page={pageId} onPage={showPage} stale={!('form' in reading)} {...trial} />}
    </div>
    </FindingActs.Provider>
  );
};

/** The question, page or section that a finding is about, to be opened; what is found of the form or of a rule says so itself. */
const Part = ({ of, onOpen }: { of: ReturnType<typeof partOf>; onOpen: (part: Selected) => void }) => {
  const language = useLanguage();
  return of && <button type="button" className="link finding-place" onClick={() => onOpen(of.part)}>{pick(of.title, language) || of.part.id}</button>;
};

/** The page that shows what is selected. */
const pageAbout = (form: Form, { kind, id }: Selected): string | undefined =>
  form.ui.pages.find((page) => (kind === 'page' ? page.id === id : kind === 'section' ? page.section === id : page.fields.includes(id.split('[]')[0] ?? id)))?.id;

function together(seen: ReadonlyMap<string, ReadonlySet<Verdict['result']>>, results: readonly (readonly [string, Verdict['result']])[]) {
  const next = new Map(seen);
  for (const [key, result] of results) next.set(key, new Set([...(next.get(key) ?? []), result]));
  return next;
}
