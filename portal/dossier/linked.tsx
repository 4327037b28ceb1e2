import { Link } from 'wouter';
import type { LinkedDossier } from '../../server/api/linked.ts';
import type { DossierView } from '../../server/api/dossier.ts';
import { longDate } from '../../ui/format.ts';
import { pick } from '../../ui/language.ts';
import { State } from '../../ui/state.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { isOver, stateTones } from './state-words.ts';
import { useText } from './words.ts';

const Item = ({ linked: { dossier, code, procedure, unit, state, clock, ended } }: { linked: LinkedDossier }) => {
  const text = useText();
  const language = useLanguage();
  const name = pick(procedure.name, language);
  return (
    <li>
      <p className="linked-name">{dossier === null ? name : <Link href={`/dossiers/${dossier}`}>{name}</Link>}</p>
      <p className="row"><State tone={stateTones[state]} word={text(`state_${state}`)} /></p>
      {ended && <p>{pick(ended, language)}</p>}
      <p className="muted small">{pick(unit.name, language)} · <span className="number">{code}</span></p>
      {clock?.dueAt && !isOver(state) && <p className="small">{text('dueOn', { date: longDate(clock.dueAt, language) })}</p>}
    </li>
  );
};

/** What goes together with this dossier, each with its own office and time. */
export const LinkedDossiers = ({ linked: { from, begun } }: Pick<DossierView, 'linked'>) => {
  const text = useText();
  if (from === null && begun.length === 0) return null;
  return (
    <section className="linked">
      <h2>{text('linkedTitle')}</h2>
      {begun.length > 0 && <p>{text('linkedHint')}</p>}
      {from !== null && <p>{text('linkedFrom')}</p>}
      <ul>{[...(from === null ? [] : [from]), ...begun].map((one) => <Item key={one.code} linked={one} />)}</ul>
    </section>
  );
};
