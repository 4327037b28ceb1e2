/** How much of something an element has, from 1 to 5, and how much in words. */
export interface Heat {
  readonly level: number;
  readonly word: string;
}
