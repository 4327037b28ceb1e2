import { Type, type Static } from 'typebox';

/**
 * `scenarios/<name>.json`: who does what when, and what must come of it. Times are UTC instants, or a limit in working
 * time counted from the step before ("+2 working days": its end, as a deadline is).
 */
const closed = { additionalProperties: false };
const When = Type.Optional(Type.String({ pattern: '^(\\+\\d.*|\\d{4}-\\d{2}-\\d{2}T.*Z)$' }));
const Answer = Type.Record(Type.String(), Type.Unknown());
const Line = Type.String({ minLength: 1, maxLength: 500 });

/** What a step can be, by the member that names it. */
export const deeds = {
  /** A person completes the open step; `by` is who, for the four-eyes rule (default: the role's only person). */
  complete: Type.Object({ at: When, complete: Line, by: Type.Optional(Line), answer: Answer }, closed),
  /** A message from outside reaches the dossier. */
  message: Type.Object({ at: When, message: Line, data: Type.Optional(Answer) }, closed),
  /** A signal reaches the dossier. */
  signal: Type.Object({ at: When, signal: Line, data: Type.Optional(Answer) }, closed),
  /** A person begins a step of an ad-hoc sub-process. */
  begin: Type.Object({ at: When, begin: Line, data: Type.Optional(Answer) }, closed),
  /** The open step fails with an error of BPMN. */
  fail: Type.Object({ at: When, fail: Line, error: Line }, closed),
  /** Nobody does anything; timers that fall due fire. */
  wait: Type.Object({ wait: Type.String({ pattern: '^(\\+\\d.*|\\d{4}-\\d{2}-\\d{2}T.*Z)$' }) }, closed),
};
const ScenarioStep = Type.Union([deeds.complete, deeds.message, deeds.signal, deeds.begin, deeds.fail, deeds.wait]);
export type ScenarioStep = Static<typeof ScenarioStep>;

export const Expectation = Type.Object(
  {
    /** Tasks and ends in the order they were entered. */
    path: Type.Array(Line, { minItems: 1 }),
    /** Names of the papers issued, in order. */
    letters: Type.Array(Line),
    /** National states in order, without repetitions. */
    states: Type.Array(Type.Integer({ minimum: 1, maximum: 10 })),
    status: Type.Enum(['active', 'completed', 'terminated', 'failed']),
    /** Local date the result was due, as things stood at the end; null when the clock never started. */
    due: Type.Union([Type.Null(), Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })]),
    /** How the clock ended: before its day, on it, or after. */
    verdict: Type.Union([Type.Null(), Type.Enum(['early', 'on_time', 'late'])]),
    /** Total fee in đồng; null when it was never asked for. */
    fee: Type.Union([Type.Null(), Type.Integer({ minimum: 0 })]),
    /** Values in the data at the end, by path. */
    data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  closed,
);

export const Scenario = Type.Object(
  {
    name: Type.Object({ vi: Line, en: Line }, closed),
    filed: Type.Object(
      {
        at: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T.*Z$' }),
        /** `office`: nobody files; whoever holds the role of the start event begins it, or facts do. */
        channel: Type.Enum(['online', 'counter', 'post', 'office']),
        /** A complete answer of the application form: `scenarios/applications/<name>.json`. */
        application: Line,
        /** The word of another dossier by which it begins, and what that says beside the application. A procedure that begins only so need not name it. */
        said: Type.Optional(Type.Object({ kind: Type.Enum(['message', 'signal']), name: Line, data: Type.Optional(Answer) }, closed)),
        /** How things stand, by which a condition begins it with these as its data; nobody applies then. */
        facts: Type.Optional(Answer),
        /** Answers that differ from it, by path; null leaves one out. */
        change: Type.Optional(Answer),
        /** What the house found when it looked something up, by name, where it is not nothing (look-ups.ts). */
        lookUps: Type.Optional(Type.Record(Type.String(), Answer)),
      },
      closed,
    ),
    /** What connectors answer, by connector, where it is not the usual. */
    connectors: Type.Optional(Type.Record(Type.String(), Answer)),
    /** Connectors that do not answer: the work that asks for them waits, also for the signature of a letter (`signature.sign`). */
    silent: Type.Optional(Type.Array(Line)),
    steps: Type.Array(ScenarioStep),
    expect: Expectation,
  },
  { ...closed, $id: 'motcua:scenario', title: 'scenarios/<name>.json of a procedure package' },
);
export type Scenario = Static<typeof Scenario>;
