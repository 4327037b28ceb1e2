import { useState } from 'react';
import type { MoneyCase } from '../../server/api/money.ts';
import { Button } from '../../ui/button.tsx';
import { dateTime, money } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { DossierLink } from '../incidents/dossier-link.tsx';
import { useText } from '../words.ts';
import { Refunds } from './refunds.tsx';
import { SettleDialog, type Act } from './settle-dialog.tsx';

/** One payment: of whom, what came of it and why that is odd, what is owed, and what can be done. */
export const MoneyCard = ({ of, byProvider, today }: { of: MoneyCase; byProvider: boolean; today: string }) => {
  const text = useText();
  const language = useLanguage();
  const [act, setAct] = useState<Act>();
  const owed = of.owed < 0 ? text('moneyTooMuch') : text('moneyOwed');
  return (
    <article className="money-case">
      <h3 className="money-line"><DossierLink dossier={of.dossier} dossierCode={of.code} mayRead={of.mayRead} /> {of.applicant && <span>{of.applicant}</span>}</h3>
      <p className="small muted">{pick(of.procedure.name, language)} · {pick(of.unit.name, language)}</p>
      <dl className="money-facts small">
        <dt>{text('moneyFee')}</dt><dd className="money-line">{money(of.fee)} <State tone={of.state === 'paid' ? 'done' : of.state === 'pending' ? 'waiting' : 'ended'} word={text(`payment_${of.state}`)} /></dd>
        {of.fees > 0 && <><dt>{text('moneyKept')}</dt><dd>{money(of.fees)}</dd></>}
        <dt>{owed}</dt><dd><strong>{money(Math.abs(of.owed))}</strong></dd>
        <dt>{text('moneyReference')}</dt><dd><code>{of.reference}</code></dd>
      </dl>
      {of.came.length > 0 && <h4>{text('moneyCame')}</h4>}
      <ul className="plain-list small">
        {of.came.map((one) => (
          <li key={`${one.at} ${one.kind} ${one.amount} ${one.reason}`}>
            <span className="money-line"><span>{dateTime(one.at)}: {text(one.kind === 'paid' ? 'moneyCamePaid' : 'moneyCameBack', { amount: one.currency === 'VND' ? money(one.amount) : `${one.amount} ${one.currency}` })}</span>{one.reason && <State tone="soon" word={text(`odd_${one.reason}`)} />}</span>
          </li>
        ))}
      </ul>
      <Refunds of={of} />
      {of.deeds.length > 0 && (
        <details className="small">
          <summary>{text('moneyDeeds')}</summary>
          <ul className="plain-list">
            {of.deeds.map(({ kind, at, by, amount, document, note }) => (
              <li key={`${kind} ${at}`}>
                <span>{dateTime(at)}: {text(`deed_${kind}`, { amount: money(amount) })}</span>
                {[by?.name, document && text('refundDocument', { document }), note].map((says) => says && <span key={says} className="muted">{says}</span>)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="row">
        {of.free > 0 && <Button small kind={of.countable > 0 ? 'plain' : 'main'} onClick={() => setAct('refund')}>{text('moneyRefund')}</Button>}
        {of.countable > 0 && <Button small onClick={() => setAct('keep')}>{text('moneyKeep', { amount: money(of.countable) })}</Button>}
        {of.strange && <Button small onClick={() => setAct('aside')}>{text('moneyAside')}</Button>}
        {of.fees > 0 && <Button small onClick={() => setAct('lower')}>{text('moneyLower')}</Button>}
      </p>
      {act !== undefined && <SettleDialog of={of} act={act} byProvider={byProvider} today={today} onClose={() => setAct(undefined)} />}
    </article>
  );
};
