import type { Component } from '../../procedures/procedure.ts';
import type { Finding } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { BothTexts } from '../forms/both-texts.tsx';
import { Committed } from '../process/panel/committed.tsx';
import { feelFault } from '../process/panel/feel-fault.ts';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { Findings } from '../findings/findings.tsx';
import type { PartProps } from './part.ts';
import { Rows } from './rows.tsx';
import { Sourced } from './sourced.tsx';

const kinds = ['form', 'original', 'certified-copy', 'plain-copy', 'electronic', 'from-database'] as const satisfies readonly Component['kind'][];
const fresh = (used: readonly Component[]): Component => {
  const numbers = used.map(({ code }) => Number(code.slice(1))).filter(Number.isFinite);
  return { code: `C${Math.max(0, ...numbers) + 1}`, name: { vi: '', en: '' }, required: true, kind: 'electronic', originals: 0, copies: 1, source: '', mark: 'design' };
};

/** The papers that belong to a dossier: when each is asked for, and which question takes it. */
export const Papers = ({ procedure: { components }, put, fields, findings }: PartProps & { fields: readonly string[]; findings: readonly Finding[] }) => {
  const text = useText();
  const language = useLanguage();
  const found = ({ code }: Component) => findings.filter(({ element }) => element === code);
  const titleOf = (paper: Component) => [`${paper.code} · ${pick(paper.name, language)}`, found(paper).length > 0 && `(${text('findingCount', { count: found(paper).length })})`].filter(Boolean).join(' ');
  const one = (paper: Component, index: number) => {
    const at = (...rest: readonly string[]) => ['components', index, ...rest];
    const { required } = paper;
    return (
      <>
        <Findings of={found(paper)} />
        <BothTexts id={`paper-${index}-name`} legend={text('paperName')} value={paper.name} onChange={(next) => put(at('name'), next)} />
        <div className="both">
          <Select id={`paper-${index}-kind`} label={text('paperKind')} value={paper.kind} options={kinds.map((kind) => ({ value: kind, label: text(`paper_${kind}`) }))} onChange={(next) => put(at('kind'), next)} />
          <Select id={`paper-${index}-field`} label={text('paperField')} value={paper.field ?? ''} options={[{ value: '', label: text('paperNoField') }, ...fields.map((field) => ({ value: field, label: field }))]} onChange={(next) => put(at('field'), next || undefined)} />
        </div>
        <Select
          id={`paper-${index}-required`} label={text('paperRequired')} value={required === true ? 'always' : 'when'} options={[{ value: 'always', label: text('paperAlways') }, { value: 'when', label: text('paperWhen') }]}
          onChange={(next) => put(at('required'), next === 'always' ? true : { when: 'true', words: { vi: '', en: '' } })}
        />
        {required !== true && (
          <>
            <Committed id={`paper-${index}-when`} label={text('paperCondition')} hint={text('paperConditionHint')} value={required.when} code fault={feelFault(text)} onCommit={(next) => put(at('required', 'when'), next)} />
            <BothTexts id={`paper-${index}-words`} legend={text('paperWords')} value={required.words} onChange={(next) => put(at('required', 'words'), next)} />
          </>
        )}
        <BothTexts id={`paper-${index}-hint`} legend={text('hint')} optional value={paper.hint ?? { vi: '', en: '' }} onChange={(next) => put(at('hint'), next.vi === '' && next.en === '' ? undefined : next)} />
        <Sourced id={`paper-${index}`} value={paper} put={(name, next) => put(at(name), next)} />
      </>
    );
  };
  return (
    <Rows items={components} title={titleOf} add={text('addPaper')} fresh={() => fresh(components)} onChange={(next) => put(['components'], next)}>
      {one}
    </Rows>
  );
};
