import { Link, useLocation } from 'wouter';
import { Notice } from '../../ui/notice.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useKept } from './use-kept.ts';
import { useText } from './words.ts';
import './kept.css';

const Here = () => {
  const text = useText();
  const language = useLanguage();
  const { kept = [], sent } = useKept();
  return (
    <div className="kept-banner">
      {sent.map(({ kept: { id, name }, dossier }) => <Notice key={id} kind="done" title={text('keptGone', { name: pick(name, language) })}><p><Link className="kept-link" href={`/dossiers/${dossier}`}>{text('keptOpen')}</Link></p></Notice>)}
      {kept.length > 0 && <Notice kind="soon" title={text('keptBanner', { count: kept.length })}><p><Link className="kept-link" href="/kept">{text('keptSee')}</Link></p></Notice>}
    </div>
  );
};

/** On every page while something waits; the page of what waits says it itself. */
export const KeptBanner = () => {
  const [path] = useLocation();
  return path.startsWith('/kept') ? null : <Here />;
};
