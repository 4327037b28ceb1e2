import { Link } from 'wouter';
import type { DossierView } from '../../server/api/dossier.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useResource } from '../shell/resource.ts';
import { useText } from './words.ts';

/** The event of life under which suggestions and complaints stand (`procedures/life-events.json`). */
const voice = 'voice';

/** How to complain of the way this dossier is handled: by procedures of their own, past whoever handles it. */
export const Voice = ({ dossier: { code, procedure } }: { dossier: DossierView }) => {
  const text = useText();
  const language = useLanguage();
  const { data } = useResource('GET /api/procedures', {});
  const ways = data?.procedures.filter(({ key, lifeEvents }) => key !== procedure.key && lifeEvents.includes(voice)) ?? [];
  if (ways.length === 0) return null;
  return (
    <>
      <h2>{text('voiceTitle')}</h2>
      <p>{text('voiceHint', { code })}</p>
      <ul className="voice">{ways.map(({ key, name }) => <li key={key}><Link href={`/services/${key}`}>{pick(name, language)}</Link></li>)}</ul>
    </>
  );
};
