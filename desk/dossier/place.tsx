import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { DeskDossier } from '../../server/api/desk.ts';
import { pick } from '../../ui/language.ts';
import { queryOf } from '../../ui/query.ts';
import { SummaryList, type SummaryRow } from '../../ui/summary-list.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';

const pages = { area: '/areas', household: '/households', dossier: '/dossiers' } as const;

/** In which area and at which household it lies, what it is about, and the work about it; nothing where nothing is known. */
export const PlaceHere = ({ dossier }: { dossier: DeskDossier }) => {
  const text = useText();
  const language = useLanguage();
  const { data } = useQuery(queryOf('GET /api/desk/dossiers/:id/place', { params: { id: dossier.id } }));
  if (data === undefined) return null;
  const { areas, household, about, work } = data;
  const links = (all: readonly { readonly href: string; readonly name: string }[]) => all.map(({ href, name }) => <Link key={href} href={href} className="place-link">{name}</Link>);
  const rows: readonly (SummaryRow | false)[] = [
    areas.length > 0 && { label: text('liesIn'), value: links(areas.map(({ id, code, name }) => ({ href: `/areas/${id}`, name: `${code} – ${pick(name, language)}` }))) },
    household !== null && { label: text('household'), value: links([{ href: `/households/${household.id}`, name: `${household.code} – ${household.address}` }]) },
    about.length > 0 && { label: text('isAbout'), value: links(about.map(({ kind, id, name }) => ({ href: `${pages[kind]}/${id}`, name: pick(name, language) }))) },
    work.length > 0 && { label: text('workAbout'), value: links(work.map(({ id, code, subject }) => ({ href: `/dossiers/${id}`, name: `${subject ?? ''} (${code})`.trim() }))) },
  ];
  const shown = rows.filter((row): row is SummaryRow => row !== false);
  if (shown.length === 0) return null;
  return (
    <section className="facts" aria-labelledby="place-title">
      <h2 id="place-title">{text('placeTitle')}</h2>
      <SummaryList rows={shown} />
    </section>
  );
};
