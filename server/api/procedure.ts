import { Type, type Static } from 'typebox';
import type { Form as FormFile, Catalogues as CatalogueLists } from '../../forms/form.ts';
import { AnyObject, Count, Hash, Instant, Line, LocalText, Money, ProcedureKey, Role, UnitName, orNull, shape } from './shape.ts';
import { Fee } from './fee.ts';

export const ProcedureSummary = shape({
  key: ProcedureKey,
  name: LocalText,
  /** National code, e.g. "1.013225". */
  code: orNull(Line),
  summary: LocalText,
  agency: LocalText,
  field: orNull(LocalText),
  /** Statutory term, e.g. "7 working days". */
  timeLimit: orNull(Line),
  /** The usual fee in đồng; null when it depends. */
  fee: orNull(Type.Integer({ minimum: 0 })),
  onlineLevel: Type.Enum(['full', 'partial', 'proactive']),
  /** Keys of what brings people to it. */
  lifeEvents: Type.Array(Line),
  /** Other words that people look for it by. */
  searchWords: Type.Array(Type.String()),
  /** Other pages of the app that lead to it. */
  offeredAt: Type.Array(Type.Enum(['planning'])),
});
export type ProcedureSummary = Static<typeof ProcedureSummary>;

export const ProcedureList = shape({ procedures: Type.Array(ProcedureSummary) });
export type ProcedureList = Static<typeof ProcedureList>;

/** What a citizen is told, and the law that says it, where one does. */
export const Told = shape({ text: LocalText, legalBasis: orNull(LocalText) });
export type Told = Static<typeof Told>;

/** A paper of the dossier; `when` says in words when a conditional one is needed. */
export const Component = shape({
  code: Line, name: LocalText, required: Type.Boolean(), when: orNull(LocalText), hint: orNull(LocalText),
  form: orNull(LocalText), legalBasis: orNull(LocalText),
  /** Field of the application form that takes it. */
  field: orNull(Line),
});
export type Component = Static<typeof Component>;

export const SheetStep = shape({
  node: Line, name: LocalText, text: orNull(LocalText), role: Role, whose: Type.Enum(['applicant', 'unit', 'agency', 'machine']), timeLimit: orNull(Line),
});
export type SheetStep = Static<typeof SheetStep>;

export const Resource = shape({ name: Line, title: LocalText, type: Line, size: Count, url: Line });
export type Resource = Static<typeof Resource>;

/** Another procedure that goes with this one, with its own office and time. */
export const LinkedProcedure = shape({ key: ProcedureKey, name: LocalText, agency: LocalText, timeLimit: Line, result: LocalText });
export type LinkedProcedure = Static<typeof LinkedProcedure>;

const LocalWords = shape({ desk: orNull(LocalText), hours: orNull(LocalText), contact: orNull(LocalText) });

/** Everything a citizen should know before typing a word. */
export const ServiceSheet = shape({
  ...ProcedureSummary.properties,
  version: shape({ hash: Hash, number: Type.Integer({ minimum: 1 }), publishedAt: Instant }),
  audience: LocalText,
  /** What to have at hand before beginning. */
  need: Type.Array(Told),
  tips: Type.Array(Told),
  /** What to do once the result is there. */
  after: orNull(Told),
  legalBasis: Type.Array(shape({ title: LocalText, url: orNull(Line) })),
  timeLimits: Type.Array(shape({ name: LocalText, limit: Line })),
  fees: Type.Array(shape({ name: LocalText, amount: orNull(Type.Integer({ minimum: 0 })), note: orNull(LocalText) })),
  components: Type.Array(Component),
  steps: Type.Array(SheetStep),
  delivery: Type.Array(Type.Enum(['electronic', 'post', 'counter'])),
  /** What the receiver pays the post, and by which document; null where it is not sent, or nobody has said so. */
  postage: orNull(shape({ amount: Money, document: Line })),
  result: LocalText,
  resources: Type.Array(Resource),
  /** What the unit says of itself. */
  local: LocalWords,
  /** What units say of themselves otherwise. */
  localIn: Type.Array(shape({ unit: UnitName, ...LocalWords.properties })),
  /** Units that take this procedure; the citizen picks one when the place does not decide. */
  units: Type.Array(UnitName),
  forms: shape({ application: Line, guide: orNull(Line) }),
  /** May be filled in without a network and sent later. */
  offline: Type.Boolean(),
  /** Whether people apply for it; else it begins by another. */
  filed: Type.Boolean(),
  /** What may begin with it, by what its process says; and what it begins with. */
  begins: Type.Array(LinkedProcedure),
  begunBy: Type.Array(LinkedProcedure),
});
export type ServiceSheet = Static<typeof ServiceSheet>;

/** A form as its file says, of the published version or of the one asked for. */
export const FormView = shape({
  procedure: ProcedureKey,
  version: Hash,
  form: Type.Unsafe<FormFile>({ type: 'object' }),
  /** Lists that the form's fields name. */
  catalogues: Type.Unsafe<CatalogueLists>({ type: 'object' }),
  /** ES module with the form's precompiled validator; same origin, allowed by the content security policy. */
  validator: Line,
});
export type FormView = Static<typeof FormView>;

/** Without it the published version is meant. */
export const OfVersion = shape({ version: Type.Optional(Hash) });

export const GuideAnswers = shape({ answers: AnyObject });

/** Answer of the eligibility guide, with its reasons. */
export const GuideVerdict = shape({
  outcome: Line,
  /** What to do next: file the dossier, nothing to file, or find something out first. */
  next: Type.Enum(['file', 'nothing', 'find-out']),
  title: LocalText,
  explanation: LocalText,
  legalBasis: Type.Array(LocalText),
  /** The answers that led to it. */
  facts: Type.Array(shape({ field: Line, label: LocalText, value: LocalText })),
  fee: orNull(Fee),
});
export type GuideVerdict = Static<typeof GuideVerdict>;

export const UnitList = shape({ units: Type.Array(shape({ ...UnitName.properties, kind: Line, parent: orNull(Line) })) });
export type UnitList = Static<typeof UnitList>;
export const UnitFilter = shape({ kind: Type.Optional(Type.String({ maxLength: 40 })) });
