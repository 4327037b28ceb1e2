import { useEffect, useState } from 'react';
import { displayed } from '../../forms/answers.ts';
import { changed, valueAt } from '../../forms/field-path.ts';
import type { Page as FormPageFile } from '../../forms/form.ts';
import type { LookedUpAt } from '../../server/api/look-up.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { date } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { isProblem } from '../../ui/problem.ts';
import { useLanguage } from '../../ui/use-text.ts';
import type { LoadedForm } from '../forms/use-form.ts';
import type { FilingRun } from './use-filing.ts';
import { useText } from './words.ts';

interface MapSaysProps {
  draft: string;
  loaded: LoadedForm;
  page: FormPageFile;
  filing: FilingRun;
}

/** What the maps say for a question of this page, asked once what was answered before is kept; without a network nothing, and nothing is in the way. */
export const MapSays = ({ draft, loaded, page, filing }: MapSaysProps) => {
  const text = useText();
  const language = useLanguage();
  const [found, setFound] = useState<readonly LookedUpAt[]>([]);
  useEffect(() => {
    let here = true;
    const ask = async () => {
      try {
        await filing.saved();
        const { lookUps } = await call('GET /api/drafts/:id/look-ups', { params: { id: draft } });
        if (here) setFound(lookUps);
      } catch (error) {
        if (!isProblem(error)) throw error;
      }
    };
    void ask();
    return () => {
      here = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- once for the page
  }, [draft, page.id]);
  const { form, catalogues } = loaded;
  return found.filter(({ question }) => page.fields.includes(question)).map(({ name, said, found: isFound, sources, question, suggested }) => {
    if (!isFound) return <p key={question} className="muted small">{pick(said, language)}</p>;
    const isAnswered = suggested !== null && valueAt(filing.answers, question) === suggested;
    return (
      <Notice key={question} kind="info" title={pick(name, language)}>
        <p>{pick(said, language)}</p>
        {sources.slice(0, 1).map(({ source, sourceDate }) => <p key={source} className="muted small">{source}, {date(sourceDate)}. {text('mapCaution')}</p>)}
        {suggested !== null && (isAnswered ? <p><strong>{text('mapAnswered')}</strong></p> : (
          <Button small onClick={() => filing.change(changed(filing.answers, question, suggested))}>
            {text('mapSuggests', { answer: displayed(form, changed({}, question, suggested), question, language, catalogues) })}
          </Button>
        ))}
      </Notice>
    );
  });
};
