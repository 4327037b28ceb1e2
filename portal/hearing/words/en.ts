import type { Translation } from '../../../ui/texts.ts';
import type { vi } from './vi.ts';

export const en = {
  hearingTitle: 'News of your dossiers',
  hearingLead: 'Every notice always stands on this portal. Below is how you are told at once when something happens.',
  hearingPush: 'You hear of your dossiers, your reports and the places you follow, in the language you are reading.',
  hearingMessages: 'SMS and Zalo',
  hearingBack: 'My dossiers',
  hearingWay: 'How else do you want to hear?',
  hearingWay_portal: 'On the portal only',
  hearingWay_sms: 'By SMS',
  hearingWay_zalo: 'By Zalo',
  hearingPhone: 'Phone that gets the messages',
  hearingPhoneHint: 'A Vietnamese mobile number, such as 0900 000 001',
  hearingPhoneMissing: 'Give the phone that gets the messages',
  hearingConsent: 'By the button below you agree that we use this number to send you the title of a notice and the code of the dossier, and nothing else. You can change your mind at any time.',
  hearingAgree: 'Agree and save',
  hearingSave: 'Save',
  hearingSaved: 'Your choice is saved',
  hearingNone: 'No messages are sent here yet',
  hearingNoneHint: 'Please read the notices on the portal, in each dossier.',
} satisfies Translation<typeof vi>;
