/**
 * What a caller gave cannot be used: calendar data, a time limit, an instant, or a move of a clock.
 * The message says what was expected, what came and where; nothing has changed when it is thrown.
 */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
  readonly code: 'calendar_invalid' | 'limit_invalid' | 'instant_invalid' | 'clock_move_invalid';

  constructor(code: CalendarError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** A value as it may stand in a message: short, quoted, never a whole document. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? JSON.stringify(value) : Array.isArray(value) ? 'a list' : value !== null && typeof value === 'object' ? 'an object' : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
