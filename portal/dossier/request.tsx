import { useState } from 'react';
import { evaluate } from '../../forms/evaluate.ts';
import { Answers } from '../../forms/ui/answers-view.tsx';
import type { DossierView } from '../../server/api/dossier.ts';
import { longDate } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { fileHref } from '../forms/file-href.ts';
import { Load } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useText } from './words.ts';

const Supplements = ({ supplements }: { supplements: DossierView['supplements'] }) => {
  const text = useText();
  const language = useLanguage();
  if (supplements.length === 0) return null;
  return (
    <section>
      <h2>{text('supplementsTitle')}</h2>
      {supplements.map(({ number, requestedAt, answeredAt, items }) => (
        <div key={number}>
          <h3>{text('supplementNumber', { number, date: longDate(requestedAt, language) })}</h3>
          <ul>
            {items.map(({ path, label, remark }) => (
              <li key={path}><strong>{pick(label, language)}</strong>: {remark}</li>
            ))}
          </ul>
          {answeredAt && <p className="muted">{text('supplementAnswered', { date: longDate(answeredAt, language) })}</p>}
        </div>
      ))}
    </section>
  );
};

/** What was filed, as it stands now, and what was corrected on the way. */
export const Request = ({ dossier }: { dossier: DossierView }) => {
  const language = useLanguage();
  const [at] = useState(() => new Date().toISOString());
  const form = useResource('GET /api/procedures/:key/forms/:form', { params: { key: dossier.procedure.key, form: dossier.form }, query: { version: dossier.procedureVersion.hash } });
  return (
    <>
      <Load of={form}>
        {(view) => <Answers form={view.form} evaluation={evaluate(view.form, dossier.data, at)} lang={language} catalogues={view.catalogues} fileHref={fileHref} />}
      </Load>
      <Supplements supplements={dossier.supplements} />
    </>
  );
};
