/** A rule asked for a part of the package that could not be read: what it found until then stands, what it would find after is not known. */
class Unread extends Error {}

/** What was read of a package; asking for anything else stops the rule that asks. */
export const readSoFar = <T extends object>(parts: { readonly [K in keyof T]?: T[K] | undefined }): T =>
  new Proxy(parts as T, {
    get: (read, part) => {
      const value = read[part as keyof T];
      if (value === undefined) throw new Unread(String(part));
      return value;
    },
  });

/** Files of a folder, of which some could not be read: those are there, but nothing is known of what they hold. */
export class SomeRead<T> extends Map<string, T> {
  readonly #unread: ReadonlySet<string>;
  constructor(read: ReadonlyMap<string, T>, names: Iterable<string>) {
    super(read);
    this.#unread = new Set(names);
  }

  override has(name: string): boolean {
    return super.has(name) || this.#unread.has(name);
  }
}

/** What is found before something unread is asked for. */
export function* untilUnread<T>(find: () => Iterable<T>): Generator<T> {
  try {
    yield* find();
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
  }
}
