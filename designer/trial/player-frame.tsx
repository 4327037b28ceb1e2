import { ExternalLink } from 'lucide-react';
import { useState, type Ref } from 'react';
import type { Trial } from '../../server/api/trial.ts';
import { Icon } from '../../ui/icon.tsx';
import { pane } from '../shell/panes.ts';
import { useText } from '../words.ts';

/** Who is played, and their screen: a citizen's as a phone, a clerk's as wide as there is room. */
export const PlayerFrame = ({ trial: { people }, moves, landing }: { trial: Trial; moves: number; landing: Ref<HTMLElement> }) => {
  const text = useText();
  const [chosen, choose] = useState(people[0]?.id);
  const player = people.find(({ id }) => id === chosen) ?? people[0];
  if (!player) return null;
  return (
    <section className="trial-player" ref={landing} {...pane} aria-label={text('tryPeople')}>
      <ul className="trial-people">
        {people.map(({ id, name, face, tasks }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === player.id} onClick={() => choose(id)}>
              <span>{name}</span>
              {tasks > 0 ? <span className="trial-tasks">{text('tryTasks', { count: tasks })}</span> : face === 'portal' && <span className="muted">{text('tryCitizen')}</span>}
            </button>
          </li>
        ))}
      </ul>
      <div className={`trial-screen trial-${player.face}`}>
        <p className="trial-whose"><strong>{player.name}</strong> <a href={player.path} target="_blank" rel="noreferrer"><Icon of={ExternalLink} />{text('tryAlone')}</a></p>
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- our own pages, which need their own origin to reach the trial */}
        <iframe key={`${player.id} ${moves}`} src={player.path} title={text('tryFrame', { name: player.name })} />
      </div>
    </section>
  );
};
