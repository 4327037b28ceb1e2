import type { ModdleElement, Warning } from 'bpmn-moddle';
import { keepDangling } from '../../engine/bpmn/exchange.ts';
import type { Element } from './drawing-tools.ts';

type Shape = ModdleElement & { isMarkerVisible?: boolean };
type Definitions = ModdleElement & { diagrams?: readonly ModdleElement[] };
interface Read {
  readonly definitions?: Definitions;
  readonly warnings?: readonly Warning[];
}
interface Bus {
  on(event: string, listener: (event: Read) => void): void;
}

const listed = (element: ModdleElement | undefined, property: string): readonly ModdleElement[] => (element?.get(property) ?? []) as readonly ModdleElement[];
const partsOf = (page: ModdleElement): readonly ModdleElement[] => listed(page.get('plane') as ModdleElement | undefined, 'planeElement');
const drawnIn = (definitions: ModdleElement | undefined): readonly Shape[] => listed(definitions, 'diagrams').flatMap(partsOf);

/** What a diagram drawn elsewhere says is written again as it was, and nothing that it did not say: what the drawing tool adds by itself is laid aside while it writes. */
class Faithful {
  static $inject = ['eventBus'];
  /** Gateways of which the file does not say whether they have a marker: they are drawn without. */
  #unsaid: readonly Shape[] = [];
  #pages: readonly ModdleElement[] = [];
  readonly #aside: (() => void)[] = [];

  constructor(eventBus: Bus) {
    eventBus.on('import.parse.complete', ({ definitions, warnings = [] }) => {
      keepDangling(warnings);
      this.#unsaid = drawnIn(definitions).filter((shape) => (shape.get('bpmnElement') as ModdleElement | undefined)?.$type === 'bpmn:ExclusiveGateway' && shape.isMarkerVisible === undefined);
      for (const shape of this.#unsaid) shape.isMarkerVisible = false;
      this.#pages = [...listed(definitions, 'diagrams')];
    });
    eventBus.on('saveXML.start', ({ definitions }) => {
      this.#aside.push(...this.#markers(), ...(definitions ? this.#emptyPages(definitions) : []));
    });
    eventBus.on('saveXML.done', () => {
      for (const back of this.#aside.splice(0)) back();
    });
  }

  #markers(): readonly (() => void)[] {
    return this.#unsaid.filter(({ isMarkerVisible }) => isMarkerVisible === false).map((shape) => {
      delete shape.isMarkerVisible;
      return () => {
        shape.isMarkerVisible = false;
      };
    });
  }

  /** Every collapsed sub-process gets a page, if only an empty one. */
  #emptyPages(definitions: Definitions): readonly (() => void)[] {
    const pages = listed(definitions, 'diagrams');
    definitions.diagrams = pages.filter((page) => this.#pages.includes(page) || partsOf(page).length > 0);
    return [() => {
      definitions.diagrams = pages;
    }];
  }
}

interface Drawn extends Element {
  readonly di: ModdleElement;
  readonly parent?: Drawn;
}

/** Leaves the drawing's parts in the order of the file; what was drawn around others since then comes before them, so that other tools do not paint it over them. */
class AroundFirst {
  static $inject = ['eventBus', 'elementRegistry'];

  constructor(eventBus: Bus, elementRegistry: { filter(keep: (element: Drawn) => boolean): readonly Drawn[] }) {
    let read: ReadonlySet<ModdleElement> = new Set();
    eventBus.on('import.parse.complete', ({ definitions }) => {
      read = new Set(drawnIn(definitions));
    });
    eventBus.on('saveXML.start', ({ definitions }) => {
      const drawn = new Map(elementRegistry.filter(({ di }) => di !== undefined).map((element) => [element.di, element]));
      for (const diagram of listed(definitions, 'diagrams')) {
        const plane = diagram.get('plane') as ModdleElement & { planeElement?: readonly ModdleElement[] };
        const parts = listed(plane, 'planeElement');
        const held = new Set(parts);
        const ordered = new Set<ModdleElement>();
        const put = (part: ModdleElement): void => {
          const around = drawn.get(part)?.parent?.di;
          if (around && held.has(around) && !read.has(around)) put(around);
          ordered.add(part);
        };
        for (const part of parts) put(part);
        plane.planeElement = [...ordered];
      }
    });
  }
}

/** Takes the place of the drawing tool's own ordering, which leaves out what it cannot draw. */
export const faithful = { __init__: ['motcuaFaithful'], motcuaFaithful: ['type', Faithful], bpmnDiOrdering: ['type', AroundFirst] };
