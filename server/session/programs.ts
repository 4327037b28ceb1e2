import type { Store } from '../../storage/store.ts';
import type { ProgramRow } from '../../storage/tables/programs.ts';
import { hashOf, newSecret } from './secrets.ts';

/** A program outside, by whose token a request came. */
export type Program = ProgramRow;

/** Under which name a program acts: in the journal, and as whoever has work in hand. */
export const actorOfProgram = ({ name }: Program): string => `program:${name}`;

/** The name of the program that acted as this one; undefined when it is none. */
export const programIn = (actor: string): string | undefined => /^program:(.+)$/.exec(actor)?.[1];

/** Gives a program a token, which is kept nowhere but with it; its former one ends. Throws when a unit is none. */
export async function giveToken(store: Store, { name, units, days, at }: { readonly name: string; readonly units: readonly string[]; readonly days: number; readonly at: string }): Promise<string> {
  const secret = newSecret();
  await store.transaction(async (tx) => {
    for (const id of units) if ((await tx.units.count({ id })) === 0) throw new Error(`expected a unit ${id}, but there is none`);
    await tx.programs.update({ name, endedAt: null }, { endedAt: at });
    await tx.programs.insert({ id: hashOf(secret), name, units, createdAt: at, expiresAt: new Date(Date.parse(at) + days * 86_400_000).toISOString(), endedAt: null });
  });
  return secret;
}

/** Ends a program's token; whether it had one. */
export const endTokens = (store: Store, name: string, at: string): Promise<boolean> =>
  store.transaction(async (tx) => (await tx.programs.update({ name, endedAt: null }, { endedAt: at })) > 0);

/** Which program an `Authorization: Bearer …` header stands for now. */
export async function programOf(store: Store, header: string, at: string): Promise<Program | undefined> {
  const [, secret = ''] = /^Bearer ([A-Za-z0-9_-]{43})$/i.exec(header) ?? [];
  return secret === '' ? undefined : store.read((tx) => tx.programs.first({ id: hashOf(secret), endedAt: null, expiresAt: { gt: at } }));
}
