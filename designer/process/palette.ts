import { words } from '../words.ts';
import { dropOnWay, type CreateBus } from './drop-on-way.ts';
import { elementsOf, stockOf } from './insert.ts';
import type { Drawing, Element } from './drawing-tools.ts';
import { paletteIsFull } from './palette-choice.ts';
import { noStock, procedureStepNames, procedureSteps, type ProcedureStep } from './procedure-steps.ts';

interface Entry {
  readonly group?: string;
  readonly className?: string;
  readonly title?: string;
  readonly html?: string;
  readonly separator?: boolean;
  readonly action?: object;
}
type Entries = Record<string, Entry>;

interface Palette {
  registerProvider(priority: number, provider: { getPaletteEntries(): (entries: Entries) => Entries }): void;
}
interface Create {
  start(event: Event, elements: readonly Element[], context: object): void;
}
interface PaletteBus {
  on(event: 'palette.create', listener: (event: { readonly container: HTMLElement }) => void): void;
}
interface Injector {
  get(name: 'bpmnjs'): Drawing;
}

/** What is at hand beside the steps: drag the drawing, make room, lead on to, begin, end. */
const simple = new Set(['hand-tool', 'space-tool', 'global-connect-tool', 'tool-separator', 'create.start-event', 'create.end-event']);
const after = 500;

/** The tools at the edge of the drawing: the steps of procedures in their own words, or all of BPMN for those who ask. */
class ProcedurePalette {
  static $inject = ['palette', 'create', 'injector', 'eventBus'];
  constructor(palette: Palette, create: Create, injector: Injector, eventBus: PaletteBus & CreateBus) {
    dropOnWay(eventBus, () => injector.get('bpmnjs'));
    // where it is higher than the drawing it is scrolled, by keyboard too
    eventBus.on('palette.create', ({ container }) => {
      container.tabIndex = 0;
      container.setAttribute('role', 'group');
      container.setAttribute('aria-label', words.text('palette'));
    });
    const entry = (step: ProcedureStep): Entry => {
      const drawing = injector.get('bpmnjs');
      const begin = (event: Event) => create.start(event, elementsOf(drawing, procedureSteps[step](stockOf(drawing))), { procedureStep: step });
      const { icon } = procedureSteps[step](noStock);
      const title = words.text(`step_${step}`);
      return { group: 'procedure', title, html: `<div class="entry palette-step ${icon}" draggable="true"><span>${title}</span></div>`, action: { click: begin, dragstart: begin } };
    };
    palette.registerProvider(after, {
      getPaletteEntries: () => (entries) => ({
        ...(paletteIsFull() ? entries : Object.fromEntries(Object.entries(entries).filter(([name]) => simple.has(name)))),
        ...Object.fromEntries(procedureStepNames.map((step) => [`procedure.${step}`, entry(step)])),
      }),
    });
  }
}

/** Each drawing has a stock of its own. */
const stock = () => ({ ...noStock });

export const procedurePalette = { __init__: ['procedurePalette'], procedurePalette: ['type', ProcedurePalette], motcuaStock: ['factory', stock] };
