import type { Translation } from '../../../ui/texts.ts';
import type { vi } from './vi.ts';

export const en = {
  whoFor: 'Who it is for',
  time: 'Time limit',
  cost: 'Cost',
  feeDepends: 'depends on the case',
  whoDecides: 'Who decides',
  whatYouGet: 'What you get',
  guideButton: 'Do I need this procedure?',
  whatYouNeed: 'What you need',
  onlySometimes: 'Only in these cases',
  samplesHint: 'Download them to see the layout; you need not copy them exactly.',
  stepsTitle: 'The steps a dossier takes',
  stepsHint: 'Counted in working time, without days off. Time spent waiting for you does not count against the office.',
  legalBasis: 'Legal basis',
  nationalCode: 'Procedure code {code}',
  versionLine: 'Version {number}, published {date}',
  whose_applicant: 'You',
  whose_unit: 'The office',
  whose_agency: 'A consulted agency',
  whose_machine: 'Automatic',
  atMost: 'at most {time}',
  draftWaiting: 'You have an unfinished application',
  resume: 'Continue the one saved at {at}',
} satisfies Translation<typeof vi>;
