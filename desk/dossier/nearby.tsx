import { Link } from 'wouter';
import type { DeskDossier } from '../../server/api/desk.ts';
import { dateTime } from '../../ui/format.ts';
import { useText } from '../words.ts';

/** What else is open of the same kind around it, with the codes that a duplicate is joined by, and how many others reported this one. */
export const NearbyHere = ({ nearby }: { nearby: DeskDossier['nearby'] }) => {
  const text = useText();
  if (!nearby) return null;
  const { within, followers, others } = nearby;
  return (
    <section className="facts" aria-labelledby="nearby-title">
      <h2 id="nearby-title">{text('nearbyTitle')}</h2>
      {followers > 0 && <p><strong>{text('nearbyFollowers', { count: followers })}</strong></p>}
      {others.length === 0 ? <p className="muted">{text('nearbyNone', { within })}</p> : (
        <ul className="nearby-list">
          {others.map(({ dossier, code, subject, metres, submittedAt, followers: more }) => (
            <li key={dossier}>
              <Link href={`/dossiers/${dossier}`}>{subject ?? code}</Link>
              <span className="form-line number">{code}</span>
              <span className="form-line muted">{text('nearbyMetres', { metres })} · {dateTime(submittedAt)}{more > 0 && ` · ${text('nearbyFollowers', { count: more })}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};
