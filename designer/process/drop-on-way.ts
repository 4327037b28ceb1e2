import { tool, type Drawing, type Element } from './drawing-tools.ts';
import { insertAfter, stockOf } from './insert.ts';
import { procedureSteps, type ProcedureStep } from './procedure-steps.ts';

interface Dropping {
  /** Which step of the palette is carried. */
  readonly procedureStep?: ProcedureStep;
  readonly target?: Element | null;
}
export interface CreateBus {
  on(event: 'create.end', priority: number, listener: (event: { readonly context: Dropping; stopPropagation(): void }) => boolean | undefined): void;
  on(event: 'commandStack.elements.create.canExecute', priority: number, listener: (event: { readonly context: Dropping }) => boolean | undefined): void;
}

const beforeOthers = 1500;
const isWay = (target: Element | null | undefined): target is Element & { readonly source: Element } => target?.type === 'bpmn:SequenceFlow' && target.source !== undefined;

/** A step of the palette that is dropped on a way between two steps stands between them, whole patterns too, and the row makes room. */
export function dropOnWay(bus: CreateBus, drawing: () => Drawing): void {
  bus.on('commandStack.elements.create.canExecute', beforeOthers, ({ context: { target } }) => (isWay(target) ? true : undefined));
  bus.on('create.end', beforeOthers, (event) => {
    const { procedureStep, target } = event.context;
    if (procedureStep === undefined || !isWay(target)) return undefined;
    event.stopPropagation();
    const made = insertAfter(drawing(), target.source, procedureSteps[procedureStep](stockOf(drawing())), target);
    // once the drag has put the selection back
    queueMicrotask(() => tool(drawing(), 'selection').select(tool(drawing(), 'elementRegistry').get(made) ?? null));
    return true;
  });
}
