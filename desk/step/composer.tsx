import { Eye, Flag as FlagIcon } from 'lucide-react';
import { useState } from 'react';
import { fieldOf } from '../../forms/field-path.ts';
import type { Catalogues, Form } from '../../forms/form.ts';
import { expand } from '../../forms/expand.ts';
import type { Data } from '../../engine/state.ts';
import type { DeskDossier } from '../../server/api/desk.ts';
import type { TaskView } from '../../server/api/task.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { date, longDate } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { CitizenPreview } from './citizen-preview.tsx';
import { sendingChoice, sendsFlags } from './composition.ts';
import type { StepState } from './step-state.ts';

/** The application form and its answers: where labels and present values come from. */
export interface Application {
  readonly form: Form;
  readonly data: Data;
  readonly catalogues: Catalogues;
}

interface ComposerProps {
  readonly step: StepState;
  readonly dossier: DeskDossier;
  readonly answerBy: TaskView['answerBy'];
  readonly application: Application | undefined;
  /** Shows the column where the place stands, and goes to its remark. */
  readonly onVisit: (path: string) => void;
}

/** The places flagged so far, each with its remark; how to flag, what was asked before, and what the citizen will read. */
export const Composer = ({ step, dossier, answerBy, application, onVisit }: ComposerProps) => {
  const text = useText();
  const language = useLanguage();
  const [preview, setPreview] = useState(false);
  const { flags, form, answer, at, errors } = step;
  if (!flags || !form) return null;
  const sends = sendsFlags(form, answer, at);
  if (!sends && flags.list.length === 0) return null;
  const choice = sendingChoice(form, answer, at);
  const labelOf = (path: string) => (application ? pick(expand(application.form).fields.get(fieldOf(path))?.ui.label ?? { vi: path, en: path }, language) : path);
  const earlier = dossier.supplements;
  const missing = errors.find(({ path }) => path === 'items');
  return (
    <section className="composer" aria-labelledby="composer-title">
      <h3 id="composer-title">{text('composer', { count: flags.list.length })}</h3>
      {!sends && choice && <Notice kind="soon"><p>{text('notSent', { choice: pick(choice.label, language) })}</p></Notice>}
      {earlier.length > 0 && <Notice kind="soon" title={text('askedBefore', { count: earlier.length, date: date(earlier.at(-1)?.requestedAt ?? dossier.submittedAt) })}><p>{text('askedBeforeHint')}</p></Notice>}
      <p className="muted small" id="answer.items" tabIndex={-1}>{text('composerHint')}</p>
      {answerBy && <p className="small"><strong>{text('citizenAnswersBy', { date: longDate(answerBy.dueAt, language) })}</strong></p>}
      {missing && <p className="field-message">{text('nothingFlagged')}</p>}
      <ol className="flags">
        {flags.list.map(({ path, remark, target }, index) => {
          const error = errors.find((one) => one.path === `items.${index}.remark`)?.message[language];
          return (
            <li key={path}>
              <strong><Icon of={FlagIcon} /> {labelOf(path)}</strong>
              {remark.trim() ? <span className="flag-remark">{remark}</span> : <span className={error ? 'field-message' : 'muted'}>{text('noRemarkYet')}</span>}
              <span className="row">
                <Button kind="quiet" small id={`answer.items.${index}.remark`} onClick={() => onVisit(path)} aria-label={text('editRemarkFor', { label: labelOf(path) })}>{text('editRemark')}</Button>
                <Button kind="quiet" small onClick={() => flags.toggle(target, path)} aria-label={text('unflagWhat', { label: labelOf(path) })}>{text('unflag')}</Button>
              </span>
            </li>
          );
        })}
      </ol>
      {flags.list.length > 0 && <Button small onClick={() => setPreview(true)}><Icon of={Eye} />{text('previewForCitizen')}</Button>}
      <Dialog open={preview} title={text('previewForCitizen')} onClose={() => setPreview(false)} wide actions={<Button onClick={() => setPreview(false)}>{text('backToWork')}</Button>}>
        <CitizenPreview flags={flags.list} application={application} dossier={dossier} answerBy={answerBy} />
      </Dialog>
    </section>
  );
};
