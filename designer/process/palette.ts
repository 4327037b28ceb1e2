import type { Element } from './modeler.ts';

interface Entry {
  readonly group?: string;
  readonly className?: string;
  readonly title?: string;
  readonly separator?: boolean;
  readonly action?: object;
}
type Entries = Record<string, Entry>;

interface Palette {
  registerProvider(priority: number, provider: { getPaletteEntries(): (entries: Entries) => Entries }): void;
}
interface Create {
  start(event: Event, shape: Element): void;
}
interface Factory {
  createShape(attributes: object): Element;
}

// What a procedure has no use for yet, or what another way does as well (Shift and drag selects an area).
const notOffered = new Set(['create.task', 'create.data-object', 'create.data-store', 'create.participant-expanded', 'create.group', 'lasso-tool']);
const after = 500;

/** The tools at the edge of the drawing, in the words of procedures: a step of a person, a step of the machine, a branch … */
class ProcedurePalette {
  static $inject = ['palette', 'create', 'elementFactory', 'translate'];
  constructor(palette: Palette, create: Create, factory: Factory, translate: (text: string) => string) {
    const entry = (type: string, className: string, title: string): Entry => {
      const begin = (event: Event) => create.start(event, factory.createShape({ type }));
      return { group: 'activity', className, title: translate(title), action: { click: begin, dragstart: begin } };
    };
    palette.registerProvider(after, {
      getPaletteEntries: () => (entries) => ({
        ...Object.fromEntries(Object.entries(entries).filter(([name]) => !notOffered.has(name))),
        'create.user-task': entry('bpmn:UserTask', 'bpmn-icon-user-task', 'User task'),
        'create.service-task': entry('bpmn:ServiceTask', 'bpmn-icon-service-task', 'Service task'),
        'create.business-rule-task': entry('bpmn:BusinessRuleTask', 'bpmn-icon-business-rule-task', 'Business rule task'),
      }),
    });
  }
}

export const procedurePalette = { __init__: ['procedurePalette'], procedurePalette: ['type', ProcedurePalette] };
