import type { Transaction } from '../../storage/store.ts';
import { newSecret } from './secrets.ts';

/** Length alone is asked for, as NIST SP 800-63B 3.1.1 has it: rules about signs make passwords worse. */
export const shortestPassword = 10;

/** 80 random bits, short enough to be typed from a slip of paper. */
export const firstPassword = (): string => newSecret().replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 14);

/** The account signs in with another password from now on; its sessions end, but the one in which that was asked. */
export async function replacePassword(tx: Transaction, accountId: string, passwordHash: string, { at, keep = '' }: { readonly at: string; readonly keep?: string }): Promise<void> {
  await tx.accounts.update({ id: accountId }, { passwordHash });
  await tx.sessions.update({ accountId, endedAt: null, id: { not: keep } }, { endedAt: at });
}

