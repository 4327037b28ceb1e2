import type { CompiledCalendar } from '../engine/calendar/calendar.ts';
import { clockView, minutesUsed } from '../engine/calendar/clock-view.ts';
import { endClock, limitClock, pauseClock, resumeClock, startClock, type Clock } from '../engine/calendar/clock.ts';
import type { Effect } from '../engine/effect.ts';
import type { Data, Json } from '../engine/state.ts';

/** What the runtime keeps of a dossier beside its data, kept for a scenario: clock and national states. */
export class ScenarioDossier {
  readonly states: number[] = [];
  #clock: Clock | undefined;
  readonly #calendar: CompiledCalendar;
  readonly #limit: () => string;

  /** `limit` gives the statutory time when the clock starts, or is set anew. */
  constructor(calendar: CompiledCalendar, limit: () => string) {
    this.#calendar = calendar;
    this.#limit = limit;
  }

  take(effect: Effect, at: string): void {
    if (effect.type === 'dossier.state' && this.states.at(-1) !== effect.state) this.states.push(effect.state);
    // As in the house (runtime/effects/close.ts): a dossier that is over needs no time any more, whether or not its drawing says so.
    if (effect.type === 'close') this.#move('end', undefined, at);
    if (effect.type === 'clock') this.#move(effect.action, effect.cause, at);
  }

  #move(action: 'start' | 'limit' | 'pause' | 'resume' | 'end', cause: string | undefined, at: string): void {
    if (action === 'start') this.#clock = startClock(at, this.#limit());
    else if (this.#clock && this.#clock.endedAt === null) {
      if (action === 'pause') this.#clock = pauseClock(this.#clock, at, cause ?? '');
      else if (action === 'limit') this.#clock = limitClock(this.#clock, at, this.#limit());
      else if (action === 'resume') this.#clock = resumeClock(this.#clock, at, cause);
      else this.#clock = endClock(this.#clock, at);
    }
  }

  /** The facts that models read as `dossier`. */
  facts(at: string): Data {
    const view = this.#clock && clockView(this.#calendar, this.#clock, at);
    return { code: 'H29.99.1-261120-0001', unit: 'sample-ward', acceptedAt: this.#clock?.startedAt ?? null, dueAt: view?.dueAt ?? null, paused: view?.state === 'paused', state: this.states.at(-1) ?? null } satisfies Record<string, Json>;
  }

  /** Working minutes on the legal clock until then, or until it ended. */
  used(at: string): number | undefined {
    return this.#clock && minutesUsed(this.#calendar, this.#clock, at);
  }

  due(at: string): string | null {
    return this.#clock ? clockView(this.#calendar, this.#clock, at).dueDate : null;
  }

  verdict(at: string): 'early' | 'on_time' | 'late' | null {
    const verdict = this.#clock && clockView(this.#calendar, this.#clock, at).verdict;
    return verdict === 'early' || verdict === 'on_time' || verdict === 'late' ? verdict : null;
  }
}
