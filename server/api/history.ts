import { Type, type Static } from 'typebox';
import { CheckPackage } from './designer.ts';
import { AnyObject, Count, Hash, Instant, Line, Sentence, UnitName, orNull, shape } from './shape.ts';

const Minutes = Type.Number({ minimum: 0 });
const Spread = shape({ mean: Minutes, median: Minutes, p90: Minutes });

/** Dossiers that were filed in the last so many days, of a version or a unit where one is named. */
export const HistoryQuery = shape({ days: Type.Optional(Type.Enum(['30', '90', '365'])), version: Type.Optional(Hash), unit: Type.Optional(Line) });

/** What real dossiers did, step by step; times in working minutes by the calendar of each unit. */
export const History = shape({
  at: Instant, from: Instant,
  /** Filed in the period; how many of the newest were looked at; and filed a working day. */
  dossiers: Count, seen: Count, perDay: Type.Number({ minimum: 0 }),
  /** Share of those whose clock has ended in time; null when none has. */
  inTime: orNull(Type.Number({ minimum: 0, maximum: 1 })),
  steps: Type.Array(shape({ node: Line, count: Count, open: Count, late: Count, time: Spread })),
  ways: Type.Array(shape({ flow: Line, count: Count })),
  units: Type.Array(UnitName),
  /** The working calendar that the procedure names. */
  calendar: orNull(AnyObject),
});
export type History = Static<typeof History>;

/** Lives the newest so many real dossiers once more on what is edited. */
export const ReplayAsked = shape({ ...CheckPackage.properties, last: Type.Integer({ minimum: 1, maximum: 100 }) });
export type ReplayAsked = Static<typeof ReplayAsked>;

const Shown = Type.String({ maxLength: 2000 });
export const Replayed = shape({
  /** False for a package that cannot be played at all: see its check. */
  usable: Type.Boolean(), same: Count,
  changed: Type.Array(shape({
    code: Line,
    /** Step at which what was done then cannot be done any more; null when the dossier goes through. */
    stops: orNull(Sentence),
    differences: Type.Array(shape({ what: Type.Enum(['path', 'letters', 'states', 'status', 'due', 'verdict', 'fee']), before: Shown, after: Shown })),
  })),
  /** Dossiers that cannot be told as deeds, or that differ already on their own version. */
  skipped: Type.Array(shape({ code: Line, reason: Sentence })),
});
export type Replayed = Static<typeof Replayed>;
