/** The part of saxen that the reader of DMN uses. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', then: (name: string, attributes: () => Readonly<Record<string, string>>, decode: (text: string) => string) => void): this;
    on(event: 'closeTag', then: (name: string) => void): this;
    on(event: 'text', then: (text: string, decode: (text: string) => string) => void): this;
    on(event: 'cdata', then: (text: string) => void): this;
    on(event: 'error' | 'warn', then: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
