import { words } from '../words.ts';
import { tool, type Drawing, type Element } from './drawing-tools.ts';
import { insertAfter, stockOf } from './insert.ts';
import { paletteIsFull } from './palette-choice.ts';
import { noStock, procedureStepNames, procedureSteps } from './procedure-steps.ts';

interface Entry {
  readonly label?: string;
  readonly title?: string;
  readonly className?: string;
  readonly group?: string;
  readonly action?: object;
}
type Entries = Readonly<Record<string, Entry>>;
type Narrowed = (entries: Entries) => Entries;

interface ContextPad {
  registerProvider(priority: number, provider: { getContextPadEntries(element: Element): Narrowed }): void;
  close(): void;
}
interface PopupMenu {
  registerProvider(id: string, priority: number, provider: { getPopupMenuEntries(element: Element): Entries | Narrowed; getPopupMenuHeaderEntries?(element: Element): Narrowed }): void;
  open(element: Element, id: string, position: object, options: object): void;
}
interface Injector {
  get(name: 'bpmnjs'): Drawing;
}

/** After what the drawing tool offers itself. */
const after = 500;
const stepMenu = 'motcua-steps';

/** What of BPMN a step may become, in the words that the outline has for it; the rest is for those who ask for all of BPMN. */
const become: Readonly<Record<string, 'kind_userTask'>> = Object.fromEntries(Object.entries({
  'user-task': 'kind_userTask', 'service-task': 'kind_serviceTask', 'rule-task': 'kind_businessRuleTask',
  'exclusive-gateway': 'kind_exclusiveGateway', 'parallel-gateway': 'kind_parallelGateway', 'inclusive-gateway': 'kind_inclusiveGateway',
  'default-flow': 'isDefault',
}).map(([name, word]) => [`replace-with-${name}`, word as 'kind_userTask']));

/** What is put after a step as BPMN has it; in the words of procedures one of the ready steps is. */
const isAppended = (name: string): boolean => name.startsWith('append.') && name !== 'append.end-event' && name !== 'append.text-annotation' && name !== 'append.compensation-activity';

/** The menus beside what is selected on the drawing: the steps of procedures in their own words, or all of BPMN for those who ask. */
class ProcedureMenus {
  static $inject = ['contextPad', 'popupMenu', 'injector'];
  constructor(contextPad: ContextPad, popupMenu: PopupMenu, injector: Injector) {
    // its own title would be a heading that skips levels of the page's
    const menu = (id: string): object => ({ click: (event: { readonly x: number; readonly y: number }, element: Element) => popupMenu.open(element, id, { x: event.x, y: event.y, cursor: { x: event.x, y: event.y } }, { width: 300, search: true }) });
    contextPad.registerProvider(after, {
      getContextPadEntries: () => (offered) => {
        const { replace } = offered;
        const entries = { ...offered, ...(replace && { replace: { ...replace, action: menu('bpmn-replace') } }) };
        if (paletteIsFull()) return entries;
        const kept = Object.entries(entries).filter(([name]) => !isAppended(name));
        if (kept.length === Object.keys(entries).length) return entries;
        return { 'append.procedure-step': { group: 'model', className: 'bpmn-icon-task', title: words.text('addAfter'), action: menu(stepMenu) }, ...Object.fromEntries(kept) };
      },
    });
    popupMenu.registerProvider(stepMenu, after, {
      getPopupMenuEntries: (element) => Object.fromEntries(procedureStepNames.map((step) => [`step-${step}`, {
        label: words.text(`step_${step}`), className: procedureSteps[step](noStock).icon,
        action: () => {
          const drawing = injector.get('bpmnjs');
          const made = insertAfter(drawing, element, procedureSteps[step](stockOf(drawing)));
          tool(drawing, 'selection').select(tool(drawing, 'elementRegistry').get(made) ?? null);
        },
      }])),
    });
    popupMenu.registerProvider('bpmn-replace', after, {
      getPopupMenuEntries: () => (entries) => (paletteIsFull() ? entries : Object.fromEntries(Object.entries(entries).flatMap(([name, entry]) => {
        const word = become[name];
        return word ? [[name, { ...entry, label: words.text(word) }]] : [];
      }))),
      getPopupMenuHeaderEntries: () => (entries) => (paletteIsFull() ? entries : {}),
    });
  }
}

export const procedureMenus = { __init__: ['procedureMenus'], procedureMenus: ['type', ProcedureMenus] };
