import type { Transaction } from '../../storage/store.ts';
import type { AccountRow } from '../../storage/tables/accounts.ts';
import type { MessageChoice } from '../api/message-choice.ts';
import type { Handlers } from '../http/handler.ts';
import { ProblemError } from '../http/problem-error.ts';
import { knows } from '../outside/systems.ts';
import type { Services } from '../services.ts';

const wrongPhone = { vi: 'Nhập số điện thoại di động Việt Nam, ví dụ 0900 000 001.', en: 'Give a Vietnamese mobile number, such as 0900 000 001.' };

/** By what a citizen hears of their dossiers besides the portal. */
export const messageChoiceHandlers = ({ store, configuration }: Services) => {
  const offered = knows(configuration.systems, 'messages');
  const view = async (tx: Transaction, { id, phone }: AccountRow): Promise<MessageChoice> => {
    const choice = await tx.messageChoices.first({ accountId: id });
    return { offered, channel: choice?.channel ?? null, phone: choice?.phone ?? phone };
  };
  return {
    'GET /api/account/messages': ({ actor }) => store.read((tx) => view(tx, actor.account)),

    'PUT /api/account/messages': ({ body, actor, language, at }) => store.transaction(async (tx) => {
      const accountId = actor.account.id;
      await tx.messageChoices.remove({ accountId });
      if (body.channel !== null) {
        const phone = body.phone.replaceAll(/[ .]/g, '').replace(/^\+84/, '0');
        if (!/^0\d{9}$/.test(phone)) throw new ProblemError('invalid', { errors: [{ path: 'phone', message: wrongPhone[language] }] });
        await tx.messageChoices.insert({ accountId, channel: body.channel, phone, chosenAt: at });
      }
      return view(tx, actor.account);
    }),
  } satisfies Partial<Handlers>;
};
