import { useState, type ReactNode } from 'react';
import type { DesignerProcedure, Template } from '../../server/api/designer.ts';
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
  const whole = [
    ...procedures.map(({ key, name }) => ({ value: `procedure ${key}`, name: pick(name, language), of: shipped.get(key) })),
    ...[...shipped.values()].filter(({ id }) => !here.has(id)).map((one) => ({ value: `template ${one.id}`, name: pick(one.name, language), of: one })),
  ];
  const adoptable = procedures.filter(({ published }) => published !== null);
  const card = (of: string, label: string, entry: Template | undefined) => <Card key={of} value={of} label={label} entry={entry} isChosen={value === of} onChoose={onChange} />;
  return (
    <fieldset className={error ? 'choices gallery field-error' : 'choices gallery'} aria-describedby={error && 'begin-from-error'}>
      <legend>{text('beginFrom')}</legend>
      {error && <p id="begin-from-error" className="field-message"><span className="visually-hidden">{kit('errorPrefix')}</span>{error}</p>}
      <h2>{text('galleryTemplates')}</h2>
      <p className="muted">{text('galleryTemplatesHint')}</p>
      <div className="gallery-cards">{templates.filter(({ kind }) => kind === 'template').map((one) => card(`template ${one.id}`, pick(one.name, language), one))}</div>
      {whole.length > 0 && (
        <Folded title={text('galleryWhole', { count: whole.length })} hint={text('galleryWholeHint')} isOpen={whole.some((one) => one.value === value)}>
          {whole.map((one) => card(one.value, text('copyOf', { name: one.name }), one.of))}
        </Folded>
      )}
      {adoptable.length > 0 && (
        <Folded title={text('galleryAdopt', { count: adoptable.length })} hint={text('adoptOfHint')} isOpen={value?.startsWith('adopt ') === true}>
          {adoptable.map(({ key, name }) => card(`adopt ${key}`, text('adoptOf', { name: pick(name, language) }), shipped.get(key)))}
        </Folded>
      )}
    </fieldset>
  );
};

/** Folded until it is asked for, or something in it was chosen from elsewhere. */
const Folded = ({ title, hint, isOpen, children }: { title: string; hint: string; isOpen: boolean; children: ReactNode }) => {
  const [wasOpen] = useState(isOpen);
  return (
    <details className="gallery-more" open={wasOpen}>
      <summary>{title}</summary>
      <p className="muted">{hint}</p>
      <div className="gallery-cards">{children}</div>
    </details>
  );
};

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
