import type { ModdleElement } from 'bpmn-moddle';

/** Why a diagram cannot be executed (error), or what will probably not do what its author wants (warning). */
export interface Problem {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly element?: string;
  readonly message: string;
}

/** Gathers problems while a diagram is read, so that its author sees all of them at once. */
export class Problems {
  readonly found: Problem[] = [];
  /** Whether a drawing is read to be tried out: details that are still missing are stood in for, and only warned of. */
  readonly sketch: boolean;

  constructor(options: { readonly sketch?: boolean } = {}) {
    this.sketch = options.sketch ?? false;
  }

  /** A detail without which the diagram cannot run, but can be tried out. */
  incomplete(rule: string, element: string | undefined, message: string): void {
    if (this.sketch) this.warn(rule, element, message);
    else this.error(rule, element, message);
  }

  error(rule: string, element: string | undefined, message: string): void {
    this.found.push(element === undefined ? { rule, severity: 'error', message } : { rule, severity: 'error', element, message });
  }

  warn(rule: string, element: string | undefined, message: string): void {
    this.found.push(element === undefined ? { rule, severity: 'warning', message } : { rule, severity: 'warning', element, message });
  }

  /** Whether it has been told why the element cannot be executed. */
  isRefused(id: string): boolean {
    return this.found.some(({ element, severity }) => element === id && severity === 'error');
  }

  get fatal(): boolean {
    return this.found.some(({ severity }) => severity === 'error');
  }
}

/** An element as its author finds it in the diagram. */
export const called = (element: ModdleElement): string => {
  const type = element.$type.slice(element.$type.indexOf(':') + 1);
  const kind = type.charAt(0).toLowerCase() + type.slice(1);
  return element.name ? `${kind} "${element.name}" (${element.id ?? 'without id'})` : `${kind} ${element.id ?? 'without id'}`;
};
