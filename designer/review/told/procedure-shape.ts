import { lifeEvents } from '../../../procedures/life-events.ts';
import { unitWordNames, unitWords } from '../../../procedures/parameters.ts';
import type { OwnRole } from '../../../procedures/own-role.ts';
import { roleName } from '../../../procedures/role.ts';
import type { Component, Conflict, LegalBasis, Parameter, ParameterValue, Procedure } from '../../../procedures/procedure.ts';
import { decimal, timeLimit } from '../../../ui/format.ts';
import { pick } from '../../../ui/language.ts';
import { partWord } from '../../adopt/place-word.ts';
import type { Called } from './called.ts';
import { quoted, type Parts, type Shape } from './shape.ts';
import { valuesFor } from './values.ts';

type LocalWords = { readonly vi: string; readonly en: string };

/** What every member of procedure.json is called and how it is told; the compiler asks for a new one. */
export function procedureShape(called: Called): Shape {
  const { text, language } = called;
  const { value, prose, both, code, yesNo, number, limit, day, oneOf, quoted: written, list } = valuesFor(called);
  const group = (parts: Parts): Shape => ({ is: 'group', parts });
  const name = (words: LocalWords | undefined): string => (words ? quoted(pick(words, language)) : '');
  const ofApplication = value((feel: string) => called.feel(feel, 'application'));
  const ofDossier = value((feel: string) => called.feel(feel));
  const question = value((id: string) => called.question(id));
  const decision = value((reference: string) => called.decision(reference));
  const form = value((id: string) => called.form(id));
  const sourced: Parts = { source: [text('toldSource'), prose], mark: [text('toldMark'), oneOf((mark) => text(`mark_${mark}` as 'mark_design').toLowerCase())] };
  const dated: Parts = { from: [text('toldFrom'), day], to: [text('toldUntil'), day] };
  const statement: Parts = { vi: [text('toldIn_vi'), prose], en: [text('toldIn_en'), prose], ...sourced };
  const level = oneOf((one) => text(`level_${one}` as 'level_commune'));
  const unitKind = value((kind: string) => called.unitKind(kind));
  const required = (one: Component['required']): string => (one === true ? text('toldAlways') : text('toldOnlyWhen', { when: pick(one.words, language) }));
  const usual = (one: ParameterValue): string => (typeof one === 'object' ? quoted(pick(one, language)) : typeof one === 'number' ? decimal(one, language) : text(one ? 'toldYes' : 'toldNo'));
  const reading = (one: Conflict['readings'][number]['value']): string => quoted(typeof one === 'string' ? one : pick(one, language));
  const parts = {
    format: [text('toldFormat'), code],
    key: [text('toldKey'), code],
    name: [text('about_name'), both],
    shortName: [text('about_shortName'), both],
    summary: [text('about_summary'), both],
    searchWords: [text('searchWords'), list((one: string) => quoted(one))],
    lifeEvents: [text('lifeEvents'), list((one: string) => name(lifeEvents.find(({ key }) => key === one)?.name))],
    offeredAt: [text('offeredAt'), list((one: string) => quoted(text(`offeredAt_${one}` as 'offeredAt_planning')))],
    sector: [text('about_sector'), both],
    codes: [text('toldNationalCode'), { is: 'list', id: (one: { code: string }) => one.code, item: (one: { code: string }) => quoted(one.code), of: group({ code: [text('toldNationalCode'), written], ...dated, ...sourced }) }],
    protectsApplicant: [text('protectsApplicant'), yesNo()],
    agency: [text('agency'), group({ name: [text('toldName'), both], level: [text('level'), level], place: [text('placeAsked'), question], ...sourced })],
    spot: [text('toldSpot'), group({ place: [text('toldSpotPlace'), question], kind: [text('toldSpotKind'), question] })],
    similar: [text('toldSimilar'), group({ within: [text('toldWithin'), number], pictures: [text('toldPictures'), ofDossier] })],
    answer: [text('toldAnswer'), group({ text: ['', ofDossier], pictures: [text('toldPictures'), ofDossier] })],
    offline: [text('toldOffline'), yesNo()],
    duty: [text('toldDuty'), group({ escalation: [text('toldEscalation'), list((one: string) => called.step(one), false)] })],
    links: [text('toldLinks'), { is: 'list', id: (one: { kind: string; question: string }) => `${one.kind} ${one.question}`, item: (one: { kind: string; question: string }) => `${text(`toldLink_${one.kind}` as 'toldLink_area')} (${called.question(one.question)})`, of: group({ kind: ['', code], question: ['', question] }), isSet: true }],
    subject: [text('subject'), ofApplication],
    office: [text('office'), group({ unit: ['', written] })],
    beginsIn: [text('beginsIn'), list((one: string) => called.unitKind(one))],
    legalBasis: [text('aboutLaw'), {
      is: 'list', id: (one: LegalBasis) => one.id, item: (one: LegalBasis) => text('toldLaw', { name: quoted(one.number || pick(one.title, language)) }),
      of: group({ id: [text('toldCodeOf'), code], title: [text('lawTitle'), both], number: [text('lawNumber'), written], ...dated, note: [text('toldNote'), both], ...sourced }),
    }],
    onlineLevel: [text('toldOnlineLevel'), group({ value: ['', oneOf((one) => text(`toldOnline_${one}` as 'toldOnline_full'))], ...sourced })],
    applicants: [text('applicants'), { is: 'list', id: (one: { kind: string }) => one.kind, item: (one: { name: LocalWords }) => name(one.name), of: group({ kind: ['', code], name: [text('toldName'), both] }) }],
    representative: [text('toldRepresentative'), yesNo()],
    channels: [text('channels'), list((one: string) => quoted(text(`channel_${one}` as 'channel_online')))],
    delivery: [text('deliveryWays'), { is: 'list', id: (one: { method: string }) => one.method, item: (one: { name: LocalWords }) => name(one.name), of: group({ method: ['', code], name: [text('toldName'), both], note: [text('toldNote'), both] }) }],
    components: [text('aboutPapers'), {
      is: 'list', id: (one: Component) => one.code, item: (one: Component) => text('toldPaper', { name: name(one.name) }),
      of: group({
        code: [text('toldCodeOf'), code], name: [text('paperName'), both], hint: [text('hint'), both],
        required: [text('paperRequired'), { is: 'either', say: required, of: (one) => (one === true ? value(() => text('toldAlways')) : group({ when: [text('paperCondition'), ofApplication], words: [text('paperWords'), both] })) }],
        field: [text('paperField'), question], kind: [text('paperKind'), oneOf((one) => text(`paper_${one}` as 'paper_form'))], template: [text('toldFormNumber'), written],
        originals: [text('toldOriginals'), number], copies: [text('toldCopies'), number], ...dated, ...sourced,
      }),
    }],
    timeLimit: [text('legalLimit'), { is: 'list', id: (one: TimeLimit) => one.from ?? '', item: (one: TimeLimit) => quoted(timeLimit(one.limit, language)), of: group({ limit: ['', limit], ...dated, ...sourced }) }],
    dueSoon: [text('dueSoon'), limit],
    calendar: [text('customise_calendar'), value((id: string) => called.calendar(id))],
    decisions: [text('placeDecisions'), group({ permitNeeded: [text('toldDecision_permitNeeded'), decision], competence: [text('toldDecision_competence'), decision], timeLimit: [text('toldDecision_timeLimit'), decision], fee: [text('toldDecision_fee'), decision] })],
    forms: [text('placeForms'), group({ guide: [text('toldForm_guide'), form], application: [text('toldForm_application'), form], supplement: [text('toldForm_supplement'), form] })],
    letters: [text('placeLetters'), {
      is: 'entries', item: (_key, one: { name: LocalWords }) => name(one.name),
      of: group({
        name: [text('letterName'), both], purpose: [text('letterPurpose'), value((one: string) => text(`letterPurpose_${one}` as 'letterPurpose_result').toLowerCase(), text('letterPurpose_along-the-way').toLowerCase())], form: [text('toldFormNumber'), written], ...dated,
        posted: [text('letterPosted'), group({ days: ['', number] })],
        variants: [text('toldVariants'), {
          is: 'list', id: (one: { template: string }) => one.template, item: (one: { form?: string }, nth) => (one.form === undefined ? text('toldVariant', { nth }) : quoted(one.form)),
          of: group({ template: [text('toldTemplate'), code], when: [text('variantWhen'), ofApplication], form: [text('variantForm'), written], ...dated, ...sourced }),
        }],
        ...sourced,
      }),
    }],
    notices: [text('aboutNotices'), { is: 'entries', item: (_key, one: { title: LocalWords }) => name(one.title), of: group({ title: [text('noticeTitle'), both], body: [text('noticeBody'), both] }) }],
    roles: [text('toldRoles'), { is: 'entries', item: (_key, one: OwnRole) => name(one.name), of: group({ name: [text('toldName'), both], like: [text('ownRoleLike'), oneOf((one) => quoted(pick(roleName(one), language)))] }) }],
    registers: [text('aboutRegisters'), { is: 'entries', item: (_key, one: { name: LocalWords }) => name(one.name), of: group({ name: [text('registerName'), both], symbol: [text('registerSymbol'), written], ...sourced }) }],
    consulted: [text('customise_consulted'), { is: 'list', id: (one: { key: string }) => one.key, item: (one: { name: LocalWords }) => name(one.name), of: group({ key: [text('toldCodeOf'), code], name: [text('toldName'), both], unitKind: [text('toldAnswering'), unitKind] }) }],
    outside: [text('aboutOutside'), { is: 'list', id: (one: { topic: string }) => one.topic, item: (one: { name: LocalWords }) => name(one.name), of: group({ topic: [text('toldCodeOf'), code], name: [text('outsideName'), both], ...sourced }) }],
    lookUps: [text('aboutLookUps'), {
      is: 'list', id: (one: { name: string }) => one.name, item: (one: { title: LocalWords }) => name(one.title),
      of: group({
        name: [text('lookUpName'), code], kind: [text('lookUpKind'), oneOf((one) => text(`lookUp_${one}` as 'lookUp_road'))], title: [text('lookUpTitle'), both],
        inputs: [text('lookUpInputs'), { is: 'entries', item: (one) => lookUpInput(called, one), of: ofApplication }], at: [text('lookUpAt'), question], suggests: [text('lookUpSuggests'), ofDossier],
      }),
    }],
    resources: [text('toldResources'), { is: 'list', id: (one: { file: string }) => one.file, item: (one: { name: LocalWords }) => name(one.name), of: group({ file: [text('toldFile'), code], name: [text('toldName'), both], note: [text('toldNote'), both] }) }],
    retention: [text('customise_retention'), group({ years: [text('toldYears'), number], note: [text('toldNote'), both], ...sourced })],
    sheet: [text('aboutSheet'), group({
      who: [text('sheetWho'), group(statement)], need: [text('sheetNeed'), statements(called, statement)],
      steps: [text('sheetSteps'), { is: 'list', item: (one: { name: LocalWords }) => name(one.name), of: group({ name: [text('sheetStepName'), both], text: [text('sheetStepText'), group(statement)], by: [text('sheetStepByApplicant'), value(() => text('toldYes'), text('toldNo'))], limit: [text('sheetStepLimit'), limit] }) }],
      result: [text('sheetResult'), group(statement)], after: [text('toldAfter'), group(statement)], tips: [text('sheetTips'), statements(called, statement)],
      amounts: [text('sheetAmounts'), { is: 'entries', item: (one) => quoted(one), of: group({ decision: [text('toldDecision'), code], given: [text('toldGiven'), code], value: [text('toldValueOf'), code] }) }],
    })],
    local: [text('customise_local'), group(Object.fromEntries(unitWords.map((word) => [word, [pick(unitWordNames[word], language), both]])))],
    parameters: [text('toldParameters'), {
      is: 'list', id: (one: Parameter) => one.name, item: (one: Parameter) => name(one.label),
      of: group({
        name: [text('toldCodeOf'), code], label: [text('toldName'), both], hint: [text('hint'), both], kind: [text('parameterKind'), oneOf((one) => text(`parameter_${one}` as 'parameter_text'))],
        usual: [text('parameterUsual'), { is: 'either', of: (one) => (typeof one === 'object' ? both : value(usual)), say: usual }], ...sourced,
      }),
    }],
    conflicts: [text('toldConflicts'), {
      is: 'list', id: (one: Conflict) => one.id, item: (one: Conflict) => name(one.subject),
      of: group({
        id: [text('toldCodeOf'), code], about: [text('toldConflictAbout'), oneOf((one) => text(`toldConflict_${one}` as 'toldConflict_fee'))], subject: [text('toldConflictSubject'), both],
        readings: [text('toldReadings'), { is: 'list', item: (one: Conflict['readings'][number]) => reading(one.value), of: group({ value: ['', { is: 'either', of: (one) => (typeof one === 'string' ? prose : both), say: reading }], ...sourced }) }],
        used: [text('conflictUsed'), written], when: [text('conflictWhen').replace(/:$/, ''), ofApplication], flag: [text('toldConflictFlag'), both],
      }),
    }],
    customise: [text('customiseTitle').replace(/\?$/, ''), list((one: string) => quoted(one.startsWith('/') ? partWord(one, text) : called.file(one)))],
  } as const satisfies { readonly [K in keyof Required<Procedure>]: readonly [string, Shape] };
  return group(parts);
}

type TimeLimit = Procedure['timeLimit'][number];

const statements = ({ text }: Called, of: Parts): Shape => ({ is: 'list', item: (_one, nth) => text('toldNth', { nth }), of: { is: 'group', parts: of } });

const lookUpInputs = ['sheet', 'parcels', 'address', 'latitude', 'longitude', 'road', 'from', 'to'] as const;
const lookUpInput = ({ text }: Called, name: string): string => ((lookUpInputs as readonly string[]).includes(name) ? quoted(text(`lookUpInput_${name}` as 'lookUpInput_road')) : text('toldOther'));
