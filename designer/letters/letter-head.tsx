import type { LetterTemplate } from '../../procedures/letters/template.ts';
import { BothTexts } from '../forms/both-texts.tsx';
import { Select } from '../process/panel/select.tsx';
import { useText } from '../words.ts';
import { BlockFindings } from './block-findings.tsx';
import { Listed } from './listed.tsx';
import { MarkedText } from './marked-text.tsx';
import type { LetterParts } from './part.ts';

const papers = ['A4', 'A5'] as const;
const orientations = ['portrait', 'landscape'] as const;
const parts = ['above', 'issuer', 'number', 'subject', 'place'] as const;

/** What stands above the letter's own text, and what the letter is called. The national title is always there. */
export const LetterHead = ({ template, put, lexicon, findingsAt, packageKey, letter }: LetterParts & { template: LetterTemplate; packageKey: string; letter: string }) => {
  const text = useText();
  const names = lexicon();
  const findings = findingsAt('head');
  return (
    <details className="field-row" open={findings.length > 0 || undefined}>
      <summary><span className="field-row-name">{text('letterHead')}</span> <span className="muted">{text('letterHeadHint')}</span></summary>
      <BlockFindings findings={findings} lexicon={names} />
      <BothTexts id="letter-name" legend={text('letterName')} value={template.name} onChange={(next) => put(['name'], next)} />
      <MarkedText id="letter-form" label={text('letterFormNumber')} optional lexicon={names} value={template.form ?? ''} onChange={(next) => put(['form'], next || undefined)} />
      <div className="both">
        <Select id="letter-paper" label={text('letterPaper')} value={template.paper} options={papers.map((value) => ({ value, label: value }))} onChange={(next) => put(['paper'], next)} />
        <Select id="letter-orientation" label={text('letterOrientation')} value={template.orientation ?? 'portrait'} options={orientations.map((value) => ({ value, label: text(`letterOrientation_${value}`) }))} onChange={(next) => put(['orientation'], next === 'portrait' ? undefined : next)} />
      </div>
      {parts.map((part) => <MarkedText key={part} id={`letter-head-${part}`} label={text(`letterHead_${part}`)} optional={part !== 'issuer'} lexicon={names} value={template.head[part] ?? ''} onChange={(next) => put(['head', part], part === 'issuer' ? next : next || undefined)} />)}
      <Listed packageKey={packageKey} letter={letter} />
    </details>
  );
};
