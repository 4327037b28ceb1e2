// mocha's `dot` reporter that also hands its counts on, to be summed by scripts/test.mjs.
const { appendFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      appendFileSync(process.env.MOTCUA_COUNTS, `${JSON.stringify({ passes, failures, pending })}\n`);
    });
  }
};
