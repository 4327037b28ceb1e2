import type { Translation } from '../../texts.ts';
import type { vi } from './vi.ts';

export const en = {
  pushTitle: 'Notifications on this device',
  pushWhat: 'They show even while the page is closed. The locked screen shows only the title of the notice and the code of the dossier; the details stand inside.',
  pushOn: 'Turn on notifications on this device',
  pushOff: 'Turn off notifications on this device',
  pushIsOn: 'Notifications are on, on this device',
  pushIsOnHint: 'When you sign out, or somebody else signs in on this device, yours no longer show here.',
  pushWasOff: 'Notifications are off, on this device',
  pushNone: 'The office does not send notifications to phones yet. Please read the notices on this site.',
  pushUnable: 'This browser cannot get notifications. Use a recent Chrome, Firefox, Edge or Safari, not in a private window.',
  pushInstall: 'On iPhone and iPad, add this page to the home screen first',
  pushInstallHow: 'Press Share, choose “Add to Home Screen”, then open the page from its new icon and turn notifications on there.',
  pushBlocked: 'The browser blocks notifications of this site',
  pushBlockedHow: 'Open the settings of the browser, allow this site to send notifications, then reload the page.',
  pushFailed: 'The browser could not sign up for notifications',
  pushFailedHow: 'Check your network and try again. If it still fails, this browser cannot get notifications.',
  pushOthers: 'Your other devices that get notifications',
  pushOther: '{browsers}, on since {date}',
  pushOtherOff: 'Turn off',
} satisfies Translation<typeof vi>;
