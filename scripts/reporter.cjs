// mocha's `dot` reporter that also hands its counts on, file by file, to be summed by scripts/test.mjs.
const { appendFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const files = {};
    const count = (what) => ({ file = '' }) => {
      files[file] ??= { pass: 0, fail: 0, pending: 0 };
      files[file][what] += 1;
    };
    for (const what of ['pass', 'fail', 'pending']) runner.on(what, count(what));
    runner.once('end', () => appendFileSync(process.env.MOTCUA_COUNTS, `${JSON.stringify(files)}\n`));
  }
};
