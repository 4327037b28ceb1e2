/** The part of dmn-moddle that the reader uses; elements are untyped records with a `$type`. */
declare module 'dmn-moddle' {
  export interface Element {
    readonly $type: string;
    readonly [property: string]: unknown;
  }
  export class DmnModdle {
    constructor();
    fromXML(xml: string): Promise<{ rootElement: Element; warnings: readonly { message: string }[] }>;
  }
}
