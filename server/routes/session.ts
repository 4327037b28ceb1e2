import type { SignInOptions } from '../api/session.ts';
import type { Handlers } from '../http/handler.ts';
import { addedRoles } from '../access/held-roles.ts';
import { roleName } from '../../procedures/role.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Services } from '../services.ts';
import { sessionCookie } from '../session/cookie.ts';
import { journeyCookie } from '../session/journey.ts';
import { accountOf } from '../session/openid.ts';
import { replacePassword, shortestPassword } from '../session/new-password.ts';
import { hashPassword, passwordChecker } from '../session/passwords.ts';
import { actorOfSecret, beginSession, endSession } from '../session/sessions.ts';
import { throttle } from '../session/throttle.ts';
import { sessionView } from '../views/account-view.ts';

export const sessionHandlers = (services: Services) => {
  const { store, configuration } = services;
  const https = configuration.publicUrl.startsWith('https:');
  const cookie = sessionCookie(https);
  const journeys = journeyCookie(https);
  const rightPassword = passwordChecker();
  // By address and name, so that nobody locks another out from elsewhere; by address alone against guessing many names.
  const perName = throttle(10, 15 * 60);
  const perAddress = throttle(100, 15 * 60);

  return {
    'GET /api/session': ({ actor }) => store.read((tx) => sessionView(tx, actor, configuration.sample)),

    'GET /api/session/options': async () => ({
      password: true,
      openid: services.openid === undefined ? null : { name: services.openid.name, url: '/api/session/openid' },
      samples: services.samplePassword === undefined ? [] : await sampleAccounts(services, services.samplePassword),
    }),

    'POST /api/session': async ({ body, context, at, actor }) => {
      const login = body.username.trim().toLowerCase();
      const named = `${context.ip} ${login}`;
      await perAddress.take(context.ip);
      await perName.take(named);
      const account = await store.read((tx) => tx.accounts.first({ login, active: true }));
      if (!(await rightPassword(account?.passwordHash, body.password)) || account === undefined) throw new ProblemError('wrong-credentials');
      await perName.forget(named);
      await perAddress.giveBack(context.ip);
      if (actor !== undefined) await endSession(store, actor.session, at);
      const secret = await beginSession(store, account.id, at, context.get('User-Agent'));
      cookie.set(context, secret);
      const begun = await actorOfSecret(store, secret, at);
      return store.read((tx) => sessionView(tx, begun, configuration.sample));
    },

    'POST /api/session/password': async ({ body, context, at, actor, language }) => {
      const { account, session } = actor;
      const wrong = (path: string, vi: string, en: string) => new ProblemError('invalid', { errors: [{ path, message: language === 'vi' ? vi : en }] });
      await perAddress.take(context.ip);
      await perName.take(`${context.ip} ${account.login}`);
      if (!(await rightPassword(account.passwordHash, body.current))) throw wrong('/current', 'Mật khẩu hiện tại chưa đúng.', 'The current password is not right.');
      await perName.forget(`${context.ip} ${account.login}`);
      await perAddress.giveBack(context.ip);
      if ([...body.next].length < shortestPassword) throw wrong('/next', `Mật khẩu mới cần ít nhất ${shortestPassword} ký tự.`, `The new password needs at least ${shortestPassword} characters.`);
      if (body.next === body.current || body.next.toLowerCase() === account.login) throw wrong('/next', 'Chọn mật khẩu khác với mật khẩu cũ và tên đăng nhập.', 'Choose another one than the old password and your user name.');
      const passwordHash = await hashPassword(body.next);
      await store.transaction((tx) => replacePassword(tx, account.id, passwordHash, { at, keep: session }));
    },

    'DELETE /api/session': async ({ actor, context, at }) => {
      if (actor !== undefined) await endSession(store, actor.session, at);
      cookie.clear(context);
    },

    'GET /api/session/openid': async ({ query, context }) => {
      if (services.openid === undefined) throw new ProblemError('not-found');
      const { url, journey } = await services.openid.leave(query.return ?? '/');
      journeys.set(context, journey);
      return { redirect: url };
    },

    'GET /api/session/openid/answer': async ({ context, at, actor }) => {
      const journey = journeys.take(context);
      if (services.openid === undefined) throw new ProblemError('not-found');
      if (journey === undefined) throw new ProblemError('wrong-credentials');
      const identity = await services.openid.arrive(new URL(context.originalUrl, configuration.publicUrl), journey);
      const account = await accountOf(store, identity, at, services.newId);
      if (actor !== undefined) await endSession(store, actor.session, at);
      cookie.set(context, await beginSession(store, account.id, at, context.get('User-Agent')));
      return { redirect: journey.returnTo };
    },
  } satisfies Partial<Handlers>;
};

/** A list to choose from, not all that there are. */
const mostSamples = 100;

async function sampleAccounts({ store, now }: Services, password: string): Promise<SignInOptions['samples']> {
  const at = now();
  return store.read(async (tx) => {
    const accounts = await tx.accounts.find({ active: true, passwordHash: { not: null } }, { order: [['createdAt', 'asc'], ['login', 'asc']], limit: mostSamples });
    const roles = await tx.roleAssignments.find({ accountId: { in: accounts.map(({ id }) => id) }, validFrom: { lte: at }, any: [{ validTo: null }, { validTo: { gt: at } }] });
    const added = await addedRoles(tx, roles.map(({ role }) => role));
    const units = await tx.units.find({ id: { in: roles.map(({ unitId }) => unitId) } });
    return accounts.map((account) => {
      const held = roles.find(({ accountId }) => accountId === account.id);
      const unit = units.find(({ id }) => id === held?.unitId);
      return { username: account.login, name: account.name, kind: account.kind, role: held?.role ?? null, roleName: held === undefined ? null : roleName(held.role, added), unit: unit?.name ?? null, password };
    });
  });
}
