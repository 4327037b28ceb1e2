import listed from './life-events.json' with { type: 'json' };

/** What brings people to an office, in the order in which the catalogue shows it: data, which a package names by key in `lifeEvents`. */
export interface LifeEvent {
  readonly key: string;
  readonly name: { readonly vi: string; readonly en: string };
  /** Further words by which people look for it. */
  readonly words: readonly string[];
}

export const lifeEvents: readonly LifeEvent[] = listed;
