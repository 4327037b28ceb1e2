import type { Translation } from '../../../ui/texts.ts';
import type { vi } from './vi.ts';

export const en = {
  saved: 'Saved at {at}',
  saving: 'Saving',
  unsaved: 'Not saved',
  checking: 'Checking your application',
  filedTitle: 'Application filed',
  filedCode: 'Your dossier code',
  filedQr: 'QR that opens the tracking page',
  filedKeep: 'Take a picture of it or write it down. To track it, one also needs the last four digits of your identity or phone number.',
  filedNext: 'What happens next',
  filedReception: '{unit} checks the application and answers you by {date}.',
  filedReceptionSoon: '{unit} checks the application and answers you.',
  filedLimit: 'Once it is accepted, the time limit is {time}.',
  filedFix: 'If something is missing, the dossier page tells you exactly what to correct.',
  filedOpen: 'Open the dossier',
} satisfies Translation<typeof vi>;
