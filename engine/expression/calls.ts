import { builtins } from './builtins.ts';
import type { Builtin } from './builtins/signature.ts';
import type { Compiler } from './compile.ts';
import { FeelFunction } from './function.ts';
import { nameOf } from './literals.ts';
import { find } from './names.ts';
import { instanceOf } from './instance.ts';
import { deeper, Refusal, spend, warn } from './run.ts';
import type { Code, Scope } from './run.ts';
import type { Syntax } from './syntax.ts';

type Arguments = { readonly positional: readonly Code[] } | { readonly named: readonly { readonly name: string; readonly value: Code }[] };

function argumentsOf(node: Syntax, compile: (node: Syntax) => Code): Arguments {
  if (node.kind !== 'NamedParameters') return { positional: node.children.map(compile) };
  return { named: node.children.map(({ children: [name, value] }) => ({ name: nameOf(name!), value: compile(value!) })) };
}

/** What gives the values, in the order of `parameters`; a name the function does not have is refused. */
function inOrder(given: Arguments, parameters: readonly string[], name: string): readonly (Code | undefined)[] {
  if ('positional' in given) {
    if (given.positional.length > parameters.length && !parameters.at(-1)?.startsWith('...')) throw new Refusal(`${name}() expects at most ${parameters.length} arguments, but has ${given.positional.length}`);
    return given.positional;
  }
  const plainNames = parameters.map((parameter) => parameter.replace(/^\.\.\./, ''));
  const from = given.named.length === 1 && given.named[0]!.name === 'from' ? given.named[0]! : undefined;
  if (from !== undefined && !plainNames.includes('from')) return [from.value];
  for (const argument of given.named) if (!plainNames.includes(argument.name)) throw new Refusal(`${name}() has no parameter "${argument.name}"; it has ${plainNames.join(', ')}`);
  const last = plainNames.findLastIndex((parameter) => given.named.some((argument) => argument.name === parameter));
  return plainNames.slice(0, last + 1).map((parameter) => given.named.find((argument) => argument.name === parameter)?.value);
}

const valuesOf = (given: Arguments, parameters: readonly string[], name: string, scope: Scope): readonly unknown[] => inOrder(given, parameters, name).map((code) => code?.(scope));

function callBuiltin(builtin: Builtin, name: string, given: Arguments, scope: Scope): unknown {
  spend(scope.run, 5);
  return 'ask' in builtin ? builtin.ask(scope, inOrder(given, builtin.parameters, name)) : builtin.call(scope.run, valuesOf(given, builtin.parameters, name, scope));
}

export const calls: Readonly<Record<string, Compiler>> = {
  FunctionInvocation(node, compile) {
    const callee = node.children[0]!;
    const given = argumentsOf(node.children[2]!, compile);
    const name = nameOf(callee);
    const builtin = callee.kind === 'VariableName' || callee.kind === 'SpecialFunctionName' ? builtins.get(name) : undefined;
    const target = callee.kind === 'VariableName' ? (scope: Scope) => find(scope, name) : callee.kind === 'SpecialFunctionName' ? () => undefined : compile(callee);
    return (scope) => {
      const found = target(scope);
      if (found instanceof FeelFunction) {
        const values = valuesOf(given, found.parameterNames, name, scope);
        return found.fn(...values);
      }
      if (builtin === undefined) throw new Refusal(`there is no function "${name.slice(0, 60)}"`);
      return callBuiltin(builtin, name, given, scope);
    };
  },
  DateTimeLiteral(node, compile) {
    const [callee, , parameters] = node.children;
    if (parameters === undefined) return compile(callee!);
    const name = nameOf(callee!);
    const builtin = builtins.get(name)!;
    const given = argumentsOf(parameters, compile);
    return (scope) => {
      spend(scope.run, 50);
      return callBuiltin(builtin, name, given, scope);
    };
  },
  FunctionDefinition(node, compile) {
    if (node.children.some(({ kind }) => kind === 'external')) throw new Refusal('functions of other languages ("external") are never run');
    const parameters = node.children.flatMap(({ kind, children }) => (kind === 'FormalParameters' ? children : []))
      .map(({ children: [name, type] }) => ({ name: nameOf(name!), accepts: type === undefined ? undefined : instanceOf(type) }));
    const body = compile(node.children.find(({ kind }) => kind === 'FunctionBody')!);
    return (scope) => new FeelFunction((...values: unknown[]) => deeper(scope.run, () => {
      const strange = parameters.find(({ accepts }, index) => accepts !== undefined && (values[index] ?? null) !== null && !accepts(values[index]));
      if (strange !== undefined) return warn(scope.run, `the argument "${strange.name}" is not what its type says, and the call counts as null`);
      return body({ run: scope.run, names: Object.fromEntries(parameters.map(({ name }, index) => [name, values[index] ?? null])), outer: scope });
    }), parameters.map(({ name }) => name));
  },
};
