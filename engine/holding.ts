import { newIncident, nodeAt, rest, type Draft, type Pending } from './draft.ts';
import { label } from './elements/ask.ts';

/** The first automatic step that is one too many holds up all that follow. */
const defaultBudget = 20_000;
/** So many that are open at once can still be stored within a tenth of a second. */
const defaultCrowd = 1_000;

/** Why tokens are not let on: the event has had all its automatic steps, or too many tokens rest in the instance already. */
type Cause = 'runaway' | 'crowded';

/** Holds up what would keep others waiting too long; all that is held up for one cause in one step rests on one incident. */
export class Holding {
  readonly #draft: Draft;
  readonly #budget: number;
  readonly #crowd: number;
  #steps = 0;
  readonly #incidents: { [cause in Cause]?: number } = {};
  /** Tokens that rest on incidents, counted when it first matters. */
  #held: number | undefined;

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#budget = draft.environment.budget ?? defaultBudget;
    this.#crowd = draft.environment.crowd ?? defaultCrowd;
  }

  /** Counts an automatic step that nobody arrives with. */
  step(): void {
    this.#steps += 1;
  }

  /** Whether this token may not arrive; it is held up then. */
  stops(token: Pending): boolean {
    const cause = this.#steps >= this.#budget ? 'runaway' : this.#isCrowded() ? 'crowded' : undefined;
    this.#steps += 1;
    if (cause) this.#hold(token, cause);
    return cause !== undefined;
  }

  #isCrowded(): boolean {
    const { tokens } = this.#draft;
    if (tokens.size < this.#crowd) return false;
    this.#held ??= tokens.look().reduce((count, { wait }) => (wait.on === 'incident' ? count + 1 : count), 0);
    return tokens.size - this.#held >= this.#crowd;
  }

  #hold(token: Pending, cause: Cause): void {
    const draft = this.#draft;
    if (this.#held !== undefined) this.#held += 1;
    const incident = this.#incidents[cause];
    if (incident !== undefined && draft.incidents.has(incident)) rest(draft, token, { on: 'incident', incident });
    else this.#incidents[cause] = newIncident(draft, [token], 'arrive', { code: cause, message: this.#message(token, cause) });
  }

  #message({ at }: Pending, cause: Cause): string {
    const where = label(nodeAt(this.#draft, at));
    return cause === 'runaway'
      ? `expected the procedure to come to rest within ${this.#budget} automatic steps, but it was still moving at ${where}`
      : `expected at most ${this.#crowd} steps to be open in one instance at once, but more come to ${where}: try again once some of them are done`;
  }
}
