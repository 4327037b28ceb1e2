declare module 'bpmn-moddle' {
  /** A typed element of the BPMN metamodel; references between elements are resolved. */
  export interface ModdleElement {
    readonly $type: string;
    readonly $parent?: ModdleElement;
    /** Attributes that no package declares, by their qualified names. */
    readonly $descriptor?: { readonly properties: readonly { readonly name: string; readonly ns: { readonly localName: string }; readonly type: string; readonly isReference?: boolean; readonly schema?: import('./written.ts').Schema }[] };
    readonly $attrs: Readonly<Record<string, string>>;
    readonly id?: string;
    readonly name?: string;
    $instanceOf(type: string): boolean;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
    readonly $model: { create(type: string, properties: object): ModdleElement };
  }

  export interface Warning {
    readonly message: string;
    readonly element?: ModdleElement;
    readonly property?: string;
    readonly value?: unknown;
  }

  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    /** Rejects with an error that may carry `warnings` when the text is not BPMN at all. */
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    fromXML(xml: string, options?: { readonly lax?: boolean }): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly Warning[] }>;
  }
}
