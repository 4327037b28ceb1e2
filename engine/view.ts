import { correlationAt, type Correlation } from './conversing.ts';
import { visible } from './data.ts';
import type { Definition, FlowId, Node } from './definition.ts';
import { isLayered, ownOf, placeAt, quiet, type Draft } from './draft.ts';
import type { Arrivals, Change, Context, Moving } from './elements/element.ts';
import type { Environment } from './environment.ts';
import type { Place } from './place.ts';
import type { Data, Token } from './state.ts';

const none: readonly FlowId[] = [];

/** What one token sees of a draft; looked up only when an element asks for it, because most never do. */
class View implements Context {
  readonly node: Node;
  readonly token: Moving;
  readonly #place: Place;
  readonly #draft: Draft;
  readonly #change: Change | undefined;

  constructor(draft: Draft, token: Moving, place: Place, change?: Change) {
    this.node = change?.node ?? place.node;
    this.token = token;
    this.#place = place;
    this.#draft = draft;
    this.#change = change;
  }

  get definition(): Definition {
    return this.#draft.definition;
  }

  get environment(): Environment {
    return this.#draft.environment;
  }

  get at(): string {
    return this.#draft.at;
  }

  get data(): Data {
    if (this.#change?.data) return this.#change.data;
    return isLayered(this.#draft) ? visible(this.#draft, this.token.scope, this.token.id) : this.#draft.data;
  }

  get correlation(): Correlation {
    return correlationAt(this.#draft, this.token.scope);
  }

  get own(): Data {
    return ownOf(this.#draft, this.token.id) ?? {};
  }

  get waiting(): number {
    const { at, scope } = this.token;
    let count = 0;
    for (const other of this.#draft.tokens.look()) if (other.at === at && other.scope === scope && other.wait.on === 'join') count += 1;
    return count;
  }

  get gathered(): readonly Token[] {
    const { at, scope } = this.token;
    const found: Token[] = [];
    for (const other of this.#draft.tokens.look()) if (other.at === at && other.scope === scope && other.wait.on === 'join') found.push(other);
    return found;
  }

  get arrivals(): Arrivals {
    if (this.#change?.arrivals) return this.#change.arrivals;
    const arrivals = new Map<FlowId, number[]>();
    for (const { id, via = '' } of this.gathered) {
      const others = arrivals.get(via);
      if (others) others.push(id);
      else arrivals.set(via, [id]);
    }
    return arrivals;
  }

  get fired(): readonly FlowId[] {
    return this.#draft.scopes.get(this.token.scope)?.fired?.[this.token.at] ?? none;
  }

  get resting(): readonly Token[] {
    const { scopes, tokens } = this.#draft;
    return tokens.look().filter(({ scope, wait }) => scope === this.token.scope && (wait.on !== 'scope' || scopes.get(wait.scope)?.node !== quiet));
  }

  seeing<With extends Change>(change: With): this & With {
    return new View(this.#draft, this.token, this.#place, { ...this.#change, ...change }) as unknown as this & With;
  }
}

export const contextOf = (draft: Draft, token: Moving, place = placeAt(draft, token.at)): Context => new View(draft, token, place);
