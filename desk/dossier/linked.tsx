import { Link } from 'wouter';
import type { DeskDossier } from '../../server/api/desk.ts';
import type { LinkedDossier } from '../../server/api/linked.ts';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { useText } from '../words.ts';
import { StateChip } from './state-chip.tsx';

const Item = ({ linked: { dossier, code, procedure, unit, state, ended } }: { linked: LinkedDossier }) => {
  const language = useLanguage();
  const name = pick(procedure.name, language);
  return (
    <li>
      {dossier === null ? name : <Link href={`/dossiers/${dossier}`}>{name}</Link>} <StateChip state={state} />
      {ended && <span className="form-line">{pick(ended, language)}</span>}
      <span className="form-line muted">{pick(unit.name, language)} · <span className="number">{code}</span></span>
    </li>
  );
};

/** The dossiers of the same applicant that go together with this one; those of other offices without what is in them. */
export const LinkedHere = ({ linked: { from, begun } }: Pick<DeskDossier, 'linked'>) => {
  const text = useText();
  if (from === null && begun.length === 0) return null;
  return (
    <section className="facts" aria-labelledby="linked-title">
      <h2 id="linked-title">{text('linkedTitle')}</h2>
      {from !== null && <><p>{text('linkedFrom')}</p><ul className="nearby-list"><Item linked={from} /></ul></>}
      {begun.length > 0 && <><p>{text('linkedBegun')}</p><ul className="nearby-list">{begun.map((one) => <Item key={one.code} linked={one} />)}</ul></>}
    </section>
  );
};
