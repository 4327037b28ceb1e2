import type { DossierView } from '../../server/api/dossier.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { dueDate, timeLimit } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Page } from '../../ui/page.tsx';
import { PushPanel } from '../../ui/push/push-panel.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { SignedIn } from '../account/signed-in.tsx';
import { PayButton } from '../dossier/pay-button.tsx';
import { LoadPage } from '../shell/load.tsx';
import { useResource } from '../shell/resource.ts';
import { useText } from './words.ts';
import { QrCode } from './qr-code.tsx';
import './confirmation.css';

const Filed = ({ dossier }: { dossier: DossierView }) => {
  const text = useText();
  const language = useLanguage();
  const unit = pick(dossier.unit.name, language);
  const due = dossier.turn.whose === 'unit' ? dossier.turn.dueAt : null;
  const pending = dossier.payments.find(({ state }) => state === 'pending');
  const track = `${location.origin}/track?code=${encodeURIComponent(dossier.code)}`;
  return (
    <Page title={text('filedTitle')} caption={pick(dossier.procedure.name, language)}>
      <div className="filed-panel">
        <div>
          <p>{text('filedCode')}</p>
          <p className="filed-code">{dossier.code}</p>
        </div>
        <QrCode of={track} label={text('filedQr')} />
      </div>
      <p>{text('filedKeep')}</p>
      <h2>{text('filedNext')}</h2>
      <ol>
        <li>{due ? text('filedReception', { unit, date: dueDate(due, dossier.clock.left, language) }) : text('filedReceptionSoon', { unit })}</li>
        <li>{text('filedFix')}</li>
        {dossier.clock.limit && <li>{text('filedLimit', { time: timeLimit(dossier.clock.limit, language) })}</li>}
      </ol>
      {pending && <PayButton payment={pending} />}
      <ButtonLink kind={pending ? 'plain' : 'main'} href={`/dossiers/${dossier.id}`}>{text('filedOpen')}</ButtonLink>
      <PushPanel lead={text('filedPush')} brief />
    </Page>
  );
};

const Fetched = ({ id }: { id: string }) => {
  const dossier = useResource('GET /api/dossiers/:id', { params: { id } });
  return <LoadPage of={dossier}>{(data) => <Filed dossier={data} />}</LoadPage>;
};

/** After filing: the code, and what happens next. It stands on its own, so that it survives a reload. */
export const Confirmation = ({ dossier }: { dossier: string }) => <SignedIn>{() => <Fetched id={dossier} />}</SignedIn>;
