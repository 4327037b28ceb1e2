/** A notice that cannot be delivered now, and is tried again after so many milliseconds, however often: what it tells must arrive. */
export class PutOff extends Error {
  override readonly name = 'PutOff';
  readonly after: number;
  constructor(message: string, after: number) {
    super(message);
    this.after = after;
  }
}
