import { UserRound, Users } from 'lucide-react';
import { Link } from 'wouter';
import type { Account } from '../../server/api/session.ts';
import type { WorkItem } from '../../server/api/task.ts';
import { Button } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { personCalled } from '../person-called.ts';
import { useText } from '../words.ts';
import { Badges } from './badges.tsx';
import { StepDue } from './step-due.tsx';

interface WorkRowProps {
  readonly item: WorkItem;
  readonly account: Account;
  readonly onClaim: () => void;
  readonly claiming: boolean;
}

/** One step that waits: when it is due, which dossier, which step, what is new. */
export const WorkRow = ({ item, account, onClaim, claiming }: WorkRowProps) => {
  const text = useText();
  const language = useLanguage();
  const { dossier, assignee } = item;
  return (
    <li className={item.badges.includes('new') ? 'work-new' : undefined}>
      <div className="work-due"><StepDue clock={item.clock} dossier={dossier.clock} /></div>
      <div className="work-dossier">
        <Link href={`/tasks/${item.id}`} data-row="">
          <span className="work-code">{dossier.code}</span>
          <span>{dossier.subject ?? pick(dossier.procedure.name, language)}</span>
        </Link>
        <span className="muted small">{dossier.applicant !== null && `${personCalled(dossier.applicant)} · `}{text('submittedOn', { date: dateTime(dossier.submittedAt) })}</span>
      </div>
      <div className="work-step">
        <span>{pick(item.name, language)}</span>
        <span className="muted small"><Icon of={assignee ? UserRound : Users} /> {assignee ? (assignee.id === account.id ? text('me') : assignee.name) : text('nobodyYet')}</span>
      </div>
      <div className="work-news"><Badges badges={item.badges} /></div>
      <div className="work-act">
        {item.can.claim && <Button small busy={claiming} onClick={onClaim} aria-label={text('claimWhat', { code: dossier.code })}>{text('claim')}</Button>}
      </div>
    </li>
  );
};
