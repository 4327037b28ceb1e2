import { useLocation } from 'wouter';
import type { VersionView } from '../../server/api/designer.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../words.ts';

interface Props {
  version: VersionView;
  packageKey: string;
  running: number;
  /** Only administrators move dossiers. */
  mayMove: boolean;
  /** What was chosen in the review for steps that are gone. */
  mapping: Readonly<Record<string, string>>;
}

/** After publishing: from when it applies, its name by content, and the way on to moving the dossiers that keep the old version. */
export const Published = ({ version: { number, hash, from }, packageKey, running, mayMove, mapping }: Props) => {
  const text = useText();
  const [, go] = useLocation();
  const versions = `/packages/${packageKey}/versions`;
  const now = mayMove && from === null && running > 0;
  return (
    <div aria-live="polite">
      <Notice kind="done" title={text('published', { number })}>
        <p>{from === null ? text('publishedNext') : text('publishedFrom', { at: dateTime(from) })}</p>
        <p>{text('fingerprint')}: <code className="hash">{hash}</code></p>
        {running > 0 && <p>{text(now ? 'moveInFlightNext' : from === null ? 'moveInFlightAdmin' : 'moveInFlightOn', { count: running })}</p>}
        <div className="row">
          {now && <Button kind="main" onClick={() => go(versions, { state: { moveTo: hash, mapping } })}>{text('moveInFlight')}</Button>}
          <ButtonLink href={versions}>{text('seeVersions')}</ButtonLink>
        </div>
      </Notice>
    </div>
  );
};
