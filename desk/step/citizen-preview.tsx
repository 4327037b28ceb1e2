import { displayed } from '../../forms/answers.ts';
import { expand } from '../../forms/expand.ts';
import { fieldOf } from '../../forms/field-path.ts';
import type { DeskDossier } from '../../server/api/desk.ts';
import type { TaskView } from '../../server/api/task.ts';
import { longDate, timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import type { Application } from './composer.tsx';
import type { Flag } from './composition.ts';

interface CitizenPreviewProps {
  readonly flags: readonly Flag[];
  readonly application: Application | undefined;
  readonly dossier: DeskDossier;
  readonly answerBy: TaskView['answerBy'];
}

/** The request as the citizen will read it on the phone: only the flagged places, what stands there now, what to do, by when. */
export const CitizenPreview = ({ flags, application, dossier, answerBy }: CitizenPreviewProps) => {
  const text = useText();
  const language = useLanguage();
  return (
    <div className="citizen-preview">
      <p className="citizen-preview-head">{text('citizenHead', { unit: pick(dossier.unit.name, language), count: flags.length })}</p>
      {answerBy && <p>{text('respondWithin', { time: timeLimit(answerBy.limit, language), date: longDate(answerBy.dueAt, language) })}</p>}
      <ol>
        {flags.map(({ path, remark, target }) => {
          const field = application && expand(application.form).fields.get(fieldOf(path));
          const now = application ? displayed(application.form, application.data, path, language, application.catalogues) : '';
          return (
            <li key={path}>
              <strong>{field ? pick(field.ui.label, language) : path}</strong>
              <span className="muted small">{text(target === 'file' ? 'fileNow' : 'answerNow')}: {now || text('nothingThere')}</span>
              <span className="citizen-remark">{remark.trim() || text('noRemarkYet')}</span>
            </li>
          );
        })}
      </ol>
      <p className="muted small">{text('clockWillPause')}</p>
    </div>
  );
};
