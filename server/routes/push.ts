import type { Transaction } from '../../storage/store.ts';
import type { Pushes } from '../api/push.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { deviceId, dropDevice } from '../push/devices.ts';
import { encrypted } from '../push/encrypted.ts';
import type { PushConfiguration } from '../push/push-configuration.ts';
import { endpointOf } from '../push/services.ts';
import type { Services } from '../services.ts';

const most = 10;
const said = {
  none: { vi: 'Nơi này chưa gửi tin đẩy.', en: 'No pushes are sent here.' },
  tooMany: { vi: `Bạn nhận tin đẩy trên nhiều nhất ${most} thiết bị. Hãy tắt bớt trước.`, en: `Pushes come to at most ${most} devices. Please turn one off first.` },
  unknown: { vi: 'Không gửi được tin đẩy đến trình duyệt này.', en: 'Pushes cannot be sent to this browser.' },
};

/** On which devices one hears of what one is told, as a push. */
export const pushHandlers = ({ store, configuration: { push } }: Services) => {
  const view = async (tx: Transaction, accountId: string): Promise<Pushes> => {
    if (push === undefined) return { key: null, devices: [] };
    const devices = await tx.pushDevices.find({ accountId, houseKey: push.publicKey }, { order: [['createdAt', 'asc'], ['id', 'asc']] });
    return { key: push.publicKey, devices: devices.map(({ id, endpoint, createdAt }) => ({ id, browsers: endpointOf(push.services, endpoint)?.service.browsers ?? '', since: createdAt })) };
  };
  return {
    'GET /api/push': ({ actor }) => store.read((tx) => view(tx, actor.account.id)),

    'PUT /api/push/devices': ({ body, actor, at }) => store.transaction(async (tx) => {
      if (push === undefined) throw new ProblemError('rejected', { detail: said.none });
      const { endpoint, keys: { p256dh: publicKey, auth: secret }, language } = body;
      if (endpointOf(push.services, endpoint) === undefined || !isKey(push, { endpoint, publicKey, secret })) throw new ProblemError('rejected', { detail: said.unknown });
      const id = deviceId(endpoint);
      const accountId = actor.account.id;
      const known = await tx.pushDevices.first({ id }, { lock: 'wait' });
      if (known?.accountId === accountId) await tx.pushDevices.setOne({ id }, { publicKey, secret, houseKey: push.publicKey, language });
      else {
        // It was somebody else's who used this browser: what is theirs goes with them.
        if (known !== undefined) await dropDevice(tx, { id });
        if ((await tx.pushDevices.count({ accountId })) >= most) throw new ProblemError('rejected', { detail: said.tooMany });
        await tx.pushDevices.insertIfAbsent({ id, accountId, endpoint, publicKey, secret, houseKey: push.publicKey, language, createdAt: at, lookedAt: at });
      }
      return view(tx, accountId);
    }),

    'POST /api/push/devices/here': ({ body, actor }) => store.transaction(async (tx) => {
      const id = deviceId(body.endpoint);
      const known = await tx.pushDevices.first({ id }, { lock: 'wait' });
      if (known === undefined) return { id: null };
      if (known.accountId !== actor.account.id || known.houseKey !== push?.publicKey) {
        await dropDevice(tx, { id });
        return { id: null };
      }
      if (known.language !== body.language) await tx.pushDevices.setOne({ id }, { language: body.language });
      return { id };
    }),

    'DELETE /api/push/devices/:id': ({ params, actor }) => store.transaction(async (tx) => {
      if (!(await dropDevice(tx, { id: params.id, accountId: actor.account.id }))) throw notFound();
    }),
  } satisfies Partial<Handlers>;
};

/** Whether something can be sealed for it at all. */
function isKey(push: PushConfiguration, device: { readonly endpoint: string; readonly publicKey: string; readonly secret: string }): boolean {
  try {
    encrypted(push, device, '{}', { seconds: 0, urgent: false });
    return true;
  } catch {
    return false;
  }
}
