import type { Translation } from '../../../ui/texts.ts';
import type { vi } from './vi.ts';

export const en = {
  noticesTitle: 'Public postings',
  noticesLead: 'Papers that the law has posted publicly. Objections go to the office while they are posted.',
  noticesNone: 'Nothing is posted at the moment.',
  noticeWhere: 'To be read at the {unit}.',
  noticeUntil: 'Posted from {from} to {to}.',
  noticeNumber: 'Number {number}.',
  noticesAlerts: 'Jams and floods are on another page:',
  noticesFeed: 'Follow by RSS',
} satisfies Translation<typeof vi>;
