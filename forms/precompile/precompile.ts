import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { annotations, formats } from '../compile.ts';
import { expand } from '../expand.ts';
import type { Form } from '../form.ts';

/** A form's validator as a script that needs neither eval nor ajv: it runs under a strict content security policy. */
export interface Precompiled {
  /** Hex SHA-256 of the code, fit for an immutable URL. */
  readonly hash: string;
  /** ES module; its default export is a `Check`. */
  readonly code: string;
}

const kept = new Map<string, Promise<Precompiled>>();
const mostKept = 200;
const here = dirname(fileURLToPath(import.meta.url));
const { default: standaloneCode } = standalone as unknown as { default: (ajv: Ajv2020, run: unknown) => string };

/** Compiles once per schema, whatever form it stands in. Throws with the reason when the schema cannot be one. */
export function precompile(form: Form): Promise<Precompiled> {
  const { schema } = expand(form);
  const key = createHash('sha256').update(JSON.stringify(schema)).digest('hex');
  const found = kept.get(key);
  if (found) return found;
  const making = bundle(schema);
  kept.set(key, making);
  making.catch(() => kept.delete(key));
  const oldest = kept.keys().next().value;
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return making;
}

async function bundle(schema: object): Promise<Precompiled> {
  // Patterns run as plain RegExp: a slow one can only slow the tab it was typed in.
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false, ownProperties: true, multipleOfPrecision: 6, code: { source: true, esm: true, lines: false }, messages: false, addUsedSchema: false });
  ajv.addVocabulary(annotations);
  (addFormats as unknown as { default: typeof addFormats.default }).default(ajv, [...formats]);
  const source = `${standaloneCode(ajv, ajv.compile(schema))}\nexport const check = (value) => (validate(value) ? [] : validate.errors);`;
  const result = await build({
    stdin: { contents: `import { check } from 'schema';\nexport default check;`, resolveDir: here },
    plugins: [{
      name: 'schema',
      setup(made) {
        made.onResolve({ filter: /^schema$/ }, () => ({ path: 'schema', namespace: 'schema' }));
        made.onLoad({ filter: /.*/, namespace: 'schema' }, () => ({ contents: source, resolveDir: dirname(createRequire(import.meta.url).resolve('ajv/package.json')) }));
      },
    }],
    bundle: true, write: false, format: 'esm', minify: true, target: 'es2022', logLevel: 'silent', legalComments: 'none',
  });
  const code = result.outputFiles[0]?.text ?? '';
  return { code, hash: createHash('sha256').update(code).digest('hex') };
}
