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
    if (effect.type !== 'clock') return;
    if (effect.action === 'start') this.#clock = startClock(at, this.#limit());
    else if (this.#clock && this.#clock.endedAt === null) {
      if (effect.action === 'pause') this.#clock = pauseClock(this.#clock, at, effect.cause ?? '');
      else if (effect.action === 'limit') this.#clock = limitClock(this.#clock, at, this.#limit());
      else if (effect.action === 'resume') this.#clock = resumeClock(this.#clock, at, effect.cause);
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
