import type { Definition, Node } from '../../../engine/definition.ts';
import { placeOf, placeWords } from '../../../engine/element-words.ts';
import { resultName } from '../../../engine/result-name.ts';
import { stepUnit } from '../../../engine/step-unit.ts';
import { answerKind } from '../../../forms/answer-kind.ts';
import { expand } from '../../../forms/expand.ts';
import { feelName } from '../../../forms/field-path.ts';
import type { Form } from '../../../forms/form.ts';
import { letterNames, type LetterName } from '../../../procedures/letters/names.ts';
import { segmentsOf } from '../../../procedures/letters/placeholder.ts';
import { letterOf } from '../../../procedures/letters/variant.ts';
import { bpmnFile, statechartFile } from '../../../procedures/process-path.ts';
import { askedDecisions } from '../../../procedures/asked-decisions.ts';
import type { Procedure } from '../../../procedures/procedure.ts';
import type { DesignerPackage } from '../../../server/api/designer.ts';
import { pick } from '../../../ui/language.ts';
import type { Named } from '../../conditions/named.ts';
import { columnLabels, lawLabels } from '../../decisions/column-labels.ts';
import { outputWord } from '../../decisions/reading-words.ts';
import { tableAnswers } from '../../decisions/table-answers.ts';
import { readTables, type DecisionView } from '../../decisions/table-file.ts';
import { writingWord } from '../../letters/writing-word.ts';
import { namedFrom } from '../../letters/named-from.ts';
import { formsIn } from '../../package/forms-in.ts';
import { namedIn } from '../../package/named-in.ts';
import { countedAs } from '../../process/bpmn/counts.ts';
import { readDefinition } from '../read-definition.ts';
import { feelWords, isReadable } from './feel-words.ts';
import { quoted, type Telling } from './shape.ts';

/** What of the installation a package names. */
export type Around = Pick<DesignerPackage, 'roles' | 'unitKinds' | 'calendars'>;

/** What is known of one version of a package. */
export interface Known {
  readonly procedure: Procedure | undefined;
  readonly forms: ReadonlyMap<string, Form>;
  readonly definition: Definition | undefined;
  /** Processes of files of their own that it calls. */
  readonly beside: readonly Definition[];
  /** Decisions as steps ask them: `fee#feeLines`. */
  readonly decisions: ReadonlyMap<string, DecisionView>;
  /** What decision files call what they are handed: by file, by name. */
  readonly handed: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Connectors that the package describes, by name: what they are called and what they take. */
  readonly connectors: ReadonlyMap<string, { readonly title: string; readonly inputs: ReadonlyMap<string, string> }>;
}

/** Files whose names others are told by. */
export const isNaming = (path: string): boolean => path === 'procedure.json' || path === bpmnFile || path === statechartFile || /^(forms|connectors)\/[^/]+\.json$|^decisions\/[^/]+\.dmn$|^processes\/[^/]+\.bpmn$/.test(path);

/** Files of processes that a package calls within itself. */
export const isBeside = (path: string): boolean => /^processes\/[^/]+\.bpmn$/.test(path);
/** All processes of a package. */
const processesOf = ({ definition, beside }: Known): readonly Definition[] => [...(definition ? [definition] : []), ...beside];

/** `definitionOf` reads a process whose details may still be open. */
export async function readKnown(texts: ReadonlyMap<string, string>, { language }: Telling, definitionOf: (path: string, text: string) => Promise<Definition | undefined> = (path, text) => readDefinition(path, text, { sketch: true })): Promise<Known> {
  const { procedure, forms } = formsIn(texts);
  const process = [bpmnFile, statechartFile].find((path) => texts.has(path));
  const definition = process === undefined ? undefined : await definitionOf(process, texts.get(process)!);
  const besides = await Promise.all([...texts].filter(([path]) => isBeside(path)).map(([path, text]) => definitionOf(path, text)));
  const decisions = new Map<string, DecisionView>();
  const handed = new Map<string, ReadonlyMap<string, string>>();
  const connectors = new Map<string, { readonly title: string; readonly inputs: ReadonlyMap<string, string> }>();
  for (const [path, written] of texts) {
    const [, folder, file = ''] = /^(decisions|connectors)\/([^/]+)\.(?:dmn|json)$/.exec(path) ?? [];
    if (folder === 'decisions') {
      const reading = await readTables(written, language);
      if ('fault' in reading) continue;
      for (const view of reading.decisions) decisions.set(`${file}#${view.id}`, view);
      handed.set(file, reading.asks);
    }
    if (folder === 'connectors') connectors.set(file, connectorIn(written, language));
  }
  return { procedure, forms, definition, beside: besides.filter((one) => one !== undefined), decisions, handed, connectors };
}

function connectorIn(written: string, language: Telling['language']): { readonly title: string; readonly inputs: ReadonlyMap<string, string> } {
  try {
    const { title, inputs } = JSON.parse(written) as { readonly title?: { readonly vi: string; readonly en: string }; readonly inputs?: { readonly properties?: Readonly<Record<string, { readonly title?: string }>> } };
    return { title: title ? pick(title, language) : '', inputs: new Map(Object.entries(inputs?.properties ?? {}).flatMap(([name, { title: called }]) => (called === undefined ? [] : [[name, called] as const]))) };
  } catch {
    return { title: '', inputs: new Map() };
  }
}

/** What all that a package names is called, in the reader's language and quoted where it is a name; of two versions, as the later calls it. */
export type Called = ReturnType<typeof calledIn>;

export function calledIn(before: Known, after: Known, around: Around, telling: Telling) {
  const { text, language } = telling;
  const both = [after, before];
  const first = <T>(find: (known: Known) => T | undefined): T | undefined => find(after) ?? find(before);
  const name = (found: { readonly vi: string; readonly en?: string | undefined } | string | undefined, otherwise: string): string => (found === undefined || pick(found, language) === '' ? otherwise : quoted(pick(found, language)));
  const nodeOf = (id: string) => first((known) => processesOf(known).flatMap((definition) => (definition.nodes[id] ? [[definition, definition.nodes[id]] as const] : []))[0]);
  const step = (id: string): string => {
    const found = nodeOf(id);
    return found ? quoted(placeWords(placeOf(found[0], found[1], language), language)) : text('toldNoStep');
  };
  const application = (known: Known) => known.forms.get(known.procedure?.forms.application ?? '');
  const asked = (form: Form | undefined, root: string): readonly Named[] =>
    (form ? [...expand(form).fields.values()].map((field) => ({ name: `${root}${feelName(field.id)}`, label: field.ui.label, kind: field.id.includes('[]') ? 'other' as const : answerKind(field), ...(field.ui.options && { options: field.ui.options }) })) : []).filter(({ label: { vi }, name: code }) => vi !== code);
  const ofApplication = distinct(both.flatMap((known) => asked(application(known), '')));
  const house = namedFrom(letterNames({ applicationForm: '', forms: new Map(), definition: undefined }, ''));
  const counted = countedAs(['numberOfInstances', 'numberOfActiveInstances', 'numberOfCompletedInstances', 'numberOfTerminatedInstances', 'loopCounter', 'activationCount']);
  const ofDossier = distinct(both.flatMap((known) => [
    ...asked(application(known), 'application.'), ...both.flatMap(processesOf).flatMap(({ nodes }) => Object.values(nodes)).flatMap((node) => kept(node, known)),
    ...(known.procedure?.lookUps ?? []).map((found): Named => ({ name: `lookUps.${found.name}`, label: found.title, kind: 'other' })),
    ...(known.procedure?.parameters ?? []).map(({ name: code, label, kind }): Named => ({ name: `local.${code}`, label, kind })),
    { name: 'filing.day', label: { vi: 'ngày nộp hồ sơ', en: 'the day of filing' }, kind: 'date' as const },
    ...house, ...counted, { name: 'application', label: { vi: 'đơn', en: 'the application' }, kind: 'other' as const }, { name: 'filing.channel', label: { vi: 'cách nộp', en: 'how it was filed' }, kind: 'choice' as const, options: channels.map((value) => ({ value, label: { vi: text(`channel_${value}`), en: text(`channel_${value}`) } })) },
  ]));
  function kept(node: Node, known: Known): readonly Named[] {
    const label = { vi: node.name ?? placeOfNode(node, 'vi'), en: node.step.nameEn ?? placeOfNode(node, 'en') };
    const view = known.decisions.get(node.step.decision ?? '');
    const by = (code: string | undefined, vi: string, en: string): readonly Named[] => (code === undefined ? [] : [{ name: code, label: { vi: `${vi} “${label.vi}”`, en: `${en} “${label.en}”` }, kind: 'other' }]);
    return [
      ...asked(known.forms.get(node.step.form ?? ''), `${resultName(node)}.`),
      ...(view?.kind === 'table' ? tableAnswers(view, resultName(node), label).flatMap(named) : []),
      ...by(node.step.performer, 'người đã làm', 'who did'), ...by(node.step.initiator, 'người đã mở ở', 'who began at'),
      ...by(resultName(node), 'kết quả của', 'the result of'),
    ];
  }
  /** What has no label but its code is called by the word that every procedure has for it, if there is one. */
  function named(answer: Named): readonly Named[] {
    const code = answer.label.vi;
    const word = outputWord(text, code);
    return isReadable(code) ? [answer] : word === code ? [] : [{ ...answer, label: { vi: word, en: word } }];
  }
  function placeOfNode(node: Node, of: 'vi' | 'en'): string {
    const found = nodeOf(node.id);
    return found ? placeWords(placeOf(found[0], found[1], of), of) : '';
  }
  let letterKnown: readonly LetterName[] | undefined;
  const ofLetters = (): readonly LetterName[] => (letterKnown ??= both.flatMap((known) => Object.keys(known.procedure?.letters ?? { '': '' }).flatMap((key) => letterNames({ applicationForm: known.procedure?.forms.application ?? '', forms: known.forms, definition: known.definition, parameters: known.procedure?.parameters }, key))));
  const unitKind = (kind: string): string => {
    const found = around.unitKinds.find((one) => one.kind === kind);
    return found ? text('toldUnitLike', { example: quoted(pick(found.example, language)) }) : text('toldUnitKindNone');
  };
  const feel = (written: unknown, over: 'application' | 'dossier' = 'dossier'): string => feelWords(String(written), over === 'application' ? ofApplication : ofDossier, telling);
  const literal = (written: string): string | undefined => /^=?\s*"([^"\\]*)"$/.exec(written.trim())?.[1];
  const letter = (key: string) => name(first(({ procedure }) => procedure?.letters[letterOf(procedure, key)]?.name), text('toldNoLetter'));
  const register = (key: string) => name(first(({ procedure }) => procedure?.registers[key]?.name), text('toldNoRegister'));
  const notice = (key: string) => name(first(({ procedure }) => procedure?.notices?.[key]?.title), text('toldNoNotice'));
  const form = (id: string) => name(first(({ forms }) => forms.get(id)?.title), text('toldNoForm'));
  const applicationForm = first(({ procedure }) => procedure?.forms.application);
  return {
    ...telling, step, letter, register, notice, form, unitKind, feel, applicationForm,
    named: { application: ofApplication, dossier: ofDossier },
    formOf: (id: string) => first(({ forms }) => forms.get(id)),
    /** The form that a step asks. */
    formOfStep: (id: string): string | undefined => nodeOf(id)?.[1].step.form,
    /** What a question to an outside register is called. */
    lookUp: (code: string): string => name(first(({ procedure }) => procedure?.lookUps?.find((one) => one.name === code)?.title), text('toldDatum')),
    /** What the columns of a decision file stand for: what their codes mean, and what is called by which name in its formulas. */
    columns: (file: string) => {
      const laws = new Map([...lawLabels(before.procedure, text), ...lawLabels(after.procedure, text)]);
      const handed = new Map(both.toReversed().flatMap(processesOf).flatMap(askedDecisions).flatMap(({ decision, inputs }) => (decision.startsWith(`${file}#`) ? Object.entries(inputs ?? {}) : [])).map(([own, feel]) => [own, feel.replace(/^=/, '').trim()] as const));
      const optionsOf = (own: string) => {
        const asked = handed.get(own) ?? own;
        return [...ofDossier, ...ofApplication].find((one) => one.name === asked)?.options;
      };
      const inputs = both.flatMap((known) => [...(known.handed.get(file) ?? [])]).map(([own, label]): Named => ({ name: own, label: { vi: label, en: label }, kind: 'other', ...((options) => options && { options })(optionsOf(own)) }));
      const decided = both.flatMap((known) => [...known.decisions]).flatMap(([reference, { title }]): readonly Named[] => (reference.startsWith(`${file}#`) ? [{ name: reference.slice(file.length + 1), label: { vi: title, en: title }, kind: 'other' }] : []));
      const kinds = new Map(around.unitKinds.map(({ kind }) => [kind, unitKind(kind).replaceAll(/[“”]/g, '')]));
      return { laws, labels: (own: string, values: string) => (own === 'unitKind' ? kinds : columnLabels(own, values, optionsOf(own), { laws, text, language })), named: distinct([...inputs, ...decided]).filter(({ label: { vi } }) => vi !== '') };
    },
    /** What a reference within decision files leads to: `#feeLines`, or of another file by its address. */
    decisionPart: (href: string): string => {
      const id = href.slice(href.lastIndexOf('#') + 1);
      const asked = first(({ handed }) => [...handed.values()].map((names) => names.get(id)).find((label) => label));
      return name(first(({ decisions }) => [...decisions].find(([reference]) => reference.endsWith(`#${id}`))?.[1].title), asked ? quoted(asked) : text('dmnElsewhere'));
    },
    decision: (reference: string) => name(first(({ decisions }) => decisions.get(reference)?.title), text('toldNoTable')),
    question: (id: string) => name(ofApplication.find((one) => one.name === feelName(id))?.label, text('toldNoQuestion')),
    role: (code: string) => name(around.roles.find(({ role }) => role === code)?.name, text('toldNoRole')),
    calendar: (id: string) => name(around.calendars.find((one) => one.id === id)?.name, text('toldCalendarOther')),
    /** Whose people: as `motcua:unit` says it. */
    unit: (said: string): string => {
      const unit = stepUnit(said);
      if (unit === 'competent' || unit === 'receiving') return text(unit === 'competent' ? 'unitCompetent' : 'unitReceiving').toLowerCase();
      return 'kind' in unit ? text('toldUnitNearest', { kind: unitKind(unit.kind) }) : text('toldUnitBy', { feel: feel(unit.expression) });
    },
    connector: (code: string): string => {
      if ((houseConnectors as readonly string[]).includes(code)) return quoted(text(`connector_${code.replace('.', '_')}` as 'connector_notify'));
      return name(first(({ connectors }) => connectors.get(code)?.title), name(first(({ procedure }) => procedure?.outside?.find(({ topic }) => topic === code)?.name), text('toldNoConnector')));
    },
    /** A process that a step calls: one of this file, else another procedure, by its name where it is known. */
    process: (id: string): string => name(first((known) => known.definition?.processes?.[id]?.name ?? known.beside.find((one) => one.id === id)?.name), text('toldProcessOther')),
    /** What an input of a step is called, by what it is handed to; blank where nobody calls it anything. */
    input: (at: string, code: string): string => {
      const { connector, decision } = nodeOf(at)?.[1].step ?? {};
      const usual = (inputWords as readonly string[]).includes(code) ? text(`toldInput_${code}` as 'toldInput_letter') : undefined;
      const asks = first(({ handed }) => handed.get(decision?.split('#')[0] ?? '')?.get(code));
      const described = first(({ connectors }) => connectors.get(connector ?? '')?.inputs.get(code));
      return asks || described || usual || '';
    },
    /** What an input holds: a letter, a register or a notice by its name, else FEEL. */
    given: (code: string, written: string): string => {
      const key = literal(written);
      if (key === undefined) return feel(written);
      if (code === 'letter') return letter(key);
      if (code === 'register') return register(key);
      if (code === 'notice' || code === 'event') return notice(key);
      return /^[a-z][a-z0-9-]*$/i.test(key) ? text('toldCodeHeld') : quoted(key);
    },
    /** The file of a package by what it is called, without reading it again. */
    file: (path: string): string => {
      const [, folder = '', file = ''] = /^([^/]+)\/(.+?)(?:\.\w+)?$/.exec(path) ?? [];
      if (folder === 'forms') return text('toldFile_form', { name: form(file) });
      if (folder === 'letters') return text('toldFile_letter', { name: letter(file) });
      if (folder === 'decisions') return text('toldFile_decision', { name: name(first(({ decisions }) => [...decisions].find(([reference]) => reference.startsWith(`${file}#`))?.[1].title), text('toldNoTable')) });
      if (folder === 'connectors') return text('toldFile_connector', { name: name(first(({ connectors }) => connectors.get(file)?.title), text('toldNoConnector')) });
      if (path === bpmnFile || path === statechartFile) return text('toldFile_process');
      return text('toldFile_other');
    },
    /** A text of a letter with the names of what is put in, as its editor shows it. */
    shown: (written: string): string => segmentsOf(written).map((segment) => {
      if (typeof segment === 'string') return segment;
      const found = ofLetters().find(({ feel: own }) => own === segment.feel);
      return `«${found && !segment.feel.endsWith(found.label.vi) ? found.label[language] : feelWords(segment.feel, ofDossier, telling).replace(/^“([^“”]*)”$/, '$1')}${segment.writing === (found?.writing ?? 'plain') ? '' : ` · ${writingWord(text)(segment.writing)}`}»`;
    }).join(''),
    /** FEEL over the context of a letter. */
    feelOfLetter: (written: string): string => feelWords(written, distinct([...namedFrom(ofLetters()), ...ofDossier]), telling),
    titleOf: (written: string): string => name(namedIn(written), text('untitled')),
  };
}

const channels = ['online', 'counter', 'post', 'office'] as const;
const houseConnectors = ['letter.issue', 'register.number', 'fee.request', 'notify', 'publish', 'follow'] as const;
const inputWords = ['letter', 'register', 'notice', 'event', 'act', 'reason', 'basis', 'items', 'number', 'cause', 'stage', 'stamp', 'question', 'agencies', 'newDue', 'originalDue', 'amount', 'to'] as const;

/** The first of each name counts. */
const distinct = (named: readonly Named[]): readonly Named[] => [...new Map(named.toReversed().map((one) => [one.name, one])).values()].toReversed();
