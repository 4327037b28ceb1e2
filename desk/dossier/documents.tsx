import { Check, CircleAlert, Flag, Hand, Minus, type LucideIcon } from 'lucide-react';
import type { ChecklistItem, DeskDossier } from '../../server/api/desk.ts';
import type { DossierFile } from '../../server/api/file.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { RemarkBox } from '../step/remark-box.tsx';
import type { Flagging } from '../step/step-state.ts';
import { useText } from '../words.ts';
import { OpenQuestions } from './open-questions.tsx';
import { FileButton } from './file-button.tsx';
import { FilePreview } from './file-preview.tsx';

interface DocumentsProps {
  readonly dossier: DeskDossier;
  readonly flags: Flagging | undefined;
  readonly file: DossierFile | undefined;
  readonly onOpen: (file: DossierFile | undefined) => void;
}

type Standing = 'present' | 'byHand' | 'missing' | 'notNeeded';
const icons: Record<Standing, LucideIcon> = { present: Check, byHand: Hand, missing: CircleAlert, notNeeded: Minus };
const standingOf = ({ present, needed, byHand }: ChecklistItem): Standing => (present ? 'present' : !needed ? 'notNeeded' : byHand ? 'byHand' : 'missing');

const Paper = ({ item, flags, file, onOpen }: { item: ChecklistItem } & Omit<DocumentsProps, 'dossier'>) => {
  const text = useText();
  const language = useLanguage();
  const standing = standingOf(item);
  const { field } = item;
  const flagged = field !== null && flags?.paths.has(field);
  return (
    <li className={`paper-item paper-${standing}${flagged ? ' paper-flagged' : ''}`}>
      <div className="paper-line">
        <Icon of={icons[standing]} />
        <div>
          <p className="paper-name">{pick(item.name, language)}</p>
          <p className="small muted">
            <span className={standing === 'missing' ? 'paper-state-missing' : undefined}>{text(`paper_${standing}`)}</span>
            {item.why && <> · {pick(item.why, language)}</>}
          </p>
        </div>
        {flags && field !== null && standing !== 'notNeeded' && (
          <Button kind="quiet" small aria-pressed={flagged === true} aria-label={text('flagWhat', { what: pick(item.name, language) })} onClick={() => flags.toggle('file', field)}>
            <Icon of={Flag} /> <span className="form-view-flag-word">{text(flagged ? 'flagged' : 'flag')}</span>
          </Button>
        )}
      </div>
      {item.files.map((one) => <FileButton key={one.file} file={one} open={file?.file === one.file} onOpen={onOpen} />)}
      {flagged && flags && field !== null && <RemarkBox flags={flags} path={field} label={pick(item.name, language)} pane="papers" />}
    </li>
  );
};

/** The papers that the law asks for with these answers, ticked or missing, and every file to look at. */
export const Documents = ({ dossier, flags, file, onOpen }: DocumentsProps) => {
  const text = useText();
  const { checklist, files } = dossier;
  const listed = new Set(checklist.flatMap((item) => item.files.map((one) => one.file)));
  const others = files.filter((one) => !listed.has(one.file));
  const needed = checklist.filter((item) => item.needed && standingOf(item) !== 'byHand');
  const order = [...checklist.filter((item) => item.needed || item.present), ...checklist.filter((item) => !item.needed && !item.present)];
  if (file) return <FilePreview key={file.file} file={file} files={files.filter(({ replaced }) => !replaced)} onOpen={onOpen} />;
  return (
    <>
      <h2>{text('checklist')}</h2>
      <p className="muted small">{needed.length === 0 ? text('checklistNothingSent') : text('checklistCount', { present: needed.filter(({ present }) => present).length, needed: needed.length })}</p>
      <OpenQuestions dossier={dossier} about="papers" />
      <ul className="paper-list">
        {order.map((item) => <Paper key={item.code} item={item} flags={flags} file={file} onOpen={onOpen} />)}
      </ul>
      {others.length > 0 && (
        <>
          <h3>{text('otherFiles')}</h3>
          <ul className="paper-list">
            {others.map((one) => <li key={one.file}><FileButton file={one} open={false} onOpen={onOpen} /></li>)}
          </ul>
        </>
      )}
    </>
  );
};
