import { table } from '../table.ts';

/** That somebody wants what they are told on the portal by SMS or Zalo too, to which phone, and since when they consent. */
export interface MessageChoiceRow {
  readonly accountId: string;
  readonly channel: 'sms' | 'zalo';
  /** Digits only. */
  readonly phone: string;
  readonly chosenAt: string;
}

export const messageChoices = table<MessageChoiceRow>({
  name: 'messageChoices',
  key: ['accountId'],
  columns: { accountId: 'text', channel: 'text', phone: 'text', chosenAt: 'text' },
});
