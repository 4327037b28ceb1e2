/** A range of values with an order. An end that is undefined is open without end, one that is null is unknown. */
export class FeelRange {
  readonly start: unknown;
  readonly end: unknown;
  readonly 'start included': boolean;
  readonly 'end included': boolean;
  constructor(start: unknown, end: unknown, startIncluded: boolean, endIncluded: boolean) {
    this.start = start;
    this.end = end;
    this['start included'] = startIncluded;
    this['end included'] = endIncluded;
  }
}
