import { useEffect, useMemo, useRef, useState } from 'react';
import { evaluate } from '../../forms/evaluate.ts';
import { FormView } from '../../forms/ui/form-view.tsx';
import type { DeskDossier } from '../../server/api/desk.ts';
import type { DossierFile } from '../../server/api/file.ts';
import { addressOf } from '../../ui/api.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import type { Application } from '../step/composer.tsx';
import { targetOf } from '../step/composition.ts';
import { RemarkBox } from '../step/remark-box.tsx';
import type { Flagging } from '../step/step-state.ts';
import { useText } from '../words.ts';
import { History } from './history.tsx';
import { Messages } from './messages.tsx';
import { Notes } from './notes.tsx';
import { Papers } from './papers.tsx';

interface ReadingProps {
  readonly dossier: DeskDossier;
  readonly application: Application | undefined;
  readonly failed: unknown;
  readonly flags: Flagging | undefined;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  readonly onOpenFile: (file: DossierFile) => void;
}

interface ApplicationViewProps {
  readonly application: Application;
  readonly flags: Flagging | undefined;
  readonly files: readonly DossierFile[];
  readonly onOpenFile: (file: DossierFile) => void;
}

const ApplicationView = ({ application, flags, files, onOpenFile }: ApplicationViewProps) => {
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  // a link to a file shows it beside the answers instead of leaving them
  useEffect(() => {
    const here = box.current;
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const file = link && files.find((one) => link.pathname === addressOf('GET /api/files/:id', { id: one.file }));
      if (!file || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      onOpenFile(file);
    };
    here?.addEventListener('click', follow);
    return () => here?.removeEventListener('click', follow);
  }, [files, onOpenFile]);
  const [at] = useState(() => new Date().toISOString());
  const { form, data, catalogues } = application;
  const evaluation = useMemo(() => evaluate(form, data, at), [form, data, at]);
  return (
    <div ref={box} className={flags && 'flaggable'}>
      <FormView
        form={form} evaluation={evaluation} lang={language} catalogues={catalogues}
        fileHref={({ file }) => addressOf('GET /api/files/:id', { id: file }, { inline: '1' })}
        {...(flags && {
          flagged: flags.paths,
          onFlag: (path) => flags.toggle(targetOf(form, path), path),
          renderFlag: (path, { label }) => <RemarkBox flags={flags} path={path} label={label} pane="data" />,
        })}
      />
    </div>
  );
};

/** What was filed, what was done with it, what was said about it. */
export const Reading = ({ dossier, application, failed, flags, tab, onTab, onOpenFile }: ReadingProps) => {
  const text = useText();
  const counted = (word: Parameters<typeof text>[0], count: number) => (count === 0 ? text(word) : `${text(word)} (${count})`);
  return (
    <Tabs
      label={text('paneData')} selected={tab} onSelect={onTab}
      items={[
        {
          key: 'application', title: text('tabApplication'),
          panel: application ? (
            <>
              <h2 className="visually-hidden">{text('tabApplication')}</h2>
              {flags && <p className="muted small">{text('flagHint')}</p>}
              <ApplicationView application={application} flags={flags} files={dossier.files} onOpenFile={onOpenFile} />
            </>
          ) : failed ? <ProblemView error={failed} /> : <Skeleton lines={10} />,
        },
        { key: 'history', title: text('tabHistory'), panel: <History dossier={dossier} /> },
        { key: 'papers', title: counted('tabPapers', dossier.letters.length + dossier.opinions.length + dossier.supplements.length), panel: <Papers dossier={dossier} application={application} /> },
        { key: 'messages', title: dossier.unreadMessages > 0 ? text('tabMessagesNew', { count: dossier.unreadMessages }) : text('tabMessages'), panel: <Messages dossier={dossier} /> },
        { key: 'notes', title: counted('tabNotes', dossier.notes.length), panel: <Notes dossier={dossier} /> },
      ]}
    />
  );
};
