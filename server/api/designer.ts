import { Type, type Static } from 'typebox';
import type { Form as FormFile } from '../../forms/form.ts';
import { Expectation } from '../../procedures/scenario.ts';
import { AnyObject, Count, Hash, Instant, Line, LocalText, PersonName, ProcedureKey, Role, Sentence, orNull, shape } from './shape.ts';
import { FieldProblem } from './problem.ts';
import { UnitId } from './organisation.ts';

/** Path of a file inside a package: `process.bpmn`, `forms/application.json`. */
export const PackagePath = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,3}$', maxLength: 200 });

export const PackageFile = shape({ path: PackagePath, size: Count, sha256: Hash, text: Type.Boolean() });
export type PackageFile = Static<typeof PackageFile>;

export const VersionView = shape({
  hash: Hash, number: Count, publishedAt: Instant, publishedBy: orNull(PersonName), note: orNull(Line),
  current: Type.Boolean(),
  /** When it will take the place of the current one; null when it does, did, or never will. */
  from: orNull(Instant),
  /** When it began to be offered, the last time; null before that, and where it was not kept. */
  since: orNull(Instant),
  /** Dossiers that run on it now. */
  running: Count,
  /** The file in which its process stands. */
  process: PackagePath,
});
export type VersionView = Static<typeof VersionView>;

export const DraftPackage = shape({ revision: Count, base: orNull(Hash), savedAt: Instant, savedBy: orNull(PersonName), files: Type.Array(PackageFile) });
export type DraftPackage = Static<typeof DraftPackage>;

export const DesignerProcedure = shape({ key: ProcedureKey, name: LocalText, published: orNull(VersionView), /** To be offered later, the next first. */ coming: Type.Array(VersionView), draft: orNull(shape({ revision: Count, savedAt: Instant, savedBy: orNull(PersonName) })), /** Questions about which sources disagree, by the opened procedure.json. */ conflicts: Count, /** Of its dossiers. */ incidents: Count, /** Dossiers that a timer could not begin. */ unbegun: Count });
export type DesignerProcedure = Static<typeof DesignerProcedure>;
export const DesignerProcedures = shape({ procedures: Type.Array(DesignerProcedure) });
export type DesignerProcedures = Static<typeof DesignerProcedures>;

/**
 * How a draft stood when it was looked at. Numbers begin anew once it was published or thrown away, and 0 stands for what is published,
 * whichever version that is: when it was saved, or published, tells those apart. What is left out is not asked for.
 */
export const seen = { revision: Count, savedAt: Type.Optional(Instant) };
export const SeenQuery = shape({ revision: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })), savedAt: Type.Optional(Instant) });

/** An opened package: the draft if there is one, else the published files with `revision` 0; the first save makes the draft. */
export const DesignerPackage = shape({
  key: ProcedureKey, name: LocalText, draft: DraftPackage, changed: Type.Array(PackagePath), versions: Type.Array(VersionView),
  /** Roles that steps may name, and how many people hold them now. */
  /** `like`: of a role that a procedure has added, the standard role whose rights it has. */
  roles: Type.Array(shape({ role: Role, name: LocalText, like: orNull(Role), people: Count })),
  /** Kinds of unit that steps may name, each with one unit that is of it. */
  unitKinds: Type.Array(shape({ kind: UnitId, example: LocalText })),
  /** Working calendars that procedures may name. */
  calendars: Type.Array(shape({ id: Line, name: LocalText })),
  connectors: Type.Array(Line),
  /** The time by law that procedure.json names, such as "7 working days"; one working day where it names none. */
  limit: Line,
});
export type DesignerPackage = Static<typeof DesignerPackage>;

const Pixels = Type.Integer({ minimum: -100_000, maximum: 100_000 });
/** A drawing in small, without words (engine/bpmn/miniature.ts). */
const Miniature = shape({ width: Pixels, height: Pixels, shapes: Type.Array(shape({ kind: Type.Enum(['step', 'machine', 'choice', 'event', 'frame']), x: Pixels, y: Pixels, width: Pixels, height: Pixels })), ways: Type.Array(Type.Array(Pixels)) });

/** A package to begin from: a template with what only its author knows left open, or a whole procedure as an example. */
export const Template = shape({
  id: ProcedureKey, kind: Type.Enum(['template', 'example']), name: LocalText, summary: LocalText,
  /** As whoever applies is told of them. */
  steps: Type.Array(shape({ name: LocalText, byApplicant: Type.Boolean(), limit: orNull(Line) })),
  /** The time by law, such as "7 working days". */
  limit: Line,
  forms: Count, letters: Count, isStatechart: Type.Boolean(),
  /** Of templates that are drawn. */
  drawing: orNull(Miniature),
});
export type Template = Static<typeof Template>;
export const Templates = shape({ templates: Type.Array(Template) });
export type Templates = Static<typeof Templates>;


/** Descriptions of connectors that a package may begin from, and the systems outside that this installation reaches; null when it plays them all. */
export const ConnectorStock = shape({ connectors: Type.Array(shape({ name: Line, title: LocalText, system: Line, /** The file, as a package has it. */ text: Type.String() })), systems: orNull(Type.Array(Line)) });
export type ConnectorStock = Static<typeof ConnectorStock>;

/** Key of a new procedure: also its folder, and part of its addresses. */
export const NewKey = Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60 });
const fileText = Type.String({ maxLength: 2_000_000 });

/** Files drawn with other tools: a BPMN 2.0 diagram or an XState machine as JSON, with processes that it calls and DMN tables. `process`: which of several is the procedure's; `translate`: what is written for Camunda is said in our words. */
export const Elsewhere = shape({
  files: Type.Array(shape({ name: Line, text: fileText }), { minItems: 1, maxItems: 20 }),
  process: Type.Optional(Line), translate: Type.Optional(Type.Boolean()),
});
export type Elsewhere = Static<typeof Elsewhere>;

/** Begins a draft as a copy of a template or of another procedure, adopts what another procedure has published and remembers it, or takes the process from files of other tools. */
export const NewProcedure = shape({ key: NewKey, name: shape({ vi: Line, en: Line }), from: Type.Union([shape({ template: ProcedureKey }), shape({ procedure: ProcedureKey }), shape({ adopt: ProcedureKey }), shape({ elsewhere: Elsewhere })]) });
export type NewProcedure = Static<typeof NewProcedure>;
export const DraftBegun = shape({ key: ProcedureKey, revision: Count });
export type DraftBegun = Static<typeof DraftBegun>;
/** The procedure that has the key of an archive already, which may only take the place of its draft as that was seen; how its draft stands; `revision` 0: it has none. */
export const KeyTaken = shape({ key: ProcedureKey, name: LocalText, ...seen, savedBy: orNull(PersonName) });
export type KeyTaken = Static<typeof KeyTaken>;

/** The draft, or the version of that hash. */
export const ExportQuery = shape({ version: Type.Optional(Hash) });

/** Two states of a package: versions by hash; without `to` what is edited. `origin` is the procedure of `from`, where it is another one. */
export const CompareQuery = shape({ from: Hash, to: Type.Optional(Hash), origin: Type.Optional(ProcedureKey) });
/** Paths that differ, and the texts that each of the two states has. */
export const Compared = shape({ changed: Type.Array(PackagePath), from: Type.Array(PackagePath), to: Type.Array(PackagePath) });
export type Compared = Static<typeof Compared>;

/** Takes a former version as the draft; `revision` is that of the draft it replaces, 0 where there is none. */
export const Restore = shape({ ...seen, version: Hash });

/** Text of a file of the draft, or of a version. */
export const FileQuery = shape({ path: PackagePath, version: Type.Optional(Hash) });
export const TextsQuery = shape({ version: Type.Optional(Hash) });
export const PackageText = shape({ path: PackagePath, text: Type.String(), revision: Count });
export type PackageText = Static<typeof PackageText>;
/** All that is text, as of one moment. */
export const PackageTexts = shape({ revision: Count, files: Type.Array(shape({ path: PackagePath, text: Type.String() })) });
export type PackageTexts = Static<typeof PackageTexts>;

/** Saves files together. `text: null` deletes. A newer revision answers revision-conflict with `current`: DraftPackage. */
export const SavePackage = shape({
  ...seen,
  files: Type.Array(shape({ path: PackagePath, text: orNull(fileText) }), { minItems: 1, maxItems: 100 }),
});
export type SavePackage = Static<typeof SavePackage>;
export const PackageSaved = shape({ revision: Count, savedAt: Instant });
export type PackageSaved = Static<typeof PackageSaved>;

/** What `motcua check` found. `element` is a BPMN id, a field id or a decision; `file` the file of the package. */
export const Finding = shape({
  rule: Line, severity: Type.Enum(['error', 'warning', 'note']), element: Line, message: Line, messageVi: Type.Optional(Line),
  file: Type.Optional(Line), counterexample: Type.Optional(Type.Array(Line)),
});
export type Finding = Static<typeof Finding>;

/** What files of other tools would come to as a procedure. */
export const Examined = shape({
  kind: Type.Enum(['bpmn', 'statechart']),
  /** What its process is called, else its file. */
  name: Line,
  /** Something in it is written for Camunda. */
  foreign: Type.Boolean(),
  /** `becomes`: the procedure's; called: in a file of its own, for steps that call it; drawn: stays in the same drawing and runs only where a step calls it. */
  processes: Type.Array(shape({
    id: Line, name: Line, file: Line, becomes: Type.Enum(['procedure', 'called', 'drawn']), people: Count, machines: Count, choices: Count, events: Count, parts: Count,
    /** Steps that run, though the drawing does not show them. */
    undrawn: Type.Array(Line),
  })),
  /** Pools of others, of whom only messages are seen. */
  outside: Type.Array(Line),
  /** Drawings behind the first: kept, not shown. */
  furtherDrawings: Count,
  /** It came without a drawing, and was given one. */
  arranged: Type.Boolean(),
  /** As they would lie in the package. */
  files: Type.Array(shape({ path: PackagePath, text: fileText })),
  /** What elements are called. */
  names: Type.Array(shape({ id: Line, name: LocalText })),
  /** Left out, because it changes nothing here. */
  left: Type.Array(Finding),
  /** What the check of the draft would say of it. */
  findings: Type.Array(Finding),
});
export type Examined = Static<typeof Examined>;

/** Unsaved files laid over the draft; `text: null` is a file taken away. */
const Unsaved = { files: Type.Optional(Type.Array(shape({ path: PackagePath, text: orNull(fileText) }), { maxItems: 100 })) };
/** Checks the draft with unsaved files laid over it. */
export const CheckPackage = shape(Unsaved);
export const Findings = shape({ findings: Type.Array(Finding) });
export type Findings = Static<typeof Findings>;

const Coverage = shape({ covered: Count, total: Count, missing: Type.Array(Line) });
/** Why a scenario did not come out as written, and where (procedures/scenario-fault.ts). */
const ScenarioFault = shape({
  what: Type.Enum(['path', 'letters', 'states', 'status', 'due', 'verdict', 'fee', 'data', 'file', 'start', 'answer', 'deed', 'incident']), ...Sentence.properties,
  element: Type.Optional(Line), missed: Type.Optional(Line), path: Type.Optional(Line), expected: Type.Optional(Type.Unknown()), came: Type.Optional(Type.Unknown()),
});
export type ScenarioFault = Static<typeof ScenarioFault>;

/** How the scenarios went, on the calendar that the procedure names, and what they pass. `usable` is false for a package that cannot be played at all: see its check. */
export const PackageTested = shape({
  usable: Type.Boolean(),
  scenarios: Type.Array(shape({
    file: Line, name: LocalText, faults: Type.Array(ScenarioFault),
    /** Elements and flows that it passed, where it has faults. */
    passed: Type.Array(Line),
    /** What it would have to expect, where all could be done that is written and came otherwise. */
    came: orNull(Expectation),
  })),
  nodes: Coverage, flows: Coverage,
});
export type PackageTested = Static<typeof PackageTested>;

/** Live dossiers per step: of one version, or of all. */
export const CountQuery = shape({ version: Type.Optional(Hash) });
export const StepCounts = shape({ at: Instant, running: Count, counts: Type.Array(shape({ node: Line, open: Count, late: Count, incidents: Count })) });
export type StepCounts = Static<typeof StepCounts>;

/** `from`: not at once but from this instant on; it must lie ahead, by a year at most. `callOff`: versions that were to come and shall not. */
export const Publish = shape({ ...seen, note: Type.Optional(Type.String({ maxLength: 1000 })), from: Type.Optional(Instant), callOff: Type.Optional(Type.Array(Hash, { maxItems: 20 })) });

/** Tries a form that need not be saved: errors as a citizen would read them, and the answer as it would be kept. */
export const TryForm = shape({ form: Type.Unsafe<FormFile>({ type: 'object' }), data: AnyObject });
export const FormTried = shape({ usable: Type.Boolean(), problems: Type.Array(Line), errors: Type.Array(FieldProblem), warnings: Type.Array(FieldProblem), data: AnyObject });
export type FormTried = Static<typeof FormTried>;

/** Sets a letter as the draft has it, saved or not, filled with the dossier of that scenario; without one, of the first that issues it. */
export const TryLetter = shape({ ...Unsaved, scenario: Type.Optional(PackagePath) });
export const LetterTried = shape({
  /** Why it cannot be set; then there is no `pdf`. */
  problems: Type.Array(Line),
  /** FEEL that had no value and stands as dots. */
  missing: Type.Array(Line),
  /** Scenarios whose dossier it can be filled with; `issues`: they come to this letter. None when the package does not run. */
  samples: Type.Array(shape({ file: PackagePath, name: LocalText, issues: Type.Boolean() })),
  /** The one it is filled with. */
  sample: orNull(PackagePath),
  /** Base64. */
  pdf: orNull(Type.String()),
});
export type LetterTried = Static<typeof LetterTried>;
