import type { ModdleElement } from 'bpmn-moddle';
import { called, type Problems } from './problem.ts';

const choreography: ReadonlySet<string> = new Set(['bpmn:ChoreographyTask', 'bpmn:SubChoreography', 'bpmn:CallChoreography']);

/** Refuses a type that no process executes (BPMN 2.0.2, clause 13). */
export const refuseType = (problems: Problems, element: ModdleElement): void =>
  problems.error(choreography.has(element.$type) ? 'choreography' : 'unknown-element', element.id, `expected an element that a process executes, but ${called(element)} is none`);
