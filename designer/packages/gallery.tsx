import { useState, type ReactNode } from 'react';
import type { DesignerProcedure, Template } from '../../server/api/designer.ts';
import { alphabetical } from '../../ui/alphabetical.ts';
import { timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useKitText } from '../../ui/words.ts';
import { useText } from '../words.ts';
import { MiniDrawing } from './mini-drawing.tsx';
import './gallery.css';

interface GalleryProps {
  templates: readonly Template[];
  procedures: readonly DesignerProcedure[];
  error: string | undefined;
  /** `template <id>`, `procedure <key>` or `adopt <key>`. */
  value: string | undefined;
  onChange: (value: string) => void;
}

/** Where a procedure may begin: templates as cards, whole procedures of this house or shipped with it, and those to be adopted. One choice among all of them. */
export const Gallery = ({ templates, procedures, error, value, onChange }: GalleryProps) => {
  const text = useText();
  const kit = useKitText();
  const language = useLanguage();
  const shipped = new Map(templates.filter(({ kind }) => kind === 'example').map((one) => [one.id, one]));
  const here = new Set(procedures.map(({ key }) => key));
  const inOrder = (entries: readonly Entry[]) => alphabetical(entries, ({ label }) => label, language);
  const whole = inOrder([
    ...procedures.map(({ key, name }) => ({ value: `procedure ${key}`, label: text('copyOf', { name: pick(name, language) }), of: shipped.get(key) })),
    ...[...shipped.values()].filter(({ id }) => !here.has(id)).map((one) => ({ value: `template ${one.id}`, label: text('copyOf', { name: pick(one.name, language) }), of: one })),
  ]);
  const adoptable = inOrder(procedures.filter(({ published }) => published !== null).map(({ key, name }) => ({ value: `adopt ${key}`, label: text('adoptOf', { name: pick(name, language) }), of: shipped.get(key) })));
  // whoever comes from a procedure, to copy or adopt it, sees that one first, and the others when they are asked for
  const [asked] = useState(value);
  const isAsked = (one: Entry) => one.value === asked;
  const cards = (some: readonly Entry[]) => some.map((one) => <Card key={one.value} value={one.value} label={one.label} entry={one.of} isChosen={value === one.value} onChoose={onChange} />);
  const others = (some: readonly Entry[]) => cards(some.filter((one) => !isAsked(one)));
  const all = (
    <>
      <h2>{text('galleryTemplates')}</h2>
      <p className="muted">{text('galleryTemplatesHint')}</p>
      <div className="gallery-cards">{cards(templates.filter(({ kind }) => kind === 'template').map((one) => ({ value: `template ${one.id}`, label: pick(one.name, language), of: one })))}</div>
      {whole.length > 0 && <Folded title={text('galleryWhole', { count: whole.length })} hint={text('galleryWholeHint')}>{others(whole)}</Folded>}
      {adoptable.length > 0 && <Folded title={text('galleryAdopt', { count: adoptable.length })} hint={text('adoptOfHint')}>{others(adoptable)}</Folded>}
    </>
  );
  return (
    <fieldset className={error ? 'choices gallery field-error' : 'choices gallery'} aria-describedby={error && 'begin-from-error'}>
      <legend>{text('beginFrom')}</legend>
      {error && <p id="begin-from-error" className="field-message"><span className="visually-hidden">{kit('errorPrefix')}</span>{error}</p>}
      {asked === undefined ? all : (
        <>
          <p className="muted">{text(asked.startsWith('adopt ') ? 'adoptOfHint' : 'galleryWholeHint')}</p>
          <div className="gallery-cards">{cards([...whole, ...adoptable].filter(isAsked))}</div>
          <Folded title={text('beginElsewhere')}>{all}</Folded>
        </>
      )}
    </fieldset>
  );
};

interface Entry { readonly value: string; readonly label: string; readonly of: Template | undefined }

/** Folded until it is asked for. */
const Folded = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <details className="gallery-more">
    <summary>{title}</summary>
    {hint && <p className="muted">{hint}</p>}
    {hint ? <div className="gallery-cards">{children}</div> : children}
  </details>
);

const mostSteps = 6;

const Card = ({ value, label, entry, isChosen, onChoose }: { value: string; label: string; entry: Template | undefined; isChosen: boolean; onChoose: (value: string) => void }) => {
  const text = useText();
  const language = useLanguage();
  const id = `begin-${value.replace(' ', '-')}`;
  return (
    <div className={isChosen ? 'gallery-card gallery-chosen' : 'gallery-card'}>
      <div className="gallery-head">
        <input type="radio" id={id} name="begin-from" value={value} checked={isChosen} aria-describedby={entry && `${id}-about`} onChange={() => onChoose(value)} />
        <label htmlFor={id}>{label}</label>
      </div>
      {entry && (
        <div id={`${id}-about`}>
          <p>{pick(entry.summary, language)}</p>
          {entry.drawing && <MiniDrawing of={entry.drawing} />}
          <ol className="gallery-steps" aria-label={text('gallerySteps')}>
            {entry.steps.slice(0, mostSteps).map((step, index) => <li key={index}>{pick(step.name, language)}{step.limit !== null && <span className="muted"> · {timeLimit(step.limit, language)}</span>}</li>)}
          </ol>
          {entry.steps.length > mostSteps && <p className="muted">{text('galleryMore', { count: entry.steps.length - mostSteps })}</p>}
          <p className="gallery-facts muted">{text('galleryFacts', { forms: entry.forms, letters: entry.letters, limit: timeLimit(entry.limit, language) })}{entry.isStatechart && ` · ${text('galleryStatechart')}`}</p>
        </div>
      )}
    </div>
  );
};
