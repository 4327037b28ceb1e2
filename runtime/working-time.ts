/** What the runtime asks a unit's calendar. Limits are texts as in procedures: "7 working days", "4 working hours", "P3D", an instant. */
export interface WorkingTime {
  /** The instant at which `limit`, counted from `from`, ends. Throws when the text is no limit. */
  deadline(from: string, limit: string): string;
  /** Local date at the unit, `yyyy-mm-dd`. */
  localDate(at: string): string;
  readonly clock: LegalClock;
}

/** The dossier's clock as law counts it; `Clock` is kept as JSON and only read by its own functions. */
export interface LegalClock {
  start(at: string, limit: string): unknown;
  pause(clock: unknown, at: string, cause: string): unknown;
  resume(clock: unknown, at: string): unknown;
  end(clock: unknown, at: string): unknown;
  /** When it is due as things stand; null while that cannot be said. */
  due(clock: unknown): string | null;
}
