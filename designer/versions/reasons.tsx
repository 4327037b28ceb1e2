import type { TransferReason } from '../../server/api/transfer.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { reasonWords } from './reason-words.ts';

/** Why a dossier stays or needs a look, in words. */
export const Reasons = ({ reasons }: { reasons: readonly TransferReason[] }) => {
  const text = useText();
  const language = useLanguage();
  return <ul className="in-flight-reasons">{reasons.map((reason) => <li key={`${reason.code} ${reason.element} ${reason.field?.id}`}>{reasonWords(reason, text, language)}</li>)}</ul>;
};
