import { codeAttributes, codeExtensions } from '../../engine/bpmn/foreign/code.ts';
import { together } from '../process/editing.ts';
import { tool, type Drawing, type Element } from '../process/drawing-tools.ts';
import { many, one, textIn, type Model } from '../process/model.ts';
import type { Text } from '../words.ts';
import type { DrawnSite, Fix, Fixer } from './fix.ts';

/** Code of another engine at one place: whose it is, what to call it, and what its model says without it. */
interface Code {
  readonly element: Element;
  readonly owner: string;
  readonly what: string;
  readonly model: Model;
  readonly without: Readonly<Record<string, unknown>>;
}

/** Code that nothing here runs, as diagrams of Camunda have it: taken away from one step, or from all at once. What a step then lacks, such as the connector of its work, the check goes on telling. */
export const dropCode: Fixer<DrawnSite> = ({ element: id }, { drawing, text, nameOf }) => {
  const all = codeOf(drawing, text);
  const own = all.filter(({ owner }) => owner === id);
  const fix = (codes: readonly Code[], say: string): Fix => ({ say, run: () => drop(drawing, codes) });
  const named = (codes: readonly Code[]): string => [...Map.groupBy(codes, ({ owner }) => owner)].map(([owner, of]) => `${nameOf(owner)} (${[...new Set(of.map(({ what }) => what))].join(', ')})`).join('; ');
  return [
    ...(own.length > 0 ? [fix(own, text('fixDropCode', { what: named(own) }))] : []),
    ...(all.length > own.length ? [fix(all, text('fixDropAllCode', { count: new Set(all.map(({ owner }) => owner)).size }))] : []),
  ];
};

function drop(drawing: Drawing, codes: readonly Code[]): void {
  together(drawing, () => {
    for (const { element, model, without } of codes) tool(drawing, 'modeling').updateModdleProperties(element, model, without);
  });
}

function codeOf(drawing: Drawing, text: Text): readonly Code[] {
  const seen = new Set<Model>();
  return tool(drawing, 'elementRegistry').filter(() => true).flatMap((element) => {
    const shown = element.businessObject as Model;
    return [shown, one(shown, 'processRef')].flatMap((owner) => [owner, ...(owner ? many(owner, 'eventDefinitions') : []), owner && one(owner, 'loopCharacteristics')].flatMap((model) => {
      if (owner === undefined || model === undefined || seen.has(model)) return [];
      seen.add(model);
      return codeIn(model, text).map((code) => ({ ...code, element, owner: owner.id ?? '' }));
    }));
  });
}

const isFeel = (language: string): boolean => language === '' || /^(feel|juel)$/i.test(language);

function codeIn(model: Model, text: Text): readonly Pick<Code, 'what' | 'model' | 'without'>[] {
  const attributes = [...Object.keys(codeAttributes), ...(textIn(model, 'camunda:type') === 'external' ? [] : ['camunda:type'])].filter((name) => textIn(model, name) !== '');
  const found: Pick<Code, 'what' | 'model' | 'without'>[] = attributes.map((name) => ({ what: textIn(model, name), model, without: { [name]: undefined } }));
  const language = model.$type === 'bpmn:ScriptTask' ? textIn(model, 'scriptFormat') : '';
  if (!isFeel(language)) found.push({ what: text('codeScript', { language }), model, without: { script: undefined, scriptFormat: undefined } });
  const holder = one(model, 'extensionElements');
  const values = holder ? many(holder, 'values') : [];
  // fields fill the class that goes
  const rest = values.filter(({ $type }) => !codeExtensions.has($type) && !($type === 'camunda:field' && attributes.length > 0));
  const what = values.some(({ $type }) => codeExtensions.has($type)) ? text('codeListener') : textIn(model, attributes[0] ?? '');
  if (rest.length < values.length) found.push(rest.length === 0 ? { what, model, without: { extensionElements: undefined } } : { what, model: holder!, without: { values: rest } });
  for (const mapping of rest.filter(({ $type }) => $type === 'camunda:inputOutput')) {
    const parameters = inside(mapping);
    const plain = parameters.filter((parameter) => !inside(parameter).some((script) => script.$type === 'camunda:script' && !isFeel(textIn(script, 'scriptFormat') || '?')));
    if (plain.length < parameters.length) found.push({ what: text('codeScript', { language: '' }).trim(), model: mapping, without: { $children: plain } });
  }
  return found;
}

/** What stands in an element that the drawing tool knows no more of than its name. */
const inside = (model: Model): readonly Model[] => many(model, '$children');
