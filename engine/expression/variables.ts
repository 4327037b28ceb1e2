import { builtins } from './builtins.ts';
import { nameOf } from './literals.ts';
import { pathOf } from './paths.ts';
import type { Syntax } from './syntax.ts';

interface Found {
  readonly paths: Set<string>;
  /** Functions that are called but exist nowhere. */
  readonly functions: Set<string>;
}

/** Paths of names that come from outside the expression, and functions it calls that nobody knows. */
export function free(root: Syntax): Found {
  const found: Found = { paths: new Set(), functions: new Set() };
  visit(root, new Set(['?', 'item', 'partial']), found);
  return found;
}

function visit(node: Syntax, bound: ReadonlySet<string>, found: Found): void {
  const [first, second, third, fourth] = node.children;
  switch (node.kind) {
    case 'VariableName':
    case 'PathExpression': return path(node, bound, found);
    case 'FunctionInvocation': {
      if (first!.kind === 'VariableName' && !bound.has(nameOf(first!)) && !builtins.has(nameOf(first!))) found.functions.add(nameOf(first!));
      if (first!.kind !== 'VariableName' && first!.kind !== 'SpecialFunctionName') visit(first!, bound, found);
      return visit(third!, bound, found);
    }
    case 'ForExpression':
    case 'QuantifiedExpression': {
      const inside = new Set(bound);
      for (const { children: [name, , source] } of second!.children) {
        visit(source!, inside, found);
        inside.add(nameOf(name!));
      }
      return visit(fourth!, inside, found);
    }
    case 'Context': {
      const inside = new Set(bound);
      for (const { children: [key, value] } of node.children.slice(1, -1)) {
        inside.add(nameOf(key!).replace(/^"|"$/g, ''));
        visit(value!, inside, found);
      }
      return undefined;
    }
    case 'FunctionDefinition': {
      const parameters = node.children.flatMap(({ kind, children }) => (kind === 'FormalParameters' ? children : [])).map(({ children: [name] }) => nameOf(name!));
      return visit(node.children.find(({ kind }) => kind === 'FunctionBody')!, new Set([...bound, ...parameters]), found);
    }
    // What stands in a filter may be a property of the elements: nobody can tell from the text alone.
    case 'FilterExpression': return visit(first!, bound, found);
    case 'NamedParameter': return visit(second!, bound, found);
    case 'Type': return undefined;
    default: for (const child of node.children) visit(child, bound, found);
  }
}

function path(node: Syntax, bound: ReadonlySet<string>, found: Found): void {
  let root = node;
  while (root.kind === 'PathExpression') root = root.children[0]!;
  if (root.kind !== 'VariableName') visit(root, bound, found);
  else if (!bound.has(nameOf(root)) && !builtins.has(nameOf(root))) found.paths.add(pathOf(node));
}
