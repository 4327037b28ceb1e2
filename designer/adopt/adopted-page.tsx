import { Link } from 'wouter';
import type { DesignerPackage } from '../../server/api/designer.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { newerOf, type Adopted } from './use-adoption.ts';
import { TakeUpdate } from './take-update.tsx';
import './adopt.css';

interface Props {
  readonly opened: DesignerPackage;
  readonly adopted: Adopted;
  /** Something lies on the bench that is not saved: an update is laid into the saved draft. */
  readonly isDirty: boolean;
  readonly onSave: () => void;
}

/** What the package was adopted from, and what the source has changed since. */
export const AdoptedPage = ({ opened, adopted, isDirty, onSave }: Props) => {
  const text = useText();
  const name = pick(adopted.name, useLanguage());
  const { from, taken, offered } = adopted;
  const newer = newerOf(adopted);
  return (
    <section className="adopted" aria-labelledby="adopted-title">
      <h2 id="adopted-title">{text('adoptedFrom', { name })}</h2>
      {(taken ?? offered) && <p><Link href={`/packages/${from}`}>{text('openSource', { name })}</Link></p>}
      {!taken && <Notice kind="soon" title={text('sourceUnknown')} />}
      {taken && !offered && <p>{text('sourceWithdrawn')}</p>}
      {taken && offered && !newer && <p>{text('sourceNewest', { number: taken.number })}</p>}
      {newer && <TakeUpdate opened={opened} adopted={adopted} {...newer} isDirty={isDirty} onSave={onSave} />}
    </section>
  );
};
