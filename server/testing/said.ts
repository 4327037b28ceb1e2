import { motcua } from '../commands/motcua.ts';

export interface Said {
  readonly code: number | undefined;
  readonly out: string;
  readonly error: string;
}

/** What `motcua` says to these words, while `typed` lines come in. */
export async function said(words: readonly string[], typed: readonly string[] = []): Promise<Said> {
  const [out, error]: string[][] = [[], []];
  const lines = async function* lines() { yield* typed; };
  const code = await motcua(words, { lines, out: (line) => void out!.push(line), error: (line) => void error!.push(line) });
  return { code, out: out!.join('\n'), error: error!.join('\n') };
}
