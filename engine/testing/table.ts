import assert from 'node:assert/strict';
import type { Environment } from '../environment.ts';
import type { Data } from '../state.ts';
import { Bench, type BenchOptions } from './bench.ts';
import { compiled } from './compiled.ts';
import { diagram } from './diagram.ts';
import type { Instance } from './instance.ts';
import { assertSound } from './sound.ts';

/** One row of an element's table: what is drawn, what happens, and what must be true then. */
export interface Row {
  readonly draw: string;
  readonly outside?: string;
  readonly data?: Data;
  readonly options?: BenchOptions;
  readonly environment?: Environment;
  /** How the first instance begins, where no one starts it by hand. */
  readonly begin?: (bench: Bench) => void;
  /** What happens after the start. */
  readonly act?: (instance: Instance, bench: Bench) => void;
  readonly status?: Instance['status'];
  readonly visited?: readonly string[];
  readonly tasks?: readonly string[];
  readonly keeps?: Data;
  /** Codes of open incidents and a part of their message. */
  readonly incidents?: readonly (readonly [code: string, part: string])[];
  /** Types of effects that must be among those made, in this order. */
  readonly effects?: readonly object[];
}

/** Turns a table into tests; whatever a row says, the instance must be sound in the end. */
export const verify = (rows: Readonly<Record<string, Row>>): void => {
  for (const [name, row] of Object.entries(rows)) {
    it(name, async () => {
      const environment = row.environment ?? {};
      const bench = new Bench(await compiled(diagram(row.draw, row.outside)), { ...row.options, environment });
      if (row.begin) row.begin(bench);
      else bench.start({ data: row.data ?? {} });
      const instance = bench.instances[0]!;
      row.act?.(instance, bench);
      assert.deepEqual(instance.incidents.map(({ code }) => code), (row.incidents ?? []).map(([code]) => code));
      for (const [index, [, part]] of (row.incidents ?? []).entries()) assert.ok(instance.incidents[index]!.message.includes(part), instance.incidents[index]!.message);
      if (row.status) assert.equal(instance.status, row.status);
      if (row.visited) assert.deepEqual(instance.visited, row.visited);
      if (row.tasks) assert.deepEqual(instance.tasks.map(({ element }) => element), row.tasks);
      if (row.keeps) assert.deepEqual(instance.data, row.keeps);
      if (row.effects) assertAmong(instance.effects, row.effects);
      assertSound(instance, environment);
    });
  }
};

const assertAmong = (made: readonly object[], wanted: readonly object[]): void => {
  const types = new Set(wanted.map((effect) => (effect as { type: string }).type));
  const seen = made.filter((effect) => types.has((effect as { type: string }).type));
  assert.deepEqual(seen.map((effect, index) => Object.fromEntries(Object.keys(wanted[index] ?? effect).map((key) => [key, (effect as Record<string, unknown>)[key]]))), wanted);
};
