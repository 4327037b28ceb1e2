import { Type, type Static } from 'typebox';
import { orNull, shape } from './shape.ts';

const Channel = Type.Enum(['sms', 'zalo']);

/** How one hears of one's dossiers besides the portal. `offered`: this installation can send messages at all; `phone` is the one chosen, else that of the account. */
export const MessageChoice = shape({ offered: Type.Boolean(), channel: orNull(Channel), phone: orNull(Type.String()) });
export type MessageChoice = Static<typeof MessageChoice>;

/** `consent` to having the number used for this; null ends it. */
export const ChooseMessages = Type.Union([
  shape({ channel: Channel, phone: Type.String({ minLength: 9, maxLength: 20, pattern: '^[0-9 .+]+$' }), consent: Type.Literal(true) }),
  shape({ channel: Type.Null() }),
]);
