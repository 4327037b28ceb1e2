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

/** `= 10`: a range with a comparison and one end (DMN 1.5, 10.3.2.7), which `[10..10]` with its two is not. */
export class OnlyRange extends FeelRange {
  constructor(only: unknown) {
    super(only, only, true, true);
  }
}

/** A test waiting for its value, as in `in (< 5, not(7))`; one of `!= 10` is the range of all but that. */
export class Test {
  readonly holds: (value: unknown) => boolean | null;
  readonly allBut: unknown;
  constructor(holds: (value: unknown) => boolean | null, allBut?: unknown) {
    this.holds = holds;
    this.allBut = allBut;
  }
}
