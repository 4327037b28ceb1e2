import { Link } from 'wouter';
import '../../ui/summary-list.css';
import { answerSections } from '../answers.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Catalogues, FileValue, Form } from '../form.ts';
import type { Lang } from '../text.ts';
import { AnswerValue } from './answer-value.tsx';
import { sayIn } from './words.ts';
import './form.css';

interface AnswersProps {
  readonly form: Form;
  readonly evaluation: Evaluation;
  readonly lang: Lang;
  readonly catalogues?: Catalogues;
  /** Where a page's answers are changed; without it the list is only read. */
  readonly pageHref?: (page: string) => string;
  readonly fileHref?: (file: FileValue) => string;
}

/** Check your answers: every answer given, section by section, each with its "Thay đổi". */
export function Answers({ form, evaluation, lang, catalogues = {}, pageHref, fileHref }: AnswersProps) {
  const say = sayIn(lang);
  return answerSections(form, evaluation, lang, catalogues).map((section) => (
    <section key={section.id} aria-labelledby={`answers-${section.id}`}>
      <h2 id={`answers-${section.id}`}>{section.title}</h2>
      <dl className="summary-list">
        {section.rows.map((row) => (
          <div key={row.path} className="summary-row">
            <dt>{row.label}</dt>
            <dd>
              <AnswerValue row={row} say={say} lang={lang} fileHref={fileHref} />
              {row.computed && <span className="form-line muted">{say('computed')}</span>}
            </dd>
            {pageHref && !row.computed && (
              <dd className="summary-action no-print">
                <Link href={pageHref(row.page)}>
                  {say('change')}
                  <span className="visually-hidden">: {row.label}</span>
                </Link>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  ));
}
