import { Flag } from 'lucide-react';
import type { ReactNode } from 'react';
import '../../ui/button.css';
import { answerSections, type AnswerRow } from '../answers.ts';
import type { Evaluation } from '../evaluate.ts';
import type { FieldPath } from '../field-path.ts';
import type { Catalogues, FileValue, Form } from '../form.ts';
import type { Lang } from '../text.ts';
import { AnswerValue } from './answer-value.tsx';
import { sayIn } from './words.ts';
import './form.css';

interface FormViewProps {
  readonly form: Form;
  readonly evaluation: Evaluation;
  readonly lang: Lang;
  readonly catalogues?: Catalogues;
  readonly fileHref?: (file: FileValue) => string;
  /** Places the clerk has flagged. */
  readonly flagged?: ReadonlySet<FieldPath>;
  /** Flags a place, or takes the flag away; without it the view is only read. */
  readonly onFlag?: (path: FieldPath, row: AnswerRow) => void;
  /** What stands under a flagged field: the clerk's remark being written, or read. */
  readonly renderFlag?: (path: FieldPath, row: AnswerRow) => ReactNode;
}

/** A dossier's form as the office reads it; a clerk flags what the citizen must correct. */
export function FormView({ form, evaluation, lang, catalogues = {}, fileHref, flagged = new Set(), onFlag, renderFlag }: FormViewProps) {
  const say = sayIn(lang);
  return (
    <div className={onFlag ? 'form-view form-view-flags' : 'form-view'}>
      {answerSections(form, evaluation, lang, catalogues).map((section) => (
        <section key={section.id} aria-labelledby={`view-${section.id}`}>
          <h3 id={`view-${section.id}`}>{section.title}</h3>
          <dl>
            {section.rows.map((row) => {
              const isFlagged = flagged.has(row.path);
              return (
                <div key={row.path} className={isFlagged ? 'form-view-row form-view-flagged' : 'form-view-row'}>
                  <dt>{row.label}</dt>
                  <dd>
                    <AnswerValue row={row} say={say} lang={lang} fileHref={fileHref} />
                    {isFlagged && renderFlag?.(row.path, row)}
                  </dd>
                  {onFlag && !row.computed && (
                    <dd className="form-view-flag no-print">
                      <button type="button" className="button button-quiet button-small" aria-pressed={isFlagged} aria-label={`${say('flag')}: ${row.label}`} onClick={() => onFlag(row.path, row)}>
                        <Flag className="icon" aria-hidden="true" /> <span className="form-view-flag-word">{say(isFlagged ? 'flagged' : 'flag')}</span>
                      </button>
                    </dd>
                  )}
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}
