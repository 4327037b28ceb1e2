import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeskDossier } from '../../server/api/desk.ts';
import { call } from '../../ui/api.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { pick } from '../../ui/language.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { refresh } from '../shell/live.ts';
import { useAct } from '../../ui/use-act.ts';
import { ActProblem } from '../step/act-problem.tsx';
import { useText } from '../words.ts';

/** Steps that have no order: whoever works on them begins one, or says that it is enough. */
export const AdHoc = ({ dossier }: { dossier: DeskDossier }) => dossier.adHoc.filter(({ mine }) => mine).map((group) => <Group key={group.token} dossier={dossier.id} group={group} />);

const Group = ({ dossier, group }: { dossier: string; group: DeskDossier['adHoc'][number] }) => {
  const text = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const [ending, setEnding] = useState(false);
  const name = group.turn === null ? pick(group.name, language) : text('adHocTurn', { group: pick(group.name, language), turn: String(group.turn) });
  const act = useAct(async (key, body: { readonly node: string; readonly done?: true }) => {
    await call('POST /api/desk/dossiers/:id/steps', { params: { id: dossier }, body: { ...body, token: group.token }, key });
    setEnding(false);
    await refresh(client);
  });
  return (
    <section className="ad-hoc">
      <h2>{text('adHoc', { group: name })}</h2>
      {group.ends && <p>{text('adHocHint')}</p>}
      <p className="row">
        {group.steps.map(({ node, name: step }) => <Button key={node} small busy={act.busy} onClick={() => act.run({ node })}>{text('adHocBegin', { step: pick(step, language) })}</Button>)}
        {group.ends && <Button small onClick={() => setEnding(true)}>{text('adHocEnd')}</Button>}
      </p>
      {act.problem && !ending && <ActProblem problem={act.problem} />}
      {ending && (
        <Dialog open title={text('adHocEndTitle', { group: name })} onClose={() => setEnding(false)} actions={<><Button kind="main" busy={act.busy} onClick={() => act.run({ node: group.node, done: true })}>{text('adHocEndNow')}</Button><Button onClick={() => setEnding(false)}>{text('incidentLeaveBe')}</Button></>}>
          <p>{text('adHocEndHint')}</p>
          {act.problem && <ActProblem problem={act.problem} />}
        </Dialog>
      )}
    </section>
  );
};
