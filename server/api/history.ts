import { Type, type Static } from 'typebox';
import { CheckPackage } from './designer.ts';
import { AnyObject, Count, Hash, Instant, Line, LocalText, Sentence, UnitName, orNull, shape } from './shape.ts';

const Minutes = Type.Number({ minimum: 0 });
const Spread = shape({ mean: Minutes, median: Minutes, p90: Minutes });

/** Dossiers that were filed in the last so many days, of a version or a unit where one is named; `calendar` is what one would simulate by, else the procedure’s own. */
export const HistoryQuery = shape({ days: Type.Optional(Type.Enum(['30', '90', '365'])), version: Type.Optional(Hash), unit: Type.Optional(Line), calendar: Type.Optional(Line) });

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
  /** The working calendar that is asked for, or that the procedure names: its id, and its days where there is one. */
  calendar: shape({ id: Type.String(), data: orNull(AnyObject) }),
});
export type History = Static<typeof History>;

/** Lives the newest so many real dossiers once more, on a published version or, where none is named, on what is edited. */
export const ReplayAsked = shape({
  ...CheckPackage.properties, last: Type.Integer({ minimum: 1, maximum: 100 }), version: Type.Optional(Hash),
  /** What that is compared with: another version, what is edited, or, where nothing is named, the version that each dossier runs on. */
  against: Type.Optional(Type.Union([Hash, Type.Literal('edited')])),
});
export type ReplayAsked = Static<typeof ReplayAsked>;

const Value = orNull(Line);
const States = Type.Array(Count);
const Names = Type.Array(LocalText);
/** `gone` was there and would be no more, `more` would be there and was not. */
const listed = { gone: Names, more: Names };
/** What of a dossier would have come otherwise. Names are those of the version that has it. */
export const ReplayDifference = Type.Union([
  /** `after` is the last step before the ways part; null when they part at once. Nothing gone and nothing more: the same steps in another order. */
  shape({ what: Type.Literal('path'), after: orNull(LocalText), ...listed }),
  /** What the applicant is asked to hand in. */
  shape({ what: Type.Literal('papers'), ...listed }),
  shape({ what: Type.Literal('letters'), ...listed }),
  shape({ what: Type.Literal('states'), before: States, after: States }),
  shape({ what: Type.Enum(['status', 'due', 'verdict']), before: Value, after: Value }),
  shape({ what: Type.Literal('fee'), before: orNull(Type.Number()), after: orNull(Type.Number()) }),
]);
export type ReplayDifference = Static<typeof ReplayDifference>;

/** What was done then and cannot be done, with the step. Nothing of what people wrote, and nobody’s name, is in the sentence. */
const Stop = shape({ ...Sentence.properties, at: orNull(LocalText) });
export const Replayed = shape({
  /** False where either version cannot be played at all: see its check. */
  usable: Type.Boolean(), same: Count,
  changed: Type.Array(shape({
    code: Line,
    /** Where it stops on what is compared with, and where on the version asked for; null when it goes through. */
    stopped: orNull(Stop), stops: orNull(Stop),
    differences: Type.Array(ReplayDifference),
  })),
  /** Dossiers that cannot be told as deeds, or go through on neither version. */
  skipped: Type.Array(shape({ code: Line, reason: Sentence })),
  /** What the elements that sentences speak of are called. */
  names: Type.Record(Type.String(), LocalText),
});
export type Replayed = Static<typeof Replayed>;
