import type { Translation } from '../../ui/texts.ts';
import type { steps as vi } from './vi-steps.ts';

export const steps = {
  step_receive: 'Receive',
  step_check: 'Check',
  step_examine: 'Examine',
  step_inspect: 'Inspect',
  step_consult: 'Consult',
  step_supplement: 'Ask for supplement',
  step_fee: 'Collect the fee',
  step_review: 'Review',
  step_sign: 'Sign',
  step_number: 'Number',
  step_issue: 'Issue a letter',
  step_giveBack: 'Return',
  step_notify: 'Notify',
  step_wait: 'Wait',
  step_decide: 'Decide',
  palette: 'Steps and elements to drag into the diagram',
  otherKinds: 'Elements of BPMN',
  fullPalette: 'Full BPMN',
  moveAfter: 'Move to after',
  move: 'Move',
  addTimer: 'Hang a time limit on this step',
} satisfies Translation<typeof vi>;
