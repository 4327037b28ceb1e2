import type { TransferReason } from '../../server/api/transfer.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

const said = ['gone', 'other-kind', 'other-place', 'other-loop', 'other-connector', 'no-flow', 'compensating', 'closed', 'data', 'incident', 'application', 'in-hand', 'elsewhere', 'merged', 'undone'] as const;
type Said = (typeof said)[number];
const isSaid = (code: string): code is Said => (said as readonly string[]).includes(code);

/** Why a dossier stays or needs a look, in words; what has none is said as the engine says it. */
export const Reasons = ({ reasons }: { reasons: readonly TransferReason[] }) => {
  const text = useText();
  const language = useLanguage();
  return (
    <ul className="in-flight-reasons">
      {reasons.map(({ code, element, step, message }) => (
        <li key={`${code} ${element}`}>{isSaid(code) ? text(`transfer_${code}`, { step: step ? pick(step, language) : element, message }) : message}</li>
      ))}
    </ul>
  );
};
