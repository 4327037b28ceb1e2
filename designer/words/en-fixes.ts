import type { Translation } from '../../ui/texts.ts';
import type { fixes as vi } from './vi-fixes.ts';

export const fixes = {
  fixed: 'Done: {what}. Undo with Ctrl+Z.',
  fixFailed: 'The way to mend “{what}” could not be worked out. Nothing is lost; mend it by hand, or reload the page and try again.',
  fixRole: 'Give it to this role',
  fixForm: 'Use this form',
  fixConnector: 'Use this connector',
  fixDecision: 'Use this decision',
  fixDefault: 'Take this way when no condition holds',
  fixJoinFirst: 'Go on with the first that comes',
  fixJoinBegun: 'Wait only for the ways that were begun',
  fixJoinAll: 'Wait for all ways at “{name}”',
  fixJoinBefore: 'Put a join that waits for all ways before “{name}”',
  fixRemoveStep: 'Delete “{name}”',
  fixRemoveFlow: 'Delete the way “{name}”',
  fixLeadWhenDone: 'When “{name}” is done, go on to',
  fixLeadOn: 'From “{name}” go on at once to',
  fixEndHere: 'The process ends at “{name}”',
  fixTarget: 'Lead to this state instead of “{name}”',
  fixInitial: 'Begin with this state',
  fixLimits: 'Shorten to fit the time by law',
  fixLimitOf: '{step}: {from} becomes {to}',
  fixField: 'Ask this field instead',
  fixFieldTo: '{to} instead of {from}',
  fixDelivery: 'Ask how the applicant wants the result',
  fixRule: 'Add the rule for this case',
} satisfies Translation<typeof vi>;
