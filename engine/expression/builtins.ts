import { camunda } from './builtins/camunda.ts';
import { contexts } from './builtins/contexts.ts';
import { conversion } from './builtins/conversion.ts';
import { lists } from './builtins/lists.ts';
import { numbers } from './builtins/numbers.ts';
import { ranges } from './builtins/ranges.ts';
import type { Builtin } from './builtins/signature.ts';
import { text } from './builtins/text.ts';
import { time } from './builtins/time.ts';

/** The functions of DMN 1.5, 10.3.4, and those that Camunda adds, by name. */
export const builtins: ReadonlyMap<string, Builtin> = new Map([...conversion, ...text, ...lists, ...numbers, ...time, ...ranges, ...contexts, ...camunda]);
