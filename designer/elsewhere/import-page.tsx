import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import type { KeyTaken } from '../../server/api/designer.ts';
import { call } from '../../ui/api.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { isProblem } from '../../ui/problem.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { NamingFields, useNaming } from '../packages/naming.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { ChooseFiles } from './choose-files.tsx';
import { Report } from './report.tsx';
import { useElsewhere, type Looked } from './use-elsewhere.ts';

const kinds = ['elsewhereKindZip', 'elsewhereKindBpmn', 'elsewhereKindChart', 'elsewhereKindDmn'] as const;

interface Known { readonly file: File; readonly here: KeyTaken }

/** From files to a draft: a zipped package as it is, or a process of another tool after its author has read what becomes of it. */
export const ImportPage = () => {
  const text = useText();
  const [, go] = useLocation();
  const [known, setKnown] = useState<Known>();
  const taking = useAct(async (_key, file: File, here?: KeyTaken) => {
    try {
      const { key } = await call('POST /api/designer/procedures/import', {
        body: new Blob([file], { type: 'application/zip' }), query: here === undefined ? {} : { revision: String(here.revision), ...(here.savedAt !== undefined && { savedAt: here.savedAt }) },
      });
      go(`/packages/${key}`);
    } catch (error) {
      if (!isProblem(error, 'key-taken')) throw error;
      setKnown({ file, here: error.current as KeyTaken });
    }
  });
  const elsewhere = useElsewhere((zip) => taking.run(zip));
  const { looked, refused } = elsewhere;
  const problem = taking.problem ?? elsewhere.problem;
  return (
    <Page title={text('importFile')} back={<BackLink href="/" label={text('packages')} />}>
      <p className="lead">{text('importLead')}</p>
      <ul>{kinds.map((word) => <li key={word}>{text(word)}</li>)}</ul>
      <p><ChooseFiles zip main={looked === undefined} label={text(looked === undefined ? 'chooseFiles' : 'chooseOtherFiles')} busy={elsewhere.busy || taking.busy} onFiles={elsewhere.choose} /></p>
      <div aria-live="polite">
        {refused !== undefined && <Notice kind="danger" title={text('fileRefused')}><p>{refused}</p></Notice>}
        {problem && <ProblemView error={problem} />}
      </div>
      {looked && <Begin key={looked.offered.map(({ name }) => name).join('/')} looked={looked} onWishes={elsewhere.wish} />}
      {known && <ReplaceDialog known={known} onReplace={() => taking.run(known.file, known.here)} onClose={() => setKnown(undefined)} />}
    </Page>
  );
};

/** The package's key is taken: whose draft would give way, or that there is none, before anything is done. */
const ReplaceDialog = ({ known: { file, here: { name, revision, savedAt = '', savedBy } }, onReplace, onClose }: { known: Known; onReplace: () => void; onClose: () => void }) => {
  const text = useText();
  const about = { name: pick(name, useLanguage()), file: file.name, by: savedBy?.name ?? text('somebody'), at: dateTime(savedAt) };
  const isDraft = revision > 0;
  const replace = () => {
    onReplace();
    onClose();
  };
  return (
    <Dialog
      open title={text(isDraft ? 'importReplace' : 'importOver', about)} onClose={onClose}
      actions={<><Button kind={isDraft ? 'danger' : 'main'} onClick={replace}>{text(isDraft ? 'replaceDraft' : 'begin')}</Button><Button onClick={onClose}>{text('importNothing')}</Button></>}
    >
      <p>{text(isDraft ? 'importReplaceHint' : 'importOverHint', about)}</p>
      <p>{text('importReplaceKept')}</p>
    </Dialog>
  );
};

const Begin = ({ looked: { offered, wishes, found }, onWishes }: { looked: Looked; onWishes: (wishes: Looked['wishes']) => void }) => {
  const text = useText();
  const [, go] = useLocation();
  const naming = useNaming(found.name);
  const [tried, setTried] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  // whoever chose the files goes on where it is told what became of them
  useEffect(() => title.current?.focus(), []);
  const beginning = useAct(async () => {
    await call('POST /api/designer/procedures', { body: { key: naming.key, name: naming.given, from: { elsewhere: { files: [...offered], ...wishes } } } });
    go(`/packages/${naming.key}`);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(!naming.isWhole);
    if (naming.isWhole) beginning.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2 ref={title} tabIndex={-1}>{text('elsewhereTitle', { files: offered.map(({ name }) => name).join(', ') })}</h2>
      <Report found={found} wishes={wishes} onWishes={onWishes} />
      <h2>{text('elsewhereName')}</h2>
      <NamingFields naming={naming} tried={tried} />
      {beginning.problem && <ProblemView error={beginning.problem} />}
      <Button kind="main" type="submit" busy={beginning.busy}>{text('begin')}</Button>
    </form>
  );
};
