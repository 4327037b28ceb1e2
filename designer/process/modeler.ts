import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import Modeler from 'bpmn-js/lib/Modeler';
import { exchangePackages } from '../../engine/bpmn/exchange.ts';
import { aroundNeighbours } from './around-neighbours.ts';
import type { Drawing } from './drawing-tools.ts';
import { drawnLanguage } from './drawn-language.ts';
import { everyDrawing, withoutBreadcrumbs } from './every-drawing.ts';
import { faithful } from './faithful.ts';
import { insideCalls } from './inside-calls.ts';
import { procedurePalette } from './palette.ts';
import { procedureMenus } from './procedure-menus.ts';
import { togetherModule } from './together.ts';
import { translation } from './translate.ts';

/** The drawing tool in our own quiet colours and the reader's language. It carries bpmn.io's mark, which stays visible. */
export const createDrawing = (container: HTMLElement): Drawing =>
  new Modeler({
    container,
    moddleExtensions: exchangePackages,
    additionalModules: [drawnLanguage, everyDrawing, withoutBreadcrumbs, insideCalls, faithful, aroundNeighbours, togetherModule, translation, procedurePalette, procedureMenus],
    bpmnRenderer: { defaultFillColor: 'var(--surface)', defaultStrokeColor: 'var(--diagram-line)', defaultLabelColor: 'var(--ink)' },
    textRenderer: { defaultStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 12, lineHeight: 1.2 }, externalStyle: { fontFamily: "'Be Vietnam Pro', sans-serif", fontSize: 11.5, lineHeight: 1.2 } },
  } as ConstructorParameters<typeof Modeler>[0]);
