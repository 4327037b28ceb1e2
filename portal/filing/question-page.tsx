import { Suspense, lazy } from 'react';
import type { Page as FormPageFile } from '../../forms/form.ts';
import { FormPage } from '../../forms/ui/form-page.tsx';
import type { Draft } from '../../server/api/draft.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { fileHref } from '../forms/file-href.ts';
import { uploadTo } from '../forms/upload.ts';
import type { LoadedForm } from '../forms/use-form.ts';
import { SaveState } from './save-state.tsx';
import type { FilingRun } from './use-filing.ts';
import { useText } from './words.ts';
import './filing.css';

const MapSays = lazy(async () => ({ default: (await import('./map-says.tsx')).MapSays }));
const Similar = lazy(async () => ({ default: (await import('../nearby/similar.tsx')).Similar }));

/** The page after the last one that asks for the place or the kind: there it is known what to look for nearby. */
const similarPage = (pages: readonly FormPageFile[], after: readonly string[] | null): string | undefined =>
  after === null ? undefined : pages[Math.max(...after.map((field) => pages.findIndex(({ fields }) => fields.includes(field)))) + 1]?.id;

interface QuestionPageProps {
  draft: Draft;
  loaded: LoadedForm;
  filing: FilingRun;
  page: FormPageFile;
}

/** One page of the form: the question is the heading. */
export const QuestionPage = ({ draft, loaded, filing, page }: QuestionPageProps) => {
  const text = useText();
  const language = useLanguage();
  const asksNearby = page.id === similarPage(loaded.form.ui.pages, draft.similarAfter);
  const asksMap = page.fields.some((field) => draft.lookUpsAt.includes(field));
  // what is told of it stands below the question
  const isTold = asksNearby || asksMap;
  const back = (
    <BackLink
      href={`/filing/${draft.id}`}
      onClick={(event) => {
        event.preventDefault();
        filing.back();
      }}
    />
  );
  return (
    <Page title={pick(page.title, language)} caption={pick(loaded.form.ui.sections[page.section] ?? { vi: '' }, language)} back={back} error={filing.errors.length > 0} ownHeading={!isTold}>
      {asksNearby && <Suspense fallback={null}><Similar draft={draft.id} saved={filing.saved} /></Suspense>}
      {asksMap && <Suspense fallback={null}><MapSays draft={draft.id} loaded={loaded} page={page} filing={filing} /></Suspense>}
      <FormPage
        form={loaded.form}
        page={page}
        heading={!isTold}
        answer={filing.answers}
        onChange={filing.change}
        errors={filing.errors}
        onSubmit={filing.savePage}
        lang={language}
        at={filing.at}
        catalogues={loaded.catalogues}
        onUpload={uploadTo({ draft: draft.id }, loaded.form)}
        fileHref={fileHref}
      >
        <Button kind="main" type="submit">{text('saveContinue')}</Button>
        <SaveState filing={filing} />
      </FormPage>
    </Page>
  );
};
