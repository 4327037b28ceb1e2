import type { Json } from '../../engine/state.ts';
import { displayed } from '../../forms/answers.ts';
import { changed } from '../../forms/field-path.ts';
import type { SupplementView } from '../../server/api/supplement.ts';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import type { Application } from '../step/composer.tsx';
import { useText } from '../words.ts';

/** A supplement request: each flagged place, what was asked, what stood there and what the citizen changed. */
export const Corrections = ({ supplement, application }: { supplement: SupplementView; application: Application | undefined }) => {
  const text = useText();
  const language = useLanguage();
  const shown = (path: string, value: Json | undefined) =>
    value === undefined || value === null ? '' : application ? displayed(application.form, changed(application.data, path, value), path, language, application.catalogues) : JSON.stringify(value);
  return (
    <>
      <h2>{text('supplementNo', { number: supplement.number })}</h2>
      <p className="small muted">
        {text('askedAt', { at: dateTime(supplement.requestedAt) })}
        {supplement.answeredAt ? ` · ${text('answeredAt', { at: dateTime(supplement.answeredAt) })}` : supplement.respondBy && ` · ${text('answerBy', { at: dateTime(supplement.respondBy) })}`}
      </p>
      <ol className="plain-list">
        {supplement.items.map((item) => (
          <li key={item.path}>
            <strong>{pick(item.label, language)}</strong>
            <span className="citizen-remark">{item.remark}</span>
            {item.after !== undefined && (
              <dl className="before-after">
                <div><dt>{text('before')}</dt><dd><del>{shown(item.path, item.before) || text('nothingThere')}</del></dd></div>
                <div><dt>{text('after')}</dt><dd><ins>{shown(item.path, item.after) || text('nothingThere')}</ins></dd></div>
              </dl>
            )}
          </li>
        ))}
      </ol>
    </>
  );
};
