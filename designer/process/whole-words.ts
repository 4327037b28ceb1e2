import TextRenderer from 'bpmn-js/lib/draw/TextRenderer';
import { fitting, inLines } from './in-lines.ts';

type Options = NonNullable<Parameters<TextRenderer['createText']>[1]> & { readonly align?: string; readonly padding?: number; readonly style?: Readonly<Record<string, string | number>>; readonly box?: { readonly width: number; readonly height: number } };

const smallest = 9;
const endless = { width: 100_000, height: 0 };

/**
 * Writes the names of a drawing. The drawing tool ends its lines by counting letters, and cuts a word that its count
 * finds too long; here a line ends between words, by their measure. A name within a box is written smaller where it
 * would not fit, and the name of what is drawn open stands at its left, as other tools have it.
 */
class WholeWords extends TextRenderer {
  constructor(config?: ConstructorParameters<typeof TextRenderer>[0]) {
    super(config);
    const { createText, getDimensions, getExternalLabelBounds, getTextAnnotationBounds } = this;
    const measure = (style: object) => (line: string): number => getDimensions(line, { box: endless, style } as Options).width;
    const broken = (text: string, width: number, style: object): string => inLines(text, width, measure(style)).join('\n');
    const within = (text: string, options: Options): Options => {
      const { box = endless, style = {}, padding: air = 0 } = options;
      const { fontSize, lineHeight } = { ...this.getDefaultStyle(), ...style } as { readonly fontSize: number; readonly lineHeight: number };
      const sizes = Array.from({ length: Math.max(0, fontSize - smallest) + 1 }, (_, smaller) => fontSize - smaller);
      const hands = [{ padding: air, fontSize }, ...sizes.map((size) => ({ padding: Math.min(air, 3), fontSize: size }))];
      const hand = fitting(hands, box, lineHeight, ({ padding, fontSize: size }) => {
        const sized = measure({ ...style, fontSize: size });
        const lines = inLines(text, box.width - 2 * padding, sized);
        return { lines: lines.length, widest: Math.max(...lines.map(sized)) };
      });
      return { ...options, padding: hand.padding, style: { ...style, fontSize: hand.fontSize } };
    };
    const laidOut = (text: string, options: Options): readonly [string, Options] => {
      const fitted = options.align === 'center-middle' ? within(text, options) : options;
      const { box, padding = 0, style = {} } = fitted;
      return [box && typeof padding === 'number' ? broken(text, box.width - 2 * padding, style) : text, fitted];
    };
    this.createText = (text, options = {}) => {
      const { align, fitBox } = options as Options;
      return createText(...laidOut(text, { ...options, ...(align === 'center-top' && !fitBox && { align: 'left-top' }) } as Options));
    };
    this.getDimensions = (text, options = {}) => getDimensions(...laidOut(text, options as Options));
    this.getExternalLabelBounds = (bounds, text) => getExternalLabelBounds(bounds, broken(text, Math.max(bounds.width, 90), this.getExternalStyle()));
    this.getTextAnnotationBounds = (bounds, text) => getTextAnnotationBounds(bounds, broken(text, bounds.width - 14, this.getDefaultStyle()));
  }
}

/** Takes the place of the drawing tool's own writing. */
export const wholeWords = { textRenderer: ['type', WholeWords] };
