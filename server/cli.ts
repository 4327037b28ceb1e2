#!/usr/bin/env node
// Before anything else is loaded: the database driver crashes older versions of Node without a word.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`motcua needs Node 22.18 or newer, but this is ${process.versions.node}. Use "npm start", which brings its own, or put node_modules/.bin first in PATH.\n`);
  process.exit(1);
}
const { motcua } = await import('./commands/motcua.ts');
const code = await motcua(process.argv.slice(2));
if (code !== undefined) process.exitCode = code;
