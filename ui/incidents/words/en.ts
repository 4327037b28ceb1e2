import type { Translation } from '../../texts.ts';
import type { vi } from './vi.ts';

export const en = {
  incidentWhyMissing: 'This step needs data that the dossier does not have. Add it, or choose the way in place of the system.',
  incidentWhyCondition: 'A condition gave neither true nor false.',
  incidentWhyNoWay: 'No condition holds, so the dossier has no way on.',
  incidentWhyExpression: 'A value that this step needs cannot be calculated.',
  incidentWhyDecision: 'The decision table gives no result for the data of this dossier.',
  incidentWhyDeadlock: 'No step of the dossier can go on.',
  incidentWhyCrowded: 'So many steps of this dossier are open at once that more are held up. Once some are done, try again.',
  incidentWhyRunaway: 'The process went round without end, so the system stopped it.',
  incidentWhyOutside: 'An outside system gave no answer after several tries.',
  incidentWhyTimer: 'The moment of this step’s timer cannot be calculated.',
  incidentWhyPackage: 'The package lacks, or misstates, what this step needs.',
  incidentWhyOther: 'The system could not do this step.',
} satisfies Translation<typeof vi>;
