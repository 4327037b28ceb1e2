import { readAnswer, readTest, type ColumnSense } from '../../decisions/cell-reading.ts';
import { moneyNames } from '../../decisions/column-labels.ts';
import { outputWord, readingWords } from '../../decisions/reading-words.ts';
import type { Called } from './called.ts';
import { knownBy, sides } from './decision-align.ts';
import type { Plain, PlainGroup } from './decision-plain.ts';
import { feelWords, isCode, isReadable } from './feel-words.ts';
import { quoted, type Parts, type Shape } from './shape.ts';
import { valuesFor } from './values.ts';

const group = (parts: Parts): Shape => ({ is: 'group', parts });
type Words = PlainGroup & { readonly name?: string; readonly description?: string; readonly label?: string };

/** How a decision file is told, with all its boxed logic; members are those of DMN 1.5, as decision-plain.ts has them. `file` is its name in the package. */
export function decisionShape(called: Called, file: string): Shape {
  const { text, language } = called;
  const { value, prose, code, quoted: written } = valuesFor(called);
  const { labels, named, laws } = called.columns(file);
  const english = 'motcua:nameEn';
  const feel = value((one: string) => feelWords(one, named, called));
  const tests = value((one: string) => feelWords(one, named, called, 'tests'));
  /** What people call it, in the reader's language; blank where it has a name for formulas alone. */
  const title = (one: Plain): string => {
    const { description = '', label = '', name = '', [english]: en = '' } = (typeof one === 'string' ? {} : one) as Words;
    const said = (language === 'en' && String(en)) || description || label || (isReadable(name) ? name : '');
    return said === '' ? '' : quoted(said);
  };
  const item = (otherwise: 'dmnEntry' | 'dmnColumn' = 'dmnEntry') => (one: Plain, nth: number): string => title(one) || text(otherwise, { nth });
  const formulaName = [text('dmnFormulaName'), value((one: string) => (isReadable(one) ? quoted(one) : text('toldCodeHeld')))] as const;
  const type = value((one: string) => (isTypeWord(one) ? text(`dmnType_${one.replaceAll(' ', '_')}` as 'dmnType_string') : isReadable(one) ? quoted(one) : text('toldCodeHeld')));
  const typeRef: Parts = { typeRef: [text('dmnType'), type] };
  const element: Parts = { id: ['', code], name: formulaName, label: [text('dmnNameVi'), prose], description: [text('dmnNameVi'), prose], [english]: [text('dmnNameEn'), prose] };
  const language_: Parts = { expressionLanguage: [text('dmnLanguage'), written] };
  const list = (of: Shape, said: (one: Plain, nth: number) => string = item()): Shape => ({ is: 'list', id: knownBy, item: said as (one: never, nth: number) => string, of, isSet: true });
  const ordered = (of: Shape, said: (one: Plain, nth: number) => string): Shape => ({ is: 'list', id: knownBy, item: said as (one: never, nth: number) => string, of });
  const variable = group({ ...element, ...typeRef });
  const references = list(code, (one) => called.decisionPart(String(one)));
  const reference = value((one: Plain) => called.decisionPart(typeof one === 'string' ? one : ''));
  const needed: Parts = { requiredInput: ['', reference], requiredDecision: ['', reference], requiredKnowledge: ['', reference], requiredAuthority: ['', reference] };
  const needs: Shape = { is: 'list', id: (one: PlainGroup) => JSON.stringify(one), item: (one: PlainGroup) => Object.values(one).map((to) => called.decisionPart(String(to))).join(', '), of: group(needed), isSet: true };
  /** Logic within logic. */
  const inner: Shape = {
    is: 'either', kind: ({ boxed }: PlainGroup) => String(boxed), say: (one: PlainGroup) => text(`dmnLogic_${String(one['boxed'])}` as 'dmnLogic_context', { feel: typeof one['text'] === 'string' ? feelWords(one['text'], named, called) : '' }),
    of: (one) => group({ boxed: ['', code], ...element, ...typeRef, ...logicParts(one as PlainGroup) }),
  };
  const logic: Parts = { logic: ['', inner] };
  const held = group(logic);
  function logicParts(one: PlainGroup): Parts {
    const elements: Parts = { elements: ['', { is: 'list', id: () => '', item: (_, nth) => text('dmnEntry', { nth }), of: inner }] };
    switch (one['boxed']) {
      case 'literalExpression': return { text: [text('dmnFormula'), feel], importedValues: [text('dmnFormula'), code], ...language_ };
      case 'decisionTable': return tableParts(one);
      case 'context': return { contextEntry: ['', ordered(group({ variable: [text('dmnVariable'), variable], ...logic }), (entry, nth) => title((entry as PlainGroup)['variable'] ?? '') || text('dmnEntry', { nth }))] };
      case 'invocation': return { logic: [text('dmnCalls'), inner], binding: ['', ordered(group({ parameter: [text('dmnParameter'), variable], ...logic }), (binding, nth) => title((binding as PlainGroup)['parameter'] ?? '') || text('dmnEntry', { nth }))] };
      case 'functionDefinition': return functionParts;
      case 'relation': return { column: ['', ordered(variable, item('dmnColumn'))], row: ['', { is: 'list', item: (_, nth) => text('dmnRow', { nth }), of: group(elements) }] };
      case 'list': return elements;
      case 'conditional': return Object.fromEntries([['if', 'dmnIf'], ['then', 'dmnThen'], ['else', 'dmnElse']].map(([way, word]) => [way, [text(word as 'dmnIf'), held] as const]));
      case 'filter': return { in: [text('dmnOver'), held], match: [text('dmnMatch'), held] };
      default: return { iteratorVariable: [text('dmnIterator'), value((name: string) => (isReadable(name) ? quoted(name) : text('toldCodeHeld')))], variable: [text('dmnIterator'), variable], in: [text('dmnOver'), held], return: [text('dmnReturn'), held], satisfies: [text('dmnMatch'), held] };
    }
  }
  const functionParts: Parts = { kind: [text('dmnFunctionKind'), code], formalParameter: [text('dmnParameters'), ordered(variable, item())], ...logic };

  /** A note names a law by what it is called within the package, and how far it was checked by a word of the house. */
  const noteWords = (note: string): string => {
    const mark = marks.find((one) => one === note);
    return mark ? quoted(text(`mark_${mark}`).toLowerCase()) : isCode(note) && !laws.has(note) ? text('toldCodeHeld') : quoted(laws.get(note) ?? note);
  };
  function tableParts(table: PlainGroup): Parts {
    const columns = sides.flatMap((side) => ((table[side] ?? []) as readonly PlainGroup[]).map((column) => ({ side, column, sense: senseOf(column) })));
    const columnName = (column: PlainGroup, nth: number): string => {
      const own = title(column).slice(1, -1);
      const asked = column['inputExpression'] as PlainGroup | undefined;
      const name = String(column['name'] ?? '');
      const known = asked ? feelWords(String(asked['text'] ?? ''), named, called).replace(/^“([^“”]*)”$/, '$1') : outputWord(text, name);
      const said = own || (known === name && !isReadable(name) ? '' : known);
      return said === '' ? text('dmnColumn', { nth }) : text('toldColumn', { name: quoted(said) });
    };
    const valueQuoted = (read: string): string => (read === text('toldCodeHeld') ? read : quoted(read));
    const said = (one: Plain, side: (typeof sides)[number], sense: ColumnSense): string => {
      const cell = typeof one === 'string' ? one : String((one as PlainGroup)['text'] ?? '');
      if (cell === '' && side !== 'input') return text('nothing');
      if (side === 'annotation') return noteWords(cell);
      const words = readingWords(text);
      // a code that nobody has a word for says nothing to people
      const unknown = [...cell.matchAll(/"([A-Za-z][\w.-]*)"/g)].flatMap(([, inside = '']) => ((sense.labels.get(inside) ?? inside) === inside ? [[inside, text('toldCodeHeld')] as const] : []));
      const full = { ...sense, labels: new Map([...sense.labels, ...unknown]) };
      if (side === 'input') return ((read) => (read === undefined ? feelWords(cell, named, called, 'tests') : valueQuoted(read)))(readTest(cell, full, words, language));
      const read = readAnswer(cell, full, words, language);
      return read === undefined ? feelWords(cell, named, called) : valueQuoted(read);
    };
    const cell = (side: (typeof sides)[number], sense: ColumnSense): Shape => ({ is: 'either', say: (one: Plain) => said(one, side, sense), kind: (one: Plain) => typeof one, of: (one) => (typeof one === 'string' ? value((own: string) => said(own, side, sense)) : group({ text: ['', value((own: string) => said(own, side, sense))], ...language_ })) });
    const at = (column: PlainGroup): string => String(column['at']);
    const column = (parts: Parts): Shape => group({ at: ['', code], ...element, ...typeRef, ...parts });
    const columnItem = (side: (typeof sides)[number]) => (one: PlainGroup, nth: number): string => {
      const holds = (one['holds'] ?? []) as readonly Plain[];
      return `${columnName(one, nth)}${holds.length === 0 ? '' : ` (${holds.map((each, index) => `${text('dmnRow', { nth: index + 1 })}: ${said(each, side, senseOf(one))}`).join(', ')})`}`;
    };
    const columnList = (side: (typeof sides)[number]): Shape => ({
      is: 'list', id: at, item: columnName, whole: columnItem(side),
      of: {
        is: 'either', kind: () => side, say: () => '',
        of: (one) => {
          const sense = senseOf(one as PlainGroup);
          const within = (as: 'input' | 'output'): Shape => group({ text: ['', value((own: string) => said(own, as, sense))], ...typeRef, ...language_, ...element });
          return column({
            inputExpression: [text('dmnAsks'), group({ text: ['', feel], ...typeRef, ...language_, ...element })], inputValues: [text('dmnAllowed'), within('input')],
            outputValues: [text('dmnAllowed'), within('input')], defaultOutputEntry: [text('dmnOtherwise'), within('output')],
          });
        },
      },
    });
    const cells = columns.map(({ side, column: one, sense }) => [at(one), [columnName(one, Number(at(one).split('.')[1]) + 1), cell(side, sense)]] as const);
    const rule = (one: PlainGroup, nth: number): string => {
      const own = one['cells'] as PlainGroup;
      return `${text('dmnRow', { nth })} (${columns.filter(({ side, column: { at: place } }) => side !== 'annotation' && String(place) in own).map(({ side, column: each, sense }) => `${columnName(each, 0).replace(/^.*?“(.*)”$/, '$1')}: ${said(own[at(each)]!, side, sense)}`).join('; ')})`;
    };
    return {
      hitPolicy: [text('hitPolicy'), value((policy: string) => (isPolicy(policy) ? quoted(text(`policy_${policy.replaceAll(' ', '_')}` as 'policy_FIRST')) : quoted(policy)))],
      preferredOrientation: [text('dmnOrientation'), code], outputLabel: [text('dmnOutputLabel'), prose], aggregation: ['', code],
      input: ['', columnList('input')],
      output: ['', columnList('output')],
      annotation: ['', columnList('annotation')],
      rule: ['', { is: 'list', id: (one: PlainGroup) => String(one['id'] ?? ''), item: (_, nth) => text('dmnRow', { nth }), whole: rule, of: group({ id: ['', code], description: [text('toldNote'), prose], cells: ['', group(Object.fromEntries(cells))] }) }],
    };
  }
  /** What is known of a column by the question or answer that it stands for. */
  function senseOf(column: PlainGroup): ColumnSense {
    const asked = column['inputExpression'] as PlainGroup | undefined;
    const name = String(asked?.['text'] ?? column['name'] ?? '');
    const allowed = (column['inputValues'] ?? column['outputValues']) as PlainGroup | undefined;
    return { name, type: String(asked?.['typeRef'] ?? column['typeRef'] ?? ''), labels: labels(name, String(allowed?.['text'] ?? '')), isMoney: moneyNames.has(name) };
  }

  const itemType: Parts = { ...element, ...typeRef, typeLanguage: [text('dmnLanguage'), written], isCollection: [text('dmnIsList'), yesNoText(text)], allowedValues: [text('dmnAllowed'), group({ text: ['', tests], ...language_, ...element })], typeConstraint: [text('dmnConstraint'), group({ text: ['', tests], ...language_, ...element })], functionItem: [text('dmnLogic_functionDefinition'), group({ outputTypeRef: [text('dmnType'), type], parameters: [text('dmnParameters'), ordered(variable, item())], ...element })] };
  const itemDefinition: Shape = { is: 'either', say: () => '', of: () => group({ ...itemType, itemComponent: [text('dmnComponents'), ordered(itemDefinition, item())] }) };
  const drg: Parts = { ...element, variable: ['', variable] };
  const named_ = (word: 'dmnKnowledge' | 'dmnService' | 'dmnSource' | 'dmnImport' | 'dmnTypeNamed' | 'dmnInput' | 'dmnIndicator' | 'dmnOffice') => (one: Plain, nth: number): string => text(word, { name: title(one) || text('dmnEntry', { nth }) });
  const asks: Parts = { informationRequirement: [text('dmnNeeds'), needs], knowledgeRequirement: [text('dmnKnows'), needs], authorityRequirement: [text('dmnRests'), needs] };
  return group({
    ...element, name: [text('dmnFileName'), prose], namespace: [text('dmnNamespace'), code], ...language_, typeLanguage: [text('dmnTypeLanguage'), written], exporter: [text('dmnTool'), prose], exporterVersion: [text('dmnTool'), prose],
    import: ['', list(group({ ...element, namespace: [text('dmnNamespace'), code], importType: [text('toldFormat'), code], locationURI: [text('dmnLocation'), code] }), named_('dmnImport'))],
    itemDefinition: ['', list(itemDefinition, named_('dmnTypeNamed'))],
    inputData: ['', list(group(drg), named_('dmnInput'))],
    decision: ['', list(group({
      ...drg, question: [text('dmnQuestion'), prose], allowedAnswers: [text('dmnAllowedAnswers'), prose], ...asks,
      decisionMaker: [text('dmnMaker'), references], decisionOwner: [text('dmnOwner'), references], supportedObjective: [text('dmnObjective'), references], impactedPerformanceIndicator: [text('dmnImpacts'), references],
      usingProcess: [text('dmnUsedBy'), references], usingTask: [text('dmnUsedBy'), references], ...logic,
    }))],
    businessKnowledgeModel: ['', list(group({ ...drg, ...asks, encapsulatedLogic: ['', group({ ...functionParts, ...element, ...typeRef })] }), named_('dmnKnowledge'))],
    decisionService: ['', list(group({ ...drg, outputDecision: [text('dmnAnswersBy'), references], encapsulatedDecision: [text('dmnHolds'), references], inputDecision: [text('dmnGivenDecisions'), references], inputData: [text('dmnGivenInputs'), references] }), named_('dmnService'))],
    knowledgeSource: ['', list(group({ ...drg, ...asks, type: [text('dmnSourceKind'), prose], owner: [text('dmnOwner'), reference], locationURI: [text('dmnLocation'), written] }), named_('dmnSource'))],
    performanceIndicator: ['', list(group({ ...element, impactingDecision: [text('dmnImpacts'), references], URI: [text('dmnLocation'), written] }), named_('dmnIndicator'))],
    organizationUnit: ['', list(group({ ...element, decisionMade: [text('dmnMakes'), references], decisionOwned: [text('dmnOwns'), references], URI: [text('dmnLocation'), written] }), named_('dmnOffice'))],
    textAnnotation: [text('dmnRemarks'), { is: 'list', item: (one: PlainGroup, nth) => (one['text'] === undefined ? text('dmnEntry', { nth }) : quoted(String(one['text']))), of: group({ ...element, text: ['', prose], textFormat: [text('toldFormat'), code] }) }],
    association: [text('dmnRemarks'), code], group: [text('dmnRemarks'), code], elementCollection: [text('dmnCollection'), code],
  });
}

const marks = ['verified', 'general-knowledge', 'design'] as const;
const yesNoText = (text: Called['text']): Shape => ({ is: 'value', say: (one) => text(one === 'true' ? 'toldYes' : 'toldNo'), absent: text('toldNo') });
const typeWords = ['string', 'number', 'boolean', 'date', 'time', 'dateTime', 'date and time', 'dayTimeDuration', 'days and time duration', 'yearMonthDuration', 'years and months duration', 'Any', 'integer', 'long', 'double', 'list', 'context'] as const;
const isTypeWord = (one: string): boolean => (typeWords as readonly string[]).includes(one);
const policies = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'COLLECT SUM', 'COLLECT MIN', 'COLLECT MAX', 'COLLECT COUNT', 'RULE ORDER', 'OUTPUT ORDER'] as const;
const isPolicy = (one: string): boolean => (policies as readonly string[]).includes(one);
