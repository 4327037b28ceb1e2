import { useEffect, useState } from 'react';
import type { Pushes } from '../../server/api/push.ts';
import { call } from '../api.ts';
import { base } from '../base.ts';
import { Button } from '../button.tsx';
import { date } from '../format.ts';
import type { Language } from '../language.ts';
import { Notice } from '../notice.tsx';
import { ProblemView } from '../problem-view.tsx';
import { useAct } from '../use-act.ts';
import { useLanguage } from '../use-text.ts';
import { abilityHere, deviceHere, NotSubscribed, turnOff, turnOn } from './device.ts';
import { useText } from './words.ts';
import './push.css';

interface Standing extends Pushes { readonly here: string | null }

const standing = async (language: Language): Promise<Standing> => {
  const here = await deviceHere(language).catch(() => null);
  return { ...(await call('GET /api/push')), here };
};

/** Turns pushes on and off for this device, or says why they cannot come. `brief`: beside other things, and only while there is something to choose. */
export const PushPanel = ({ lead, level = 2, brief = false }: { lead: string; level?: 2 | 3; brief?: boolean }) => {
  const text = useText();
  const language = useLanguage();
  const [stands, setStands] = useState<Standing>();
  const [ability, setAbility] = useState(abilityHere);
  const [failed, setFailed] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    let isHere = true;
    standing(language).then((now) => isHere && setStands(now), () => undefined);
    return () => void (isHere = false);
  }, [language]);
  const on = useAct(async (_key, key: string) => {
    setFailed(false);
    try {
      await turnOn(key, language);
    } catch (error) {
      if (!(error instanceof NotSubscribed)) throw error;
      setFailed(true);
    }
    setAbility(abilityHere());
    setSaid('');
    setStands(await standing(language));
  });
  const off = useAct(async (_key, id: string, isHere: boolean) => {
    await turnOff(id, isHere);
    setSaid(isHere ? text('pushWasOff') : '');
    setStands(await standing(language));
  });
  // Whoever is played in a trial has no device.
  if (stands === undefined || base !== '' || (brief && (stands.key === null || stands.here !== null || ability === 'unable' || ability === 'blocked'))) return null;
  const { key, here } = stands;
  const others = stands.devices.filter(({ id }) => id !== here);
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className="push">
      <Heading>{text('pushTitle')}</Heading>
      <p>{lead}</p>
      {key === null ? <p>{text('pushNone')}</p> : (
        <>
          {ability === 'unable' && <p>{text('pushUnable')}</p>}
          {ability === 'install' && <Notice title={text('pushInstall')}><p>{text('pushInstallHow')}</p></Notice>}
          {ability === 'blocked' && <Notice kind="soon" title={text('pushBlocked')}><p>{text('pushBlockedHow')}</p></Notice>}
          {failed && <Notice kind="soon" title={text('pushFailed')}><p>{text('pushFailedHow')}</p></Notice>}
          {(on.problem ?? off.problem) && <ProblemView error={on.problem ?? off.problem!} />}
          <div aria-live="polite">
            {here !== null && <Notice kind="done" title={text('pushIsOn')}><p>{text('pushIsOnHint')}</p></Notice>}
            {here === null && said !== '' && <p>{said}</p>}
          </div>
          {ability === 'able' && here === null && <><p className="muted small">{text('pushWhat')}</p><Button busy={on.busy} onClick={() => on.run(key)}>{text('pushOn')}</Button></>}
          {here !== null && <Button busy={off.busy} onClick={() => off.run(here, true)}>{text('pushOff')}</Button>}
          {!brief && others.length > 0 && (
            <>
              <p className="push-others">{text('pushOthers')}</p>
              <ul>{others.map(({ id, browsers, since }) => <li key={id}>{text('pushOther', { browsers, date: date(since) })} <Button kind="quiet" busy={off.busy} onClick={() => off.run(id, false)}>{text('pushOtherOff')}<span className="visually-hidden">: {browsers}</span></Button></li>)}</ul>
            </>
          )}
        </>
      )}
    </section>
  );
};
