/** What a single key does at the desk. The table is also the text of the help dialog. */
export const keyActs = {
  j: 'next', k: 'previous', o: 'open', c: 'claim', '/': 'search', u: 'list', n: 'after', '?': 'help',
} as const satisfies Readonly<Record<string, string>>;
export type KeyAct = (typeof keyActs)[keyof typeof keyActs];

/** What was pressed, and where. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** The focus is where people type or choose, or inside an open dialog. */
  readonly busy: boolean;
}

/** The act of a press; nothing while somebody types, with a modifier, or for another key. */
export const actOf = ({ key, ctrlKey, altKey, metaKey, busy }: Press): KeyAct | undefined =>
  busy || ctrlKey || altKey || metaKey || !Object.hasOwn(keyActs, key) ? undefined : keyActs[key as keyof typeof keyActs];

/** Where j and k lead in a list of `count` rows: the ends hold; from nowhere, to the first or the last. */
export const moved = (at: number | undefined, act: 'next' | 'previous', count: number): number | undefined => {
  if (count === 0) return undefined;
  if (at === undefined) return act === 'next' ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, at + (act === 'next' ? 1 : -1)));
};
