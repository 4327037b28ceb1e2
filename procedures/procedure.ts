import { Type, type Static } from 'typebox';
import { lifeEvents } from './life-events.ts';
import { OwnRole, RoleCode } from './own-role.ts';

/**
 * `procedure.json`: what a procedure is in law and for a citizen. Everything here is data with a validity and a source,
 * because codes, fees, days and form numbers change while dossiers run. Dates are `YYYY-MM-DD`, both ends included.
 */
const closed = { additionalProperties: false };
const Key = Type.String({ pattern: '^[a-z][a-z0-9-]{0,60}$' });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
/** `file#decision`: a decision of `decisions/<file>.dmn`. */
const DecisionReference = Type.String({ pattern: '^[a-z][a-z0-9-]*#[A-Za-z_][A-Za-z0-9_-]*$' });
/** The id of a question of the application. */
const Question = Type.String({ pattern: '^[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*)*$' });
/** FEEL over the answers of the application form. */
const Feel = Type.String({ minLength: 1, maxLength: 2000 });
/** Working time or calendar time as `engine/calendar` reads it, e.g. "7 working days". */
export const Limit = Type.String({ pattern: '^(same day|\\d+(\\.\\d+)? (working )?(day|hour|minute|month|year)s?)$' });
const Text = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, closed);

/** How far a statement was checked: read in a text of the law or of an office, believed, or our own proposal. */
export const Mark = Type.Union([Type.Literal('verified'), Type.Literal('general-knowledge'), Type.Literal('design')]);
export type Mark = Static<typeof Mark>;

const sourced = { source: Type.String({ minLength: 1 }), mark: Mark };
const dated = { from: Type.Optional(Day), to: Type.Optional(Day) };

const TimeLimit = Type.Object({ limit: Limit, ...dated, ...sourced }, closed);

export const Code = Type.Object({ code: Type.String({ pattern: '^\\d\\.\\d{6}$' }), ...dated, ...sourced }, closed);

export const LegalBasis = Type.Object({ id: Key, title: Text, number: Type.String(), ...dated, note: Type.Optional(Text), ...sourced }, closed);
export type LegalBasis = Static<typeof LegalBasis>;

export const Component = Type.Object(
  {
    code: Type.String({ pattern: '^[A-Z][0-9]{1,2}$' }),
    name: Text,
    hint: Type.Optional(Text),
    /** `true`, or the condition under which the paper is asked for, also in words. */
    required: Type.Union([Type.Literal(true), Type.Object({ when: Feel, words: Text }, closed)]),
    /** The field of the application form that takes it; absent when the form itself is the paper. */
    field: Type.Optional(Question),
    kind: Type.Union([Type.Literal('form'), Type.Literal('original'), Type.Literal('certified-copy'), Type.Literal('plain-copy'), Type.Literal('electronic'), Type.Literal('from-database')]),
    /** Number of the official form, where there is one. */
    template: Type.Optional(Type.String()),
    originals: Type.Integer({ minimum: 0 }),
    copies: Type.Integer({ minimum: 0 }),
    ...dated,
    ...sourced,
  },
  closed,
);
export type Component = Static<typeof Component>;

/** What a letter is to whoever applied: what they came for, a paper for them along the way, or one that stays inside the office and that they are never shown. */
export const LetterPurpose = Type.Enum(['result', 'along-the-way', 'internal']);
export type LetterPurpose = Static<typeof LetterPurpose>;
/** What does not say what it is: never taken for a result. */
export const usualPurpose: LetterPurpose = 'along-the-way';

/** Another template of a letter: for dossiers of one sort (FEEL over the application), or on the days for which the law has another form. */
const LetterVariant = Type.Object({ template: Key, when: Type.Optional(Feel), form: Type.Optional(Type.String()), ...dated, ...sourced }, closed);

/** The first of `variants` that fits the dossier on the day of issue is its template, else `letters/<key>.json`, whose form has the days from which and to which it holds. `posted`: the law has it posted publicly for so many days; then everybody finds it among the postings. */
export const Letter = Type.Object({ name: Text, purpose: Type.Optional(LetterPurpose), form: Type.Optional(Type.String()), ...dated, posted: Type.Optional(Type.Object({ days: Type.Integer({ minimum: 1, maximum: 365 }) }, closed)), variants: Type.Optional(Type.Array(LetterVariant, { minItems: 1, maxItems: 20 })), ...sourced }, closed);

/** A title that says it all, and what it means for the applicant. */
export const Notice = Type.Object({ title: Text, body: Text }, closed);
export type Notice = Static<typeof Notice>;

export const DeliveryWay = Type.Object(
  { method: Type.Union([Type.Literal('electronic'), Type.Literal('post'), Type.Literal('counter')]), name: Text, note: Type.Optional(Text) },
  closed,
);

/** What a parameter's values are: a text in both languages, a number, or yes and no. */
export const ParameterKind = Type.Enum(['text', 'number', 'yesNo']);
const ParameterValue = Type.Union([Text, Type.Number(), Type.Boolean()]);
export type ParameterValue = Static<typeof ParameterValue>;

/** What units set for themselves from a day on, without a version of their own; `usual` holds where none has. */
const Parameter = Type.Object({ name: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,60}$' }), label: Text, hint: Type.Optional(Text), kind: ParameterKind, usual: ParameterValue, ...sourced }, closed);
export type Parameter = Static<typeof Parameter>;

/** What sources may disagree about: where staff are told. */
export const ConflictAbout = Type.Enum(['fee', 'limit', 'competence', 'papers', 'law']);

/** Two sources disagree: both readings are kept, one is used, and whoever decides is told. */
export const Conflict = Type.Object(
  {
    id: Key,
    /** Where in a dossier it matters; without it the law as such. */
    about: Type.Optional(ConflictAbout),
    subject: Text,
    readings: Type.Array(Type.Object({ value: Type.Union([Type.String(), Text]), ...sourced }, closed), { minItems: 2 }),
    /** The value of the reading that is followed; in Vietnamese where it is in both languages. */
    used: Type.String(),
    /** FEEL over the application: the dossiers it touches; all of them without it. */
    when: Type.Optional(Feel),
    flag: Text,
  },
  closed,
);
export type Conflict = Static<typeof Conflict>;

/** What a citizen is told, and where it stands. */
const Statement = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }), source: Type.Optional(Type.String({ minLength: 1 })), mark: Type.Optional(Mark) }, closed);

/** The service sheet: what a citizen reads before typing anything. Steps carry the names of the timeline. */
export const Sheet = Type.Object(
  {
    who: Statement,
    need: Type.Array(Statement, { minItems: 1 }),
    /** `by` names the applicant where the step is theirs; the office does the others. */
    steps: Type.Array(Type.Object({ name: Text, text: Statement, by: Type.Optional(Type.Literal('applicant')), limit: Type.Optional(Limit) }, closed), { minItems: 1 }),
    result: Statement,
    after: Type.Optional(Statement),
    tips: Type.Optional(Type.Array(Statement)),
    /** Amounts that its sentences name in braces, as a table of the package gives them today: `{ "copy": { "decision": "fee#rate", "given": { "copies": 1 }, "value": "unitPrice" } }` for `{copy}`. */
    amounts: Type.Optional(Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,40}$' }), Type.Object({ decision: DecisionReference, given: Type.Record(Type.String(), Type.Unknown()), value: Type.String({ pattern: '^[A-Za-z][A-Za-z0-9.]{0,80}$' }) }, closed))),
  },
  closed,
);

/** The shape of `procedure.json`; a TypeBox schema is its JSON Schema (2020-12) too, for validators and editors. */
export const Procedure = Type.Object(
  {
    format: Type.Literal(1),
    key: Key,
    name: Text,
    /** A few everyday words, for lists and search. */
    shortName: Text,
    summary: Text,
    searchWords: Type.Array(Type.String()),
    /** What brings people to it, by the keys of `life-events.json`: where the catalogue shows it. */
    lifeEvents: Type.Optional(Type.Array(Type.Enum(lifeEvents.map(({ key }) => key)), { uniqueItems: true })),
    /** Other pages of the citizen's app that lead to this procedure: `planning` is the look-up of planning. */
    offeredAt: Type.Optional(Type.Array(Type.Enum(['planning']), { uniqueItems: true })),
    sector: Text,
    /** None for a service that is no administrative procedure. */
    codes: Type.Array(Code),
    /** Who files is not written down in the dossier: no list, paper or search of the office has their name, and they alone see that it is theirs. */
    protectsApplicant: Type.Optional(Type.Boolean()),
    /** `place`: the question of the application that says where, an address or a commune; its unit has the dossier where the rule of competence answers `commune`. Without it `site.address`. */
    agency: Type.Object({ name: Text, level: Type.Union([Type.Literal('commune'), Type.Literal('province'), Type.Literal('centre')]), place: Type.Optional(Question), ...sourced }, closed),
    /** Where its dossiers lie on the map: a question for a place (`motcua:place`) or an address (`motcua:address`), and the one whose answer is the kind of matter. */
    spot: Type.Optional(Type.Object({ place: Question, kind: Type.Optional(Question) }, closed)),
    /** Whoever applies is shown what is open of the same kind within so many metres of the spot, and may follow it instead; `pictures`: the photos that they see of it, in copies without what the camera wrote: FEEL over its data. */
    similar: Type.Optional(Type.Object({ within: Type.Integer({ minimum: 5, maximum: 5000 }), pictures: Type.Optional(Feel) }, closed)),
    /** What the applicant, and whoever follows, reads at the end: FEEL over the dossier's data, nothing while it is null. */
    answer: Type.Optional(Type.Object({ text: Feel, pictures: Type.Optional(Feel) }, closed)),
    /** May be filled in without a network: it is kept on the device, and sent once there is one again. */
    offline: Type.Optional(Type.Boolean()),
    /** Its open dossiers stand on the duty list of the desk; `escalation` names the steps by which others are called in, in that order. */
    duty: Type.Optional(Type.Object({ escalation: Type.Array(Type.String({ pattern: '^[A-Za-z_][A-Za-z0-9_.-]{0,100}$' }), { maxItems: 10, uniqueItems: true }) }, closed)),
    /** Questions whose answer names what a dossier is about: an area by the list `areas`, a household or another dossier by its code. Of dossiers that people begin by hand. */
    links: Type.Optional(Type.Array(Type.Object({ kind: Type.Enum(['area', 'household', 'dossier']), question: Question }, closed), { maxItems: 10 })),
    /** What tells a dossier from others of its kind in lists: FEEL over the application. Without it the house number and street of the place. */
    subject: Type.Optional(Feel),
    /** Whose dossiers begin without an application, by a timer or a message from outside: the code of a unit, as it stands in dossier codes. Where people begin them by hand it is the only unit in which they may; without it any unit in which they hold the role. */
    office: Type.Optional(Type.Object({ unit: Type.String({ pattern: '^[A-Z0-9]+(\\.[A-Z0-9]+)*$', maxLength: 40 }) }, closed)),
    /** Where people of the office begin dossiers by hand: the kinds of units in which they may. Without it in every unit where they hold the role. */
    beginsIn: Type.Optional(Type.Array(Key, { minItems: 1, uniqueItems: true })),
    legalBasis: Type.Array(LegalBasis, { minItems: 1 }),
    onlineLevel: Type.Object({ value: Type.Union([Type.Literal('full'), Type.Literal('partial'), Type.Literal('proactive')]), ...sourced }, closed),
    applicants: Type.Array(
      Type.Object({ kind: Type.Union([Type.Literal('individual'), Type.Literal('household'), Type.Literal('organisation'), Type.Literal('office')]), name: Text }, closed),
      { minItems: 1 },
    ),
    /** Another person may file with a written authorisation. */
    representative: Type.Boolean(),
    /** `office`, alone: nobody files; people of the office with the role of the start event begin its dossiers at the desk. */
    channels: Type.Array(Type.Union([Type.Literal('online'), Type.Literal('counter'), Type.Literal('post'), Type.Literal('office')]), { minItems: 1 }),
    delivery: Type.Array(DeliveryWay, { minItems: 1 }),
    components: Type.Array(Component, { minItems: 1 }),
    /** The longest the law allows for the usual case, one after another in time: a dossier has the one of the day of its filing. `decisions.timeLimit` gives it per dossier. */
    timeLimit: Type.Array(TimeLimit, { minItems: 1, maxItems: 20 }),
    /** Days left at which a dossier counts as due soon. */
    dueSoon: Limit,
    /** Id of the working calendar (a unit may use its own). */
    calendar: Key,
    decisions: Type.Object({ permitNeeded: Type.Optional(DecisionReference), competence: DecisionReference, timeLimit: DecisionReference, fee: DecisionReference }, closed),
    /** Form ids: files `forms/<id>.json`. Step forms stand in the process. */
    forms: Type.Object({ guide: Type.Optional(Key), application: Key, supplement: Type.Optional(Key) }, closed),
    /** By letter key: the folder or files of that name in `letters/`. */
    letters: Type.Record(Key, Letter),
    /** What the applicant is told, by name: steps that notify name theirs; the names of news.ts replace what is said by itself. `{due}` stands for a fact. */
    notices: Type.Optional(Type.Record(Key, Notice)),
    /** Registers that number papers, by name; a number is `{next}/{symbol}`, with a zero before one under ten. */
    registers: Type.Record(Key, Type.Object({ name: Text, symbol: Type.String(), ...sourced }, closed)),
    /** Roles that its steps name besides the standard ones, by code (own-role.ts). */
    roles: Type.Optional(Type.Record(RoleCode, OwnRole)),
    /** Agencies that may be consulted: the value in the assignment, and the kind of unit that answers. */
    consulted: Type.Array(Type.Object({ key: Key, name: Text, unitKind: Key }, closed)),
    /** Work that programs outside do: the topic that a service task names as its connector, and what it is to people (docs/outside-work.md). */
    outside: Type.Optional(Type.Array(Type.Object({ topic: Type.String({ pattern: '^[a-z][a-z0-9.-]{0,99}$' }), name: Text, ...sourced }, closed))),
    /**
     * What the house looks up when an application is checked and filed, asked with FEEL over its answers; the answer stands as `lookUps.<name>` in the data (look-ups.ts).
     * `at`: the question at which whoever fills it in is shown what was found; `suggests`: the answer to it that this means, FEEL over `lookUps` and `application`, null where it means none.
     */
    lookUps: Type.Optional(Type.Array(Type.Object({ name: Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,60}$' }), kind: Type.Enum(['planning', 'road']), title: Text, inputs: Type.Record(Type.String(), Feel), at: Type.Optional(Question), suggests: Type.Optional(Feel) }, closed), { maxItems: 10 })),
    resources: Type.Array(Type.Object({ file: Type.String(), name: Text, note: Type.Optional(Text) }, closed)),
    retention: Type.Object({ years: Type.Integer({ minimum: 1 }), note: Text, ...sourced }, closed),
    sheet: Sheet,
    /** What the unit says of itself, on the sheet and on papers (`procedure.hours` …): where to come, when, whom to ask, and a line of its own under receipts. A shipped package leaves it to whoever adopts it. */
    local: Type.Optional(Type.Object({ desk: Type.Optional(Text), hours: Type.Optional(Text), contact: Type.Optional(Text), line: Type.Optional(Text) }, closed)),
    /** Declared besides `local`: tables and letters read them as `local.<name>`, as they were for the dossier's unit when it was filed. */
    parameters: Type.Optional(Type.Array(Parameter, { maxItems: 50 })),
    conflicts: Type.Array(Conflict),
    /** What a unit that adopts the procedure may change and keeps when it takes an update: files of the package, and places in this file as JSON Pointers (RFC 6901), such as `/agency/name`. */
    customise: Type.Optional(Type.Array(Type.String({ pattern: '^(/.+|[A-Za-z0-9][A-Za-z0-9._/-]*)$', maxLength: 200 }), { maxItems: 100 })),
  },
  { ...closed, $id: 'motcua:procedure', title: 'procedure.json of a procedure package' },
);
export type Procedure = Static<typeof Procedure>;
