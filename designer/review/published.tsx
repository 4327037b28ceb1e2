import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { stepRoles } from '../../engine/step-roles.ts';
import type { DesignerPackage, VersionView } from '../../server/api/designer.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { dateTime } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useLetterNames } from '../letters/use-letter-names.ts';
import { useText } from '../words.ts';

interface Props {
  opened: DesignerPackage;
  version: VersionView;
  running: number;
  /** Only administrators move dossiers. */
  mayMove: boolean;
  /** What was chosen in the review for steps that are gone. */
  mapping: Readonly<Record<string, string>>;
}

/** After publishing: from when it applies, its name by content, and the way on to moving the dossiers that keep the old version. */
export const Published = ({ opened, version: { number, hash, from }, running, mayMove, mapping }: Props) => {
  const text = useText();
  const [, go] = useLocation();
  const told = useRef<HTMLDivElement>(null);
  // the button that published is gone
  useEffect(() => told.current?.focus(), []);
  const language = useLanguage();
  const { definition, procedure } = useLetterNames(opened, '');
  const doing = new Set(Object.values(definition?.nodes ?? {}).flatMap(({ kind, step }) => (kind === 'userTask' ? stepRoles(step) : [])));
  const people = opened.roles.filter(({ role }) => role !== 'applicant' && doing.has(role));
  const isOffered = from === null && procedure?.channels.some((channel) => channel !== 'office') === true;
  const versions = `/packages/${opened.key}/versions`;
  const now = mayMove && from === null && running > 0;
  return (
    <div ref={told} tabIndex={-1} role="status">
      <Notice kind="done" title={text('published', { number })}>
        <p>{from === null ? text('publishedNext') : text('publishedFrom', { at: dateTime(from) })}</p>
        {from === null && people.length > 0 && (
          <>
            <p>{text('publishedPeople')}</p>
            <ul>{people.map(({ role, name, people: count }) => <li key={role}>{pick(name, language)}: {count > 0 ? text('people', { count }) : text('publishedNobody')}</li>)}</ul>
          </>
        )}
        <p>{text('fingerprint')}: <code className="hash">{hash}</code></p>
        {running > 0 && <p>{text(now ? 'moveInFlightNext' : from === null ? 'moveInFlightAdmin' : 'moveInFlightOn', { count: running })}</p>}
        <div className="row">
          {now && <Button kind="main" onClick={() => go(versions, { state: { moveTo: hash, mapping } })}>{text('moveInFlight')}</Button>}
          {isOffered && <ButtonLink outside href={`/services/${opened.key}`}>{text('publishedSheet')}</ButtonLink>}
          {from === null && <ButtonLink outside href="/desk/">{text('publishedDesk')}</ButtonLink>}
          <ButtonLink href={versions}>{text('seeVersions')}</ButtonLink>
        </div>
      </Notice>
    </div>
  );
};
