import { Link } from 'wouter';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { newerOf, type Adopted } from './use-adoption.ts';

/** Tells, wherever the package is looked at, that its source has gone on. */
export const NewerSource = ({ packageKey, adopted }: { packageKey: string; adopted: Adopted }) => {
  const text = useText();
  const name = pick(adopted.name, useLanguage());
  const newer = newerOf(adopted);
  if (!newer) return null;
  return (
    <Notice kind="info" title={text('sourceNewer')}>
      <p>{text('sourceNewerOf', { name, number: newer.offered.number, taken: newer.taken.number })} <Link href={`/packages/${packageKey}/adopted`}>{text('seeUpdate')}</Link></p>
    </Notice>
  );
};
