import type { Data } from '../../engine/state.ts';
import { displayed } from '../../forms/answers.ts';
import { expand } from '../../forms/expand.ts';
import type { DeskDossier } from '../../server/api/desk.ts';
import type { Account } from '../../server/api/session.ts';
import type { TaskView } from '../../server/api/task.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { useRoleName } from '../../ui/roles.ts';
import { useLanguage } from '../../ui/use-text.ts';
import { personCalled } from '../person-called.ts';
import { useText } from '../words.ts';
import { CitizenPreview } from './citizen-preview.tsx';
import type { Application } from './composer.tsx';
import { flagsIn, sendsFlags } from './composition.ts';
import type { StepState } from './step-state.ts';

/** Acts that reach the citizen or cannot be taken back are asked about once more, with all that they say. */
export type Weight = 'supplement' | 'sign' | 'number' | 'none';

export const weightOf = (task: TaskView, step: StepState): Weight => {
  if (step.form && step.flags && sendsFlags(step.form, step.answer, step.at)) return 'supplement';
  if (task.like === 'signer') return 'sign';
  return task.like === 'clerk' ? 'number' : 'none';
};

interface ConfirmProps {
  readonly weight: Weight;
  readonly decision: string;
  readonly data: Data | undefined;
  readonly task: TaskView;
  readonly step: StepState;
  readonly dossier: DeskDossier;
  readonly application: Application | undefined;
  readonly account: Account;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export const Confirm = ({ weight, decision, data, task, step, dossier, application, account, onYes, onNo }: ConfirmProps) => {
  const text = useText();
  const language = useLanguage();
  const roleName = useRoleName();
  const held = account.roles.find(({ role, unit }) => task.roles.includes(role) && unit.id === task.unit.id) ?? account.roles.find(({ role }) => task.roles.includes(role));
  const facts = [...(step.form ? expand(step.form).fields.values() : [])]
    .filter(({ id, kind }) => kind === 'leaf' && !id.includes('[]'))
    .map((field) => ({ label: pick(field.ui.label, language), value: step.form && data ? displayed(step.form, data, field.id, language, step.catalogues) : '' }))
    .filter(({ value }) => value !== '');
  return (
    <Dialog open={data !== undefined} wide={weight === 'supplement'} title={text(weight === 'none' ? 'confirm_number' : `confirm_${weight}`)} onClose={onNo}
      actions={<><Button kind="main" onClick={onYes}>{decision}</Button><Button onClick={onNo}>{text('notYet')}</Button></>}>
      {weight === 'supplement' && <Notice kind="soon"><p>{text('onceOnly')}</p></Notice>}
      {weight === 'supplement' && data && <CitizenPreview flags={flagsIn(data)} application={application} dossier={dossier} answerBy={task.answerBy} />}
      {weight !== 'supplement' && (
        <>
          <SummaryList rows={[
            { label: text('factDossier'), value: [dossier.code, dossier.applicant && personCalled(dossier.applicant.name)].filter(Boolean).join(' · ') },
            { label: text('asWho'), value: [account.name, roleName(held?.role ?? task.role), pick((held?.unit ?? task.unit).name, language), held?.delegatedBy && text('delegatedBy', { name: held.delegatedBy })].filter(Boolean).join(' · ') },
            ...facts,
          ]} />
          <p>{text(weight === 'sign' ? 'signHint' : 'numberHint')}</p>
        </>
      )}
    </Dialog>
  );
};
