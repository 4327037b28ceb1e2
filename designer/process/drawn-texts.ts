/** How the drawing tool came to another depth of its stack of commands. */
export type Move = 'execute' | 'undo' | 'redo';

/**
 * What a drawing says at each depth of its stack of commands. The text of a draft goes back and forth with the whole
 * draft; where it comes back to one of these, the drawing follows by its own commands and need not be drawn anew.
 */
export class DrawnTexts {
  #depth = 0;
  readonly #texts: (string | undefined)[];
  readonly #opening: string;
  readonly #written: string;

  /** `written`: how the drawing writes the text that it was opened with, which may have been laid out by other hands. */
  constructor(opening: string, written: string) {
    this.#texts = [opening];
    this.#opening = opening;
    this.#written = written;
  }

  moved(by: Move): void {
    this.#depth += by === 'undo' ? -1 : 1;
    if (by === 'execute') this.#texts.length = this.#depth;
  }

  /** What it says here; nothing where that was not written yet. */
  get here(): string | undefined {
    return this.#texts[this.#depth];
  }

  /** Takes down what the drawing wrote here. Where nothing is left of all changes, that is the text it was opened with. */
  write(xml: string): string {
    const text = xml === this.#written ? this.#opening : xml;
    this.#texts[this.#depth] = text;
    return text;
  }

  /** How many commands back (below zero) or forth to a text; nothing where none leads there. */
  wayTo(text: string): number | undefined {
    const depth = this.#texts.indexOf(text);
    return depth < 0 ? undefined : depth - this.#depth;
  }
}
