import { Type, type Static } from 'typebox';
import { AnyJson, AnyObject, Count, Hash, Id, Instant, Line, LocalText, ProcedureName, Text, UnitName, orNull, shape } from './shape.ts';
import { ClockView, DossierState } from './clock.ts';
import { Applicant, GivenDelivery } from './draft.ts';
import { DossierFile } from './file.ts';
import { LetterView } from './letter.ts';
import { AnswerGiven } from './nearby.ts';
import { Linked } from './linked.ts';
import { PaymentView } from './fee.ts';
import { RatingAsked, RatingGiven } from './rating.ts';
import { SupplementView } from './supplement.ts';
import { TimelineStep, Turn } from './timeline.ts';

/** What the citizen has to do now: shown as a card on top. */
export const Todo = shape({ task: Id, kind: Type.Enum(['supplement', 'payment', 'other']), name: LocalText, dueAt: orNull(Instant) });
export type Todo = Static<typeof Todo>;

/** What whoever filed will be told by itself after all is done, such as that something is about to run out, unless it changes before. */
export const Reminder = shape({ at: Instant, name: LocalText });
export type Reminder = Static<typeof Reminder>;

/** How it came in; `office` when nobody filed it. */
export const Channel = Type.Enum(['online', 'counter', 'post', 'office']);

export const MyDossier = shape({
  id: Id,
  code: Line,
  procedure: ProcedureName,
  /** What tells it from others of the same kind: the place, the name. */
  subject: orNull(Line),
  unit: UnitName,
  state: DossierState,
  stateSince: Instant,
  submittedAt: Instant,
  clock: ClockView,
  todo: Type.Array(Todo),
  unreadMessages: Count,
});
export type MyDossier = Static<typeof MyDossier>;

export const MyDossiers = shape({ dossiers: Type.Array(MyDossier) });
export type MyDossiers = Static<typeof MyDossiers>;

/** The dossier as the citizen who filed it sees it. */
export const DossierView = shape({
  ...MyDossier.properties,
  /** Send it back as `expectedVersion`. */
  version: Count,
  procedureVersion: shape({ hash: Hash, number: Count }),
  channel: Channel,
  delivery: orNull(GivenDelivery),
  applicant: orNull(Applicant),
  turn: Turn,
  timeline: Type.Array(TimelineStep),
  /** Answers of the application form, with accepted supplements merged in. */
  form: Line,
  data: AnyObject,
  files: Type.Array(DossierFile),
  supplements: Type.Array(SupplementView),
  letters: Type.Array(LetterView),
  payments: Type.Array(PaymentView),
  /** What the office answers at the end, as the procedure says; `GET /api/files/:id` gives its pictures. */
  answer: orNull(AnswerGiven),
  /** Why it was not accepted, refused or stopped. */
  reason: orNull(LocalText),
  linked: Linked,
  /** Soonest first; while it is being handled there are none. */
  reminders: Type.Array(Reminder),
  can: shape({ withdraw: Type.Boolean(), rate: Type.Boolean(), write: Type.Boolean() }),
  /** How whoever filed is asked whether they are content: while they may say so. */
  ratingAsked: orNull(RatingAsked),
  rating: orNull(RatingGiven),
  /** Journal entries so far, and the hash of the last: the citizen's proof that nothing was rewritten. */
  record: shape({ entries: Count, head: Hash }),
});
export type DossierView = Static<typeof DossierView>;

export const Message = shape({
  id: Id,
  at: Instant,
  /** `system` are automatic notices. */
  from: Type.Enum(['applicant', 'unit', 'system']),
  /** Name of the unit or citizen; officers are not named to citizens. */
  name: orNull(LocalText),
  /** What a notice says in a few words; messages of people have none. */
  title: orNull(LocalText),
  text: LocalText,
  unread: Type.Boolean(),
});
export type Message = Static<typeof Message>;
export const Messages = shape({ messages: Type.Array(Message) });
export type Messages = Static<typeof Messages>;
/** Instant of the newest message that was shown. */
export const ReadUntil = shape({ until: Instant });
export const NewMessage = shape({ text: Text });

export const Withdraw = shape({ expectedVersion: Count, reason: Text });

/** What changed with an act on a dossier. */
export const Acted = shape({ dossier: Id, version: Count, state: DossierState });
export type Acted = Static<typeof Acted>;

/** The chain of the record without what was said in it: enough for `motcua verify` and for an offline check. */
export const RecordProof = shape({
  dossier: Id,
  code: Line,
  /** Every entry fits the one before it, and they together give the dossier's state. */
  intact: Type.Boolean(),
  faults: Type.Array(shape({ check: Line, message: Line, seq: orNull(Count) })),
  entries: Type.Array(shape({ seq: Count, at: Instant, actor: Line, kind: Line, visits: AnyJson, payloadDigest: Hash, prevHash: Hash, hash: Hash })),
  /** Place of the chain's head under the newest published checkpoint. */
  checkpoint: orNull(shape({ number: Count, at: Instant, root: Hash, size: Count, position: Count, seq: Count, hash: Hash, path: Type.Array(Hash) })),
});
export type RecordProof = Static<typeof RecordProof>;
