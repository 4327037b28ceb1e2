/** Said inside a suite: each test stands on the one before, so that after the first failure the rest is skipped. (Mocha's `bail` would end all other files too when they run side by side.) */
export function oneAfterAnother(): void {
  let failed = false;
  beforeEach(function () {
    if (failed) this.skip();
  });
  afterEach(function () {
    failed ||= this.currentTest?.state === 'failed';
  });
}
