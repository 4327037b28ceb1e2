import type { AreaChange, AreaView } from '../../server/api/area.ts';
import { date, dateTime } from '../../ui/format.ts';
import { useText } from '../words.ts';

export const KindOf = ({ kind }: Pick<AreaView, 'kind'>) => <>{useText()(`areaKind_${kind}`)}</>;

/** Since when, and until when. */
export const Held = ({ from, to }: { from: string; to: string | null }) => {
  const text = useText();
  return <>{to === null ? text('heldSince', { from: date(from) }) : text('heldUntil', { from: date(from), to: date(to) })}</>;
};

/** Who did what to it, the newest first. */
export const Changes = ({ changes }: { changes: readonly AreaChange[] }) => {
  const text = useText();
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{text('areaChanges')}</h2>
      <ul className="area-changes">
        {changes.map(({ at, by, act, fields }) => (
          <li key={`${at} ${act} ${fields.join()}`}>
            <span className="number small muted">{dateTime(at)}</span> {by?.name ?? text('bySystem')}: {text(`areaAct_${act}`)}{act === 'change' && ` – ${fields.map((field) => text(`areaField_${field as 'code'}`)).join(', ')}`}
          </li>
        ))}
      </ul>
    </section>
  );
};
