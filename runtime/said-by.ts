import type { Note } from './open-dossier.ts';

/** Whose deed the journal calls it that something was said: of whoever had it tried again after the machine had given it up. Who said it is kept beside. */
export function saidBy(by: string, about: NonNullable<Note['about']>, retriedBy: string | null | undefined): Pick<Note, 'actor' | 'about'> {
  if (retriedBy == null) return { actor: by, about };
  return { actor: retriedBy, about: by === 'system' ? about : { ...about, sender: by } };
}
