/** More entries than these are found by a table. */
const few = 16;

/**
 * Values by number, most often none and seldom many: it looks through a list while that is short, because making a table of
 * its own costs a step more than all it looks up.
 */
export class RareMap<V> {
  #keys: number[] | undefined;
  #values: V[] | undefined;
  #map: Map<number, V> | undefined;

  get(key: number): V | undefined {
    if (this.#keys === undefined) return undefined;
    if (this.#map !== undefined) return this.#map.get(key);
    const at = this.#keys.indexOf(key);
    return at < 0 ? undefined : this.#values![at];
  }

  set(key: number, value: V): void {
    if (this.#map !== undefined) this.#map.set(key, value);
    else if (this.#keys === undefined) [this.#keys, this.#values] = [[key], [value]];
    else this.#put(this.#keys, this.#values!, key, value);
  }

  #put(keys: number[], values: V[], key: number, value: V): void {
    const at = keys.indexOf(key);
    if (at >= 0) values[at] = value;
    else if (keys.push(key) > few) {
      values.push(value);
      this.#map = new Map(keys.map((each, index) => [each, values[index]!]));
    } else values.push(value);
  }

  delete(key: number): void {
    if (this.#keys === undefined) return;
    if (this.#map !== undefined) return void this.#map.delete(key);
    const at = this.#keys.indexOf(key);
    if (at < 0) return;
    this.#keys[at] = this.#keys.at(-1)!;
    this.#values![at] = this.#values!.at(-1)!;
    this.#keys.pop();
    this.#values!.pop();
  }
}
