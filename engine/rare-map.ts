const nothing: readonly never[] = [];

/** A map that is mostly empty: it makes its table with its first entry, because most steps of most instances need none. */
export class RareMap<K, V> {
  #map: Map<K, V> | undefined;

  get size(): number {
    return this.#map === undefined ? 0 : this.#map.size;
  }

  get(key: K): V | undefined {
    return this.#map === undefined ? undefined : this.#map.get(key);
  }

  has(key: K): boolean {
    return this.#map !== undefined && this.#map.has(key);
  }

  set(key: K, value: V): void {
    this.#map ??= new Map();
    this.#map.set(key, value);
  }

  delete(key: K): void {
    if (this.#map !== undefined) this.#map.delete(key);
  }

  clear(): void {
    this.#map = undefined;
  }

  values(): Iterable<V> {
    return this.#map === undefined ? nothing : this.#map.values();
  }
}
