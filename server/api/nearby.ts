import { Type, type Static } from 'typebox';
import { ClockView, DossierState } from './clock.ts';
import { FileValue } from './file.ts';
import { Count, Id, Instant, Line, LocalText, ProcedureName, orNull, shape } from './shape.ts';

/** What people read at the end: in the words of the office, with pictures. */
export const AnswerGiven = shape({ text: Type.String(), pictures: Type.Array(FileValue) });
export type AnswerGiven = Static<typeof AnswerGiven>;

/** What others may know of somebody's dossier: nothing of the person, their words or their papers. */
const Report = shape({
  /** Names it here; it is not the dossier's own id. */
  id: Id,
  procedure: ProcedureName,
  kind: orNull(LocalText),
  submittedAt: Instant,
  state: DossierState,
  step: orNull(LocalText),
  clock: ClockView,
  /** How many others reported the same. */
  followers: Count,
  /** `GET /api/nearby/:id/pictures/:picture` gives the copy of each. */
  pictures: Type.Array(Id),
});

/** What is open of the same kind around the place of a draft, the nearest first. `unplaced`: the place is not known yet, or not as a point. */
export const Nearby = shape({
  /** When this was said. */
  at: Instant,
  within: Count,
  unplaced: Type.Boolean(),
  reports: Type.Array(shape({ ...Report.properties, metres: Count, following: Type.Boolean(), mine: Type.Boolean() })),
});
export type Nearby = Static<typeof Nearby>;

/** What somebody follows. `unread`: it stands otherwise than when they looked last. */
export const Followed = shape({ ...Report.properties, since: Instant, unread: Type.Boolean(), answer: orNull(shape({ text: Type.String(), pictures: Type.Array(Id) })) });
export type Followed = Static<typeof Followed>;
export const Follows = shape({ at: Instant, follows: Type.Array(Followed), unread: Count });
export type Follows = Static<typeof Follows>;

/** In which states they were shown. */
export const FollowsRead = shape({ seen: Type.Array(shape({ id: Id, state: DossierState }), { maxItems: 100 }) });

export const Following = shape({ id: Id, followers: Count });

/** The same for staff who have the dossier before them: which others are open there, and how many follow this one. */
export const DeskNearby = shape({
  within: Count,
  followers: Count,
  others: Type.Array(shape({ dossier: Id, code: Line, subject: orNull(Line), metres: Count, submittedAt: Instant, followers: Count })),
});
export type DeskNearby = Static<typeof DeskNearby>;
