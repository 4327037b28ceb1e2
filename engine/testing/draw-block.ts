import type { Block } from './block.ts';
import { diagram, flows } from './diagram.ts';

interface Drawn {
  readonly xml: string;
  readonly first: string;
  readonly last: string;
}

/** Names elements `kind1`, `kind2`, … in the order the blocks are drawn. */
export type Namer = (kind: string) => string;

export const namer = (): Namer => {
  let count = 0;
  return (kind) => `${kind}${(count += 1)}`;
};

/** The ids a block's own elements have; drawing and interpreting ask for them in the same order. */
const draw = (block: Block, name: Namer): Drawn => {
  switch (block.is) {
    case 'user':
    case 'service': {
      const id = name(block.is);
      return { xml: `<${block.is}Task id="${id}"/>`, first: id, last: id };
    }
    case 'sequence': {
      const parts = block.parts.map((part) => draw(part, name));
      const links = parts.slice(1).map((part, index) => `${parts[index]!.last} -> ${part.first}`).join(';');
      return { xml: parts.map(({ xml }) => xml).join('') + flows(links), first: parts[0]!.first, last: parts.at(-1)!.last };
    }
    case 'parallel': return split(block.parts.map((part) => ({ part, condition: '' })), 'parallelGateway', name);
    case 'choice': return split([{ part: block.body, condition: block.when }, { part: block.otherwise }], 'exclusiveGateway', name);
    case 'inclusive': return split([...block.parts.map(({ when, body }) => ({ part: body, condition: when })), { part: block.otherwise }], 'inclusiveGateway', name);
    case 'loop': return loop(block, name);
    case 'scope': {
      const id = name('scope');
      return { xml: enclosed(id, draw(block.body, name)), first: id, last: id };
    }
    case 'timed': return timed(block, name);
  }
};

const enclosed = (id: string, { xml, first, last }: Drawn): string =>
  `<subProcess id="${id}"><startEvent id="${id}_start"/>${xml}<endEvent id="${id}_end"/>${flows(`${id}_start -> ${first}; ${last} -> ${id}_end`)}</subProcess>`;

/** Branches between a split and a join of the same kind; a branch without a condition is the default. */
const split = (branches: readonly { readonly part: Block; readonly condition?: string }[], gateway: string, name: Namer): Drawn => {
  const [first, last] = [name('split'), name('join')];
  const parts = branches.map(({ part, condition }) => ({ ...draw(part, name), condition }));
  const byDefault = parts.find(({ condition }) => condition === undefined);
  const ways = parts.map((part) => `${first} -> ${part.first}${part.condition ? ` if ${part.condition}` : ''};${part.last} -> ${last}`).join(';');
  return { xml: `<${gateway} id="${first}"${byDefault ? ` default="${first}-${byDefault.first}"` : ''}/><${gateway} id="${last}"/>${parts.map(({ xml }) => xml).join('')}${flows(ways)}`, first, last };
};

const loop = ({ body, turns }: Block & { is: 'loop' }, name: Namer): Drawn => {
  const [merge, count, again, out] = [name('merge'), name('count'), name('again'), name('out')];
  const inner = draw(body, name);
  return {
    xml: `<exclusiveGateway id="${merge}"/>${inner.xml}<scriptTask id="${count}"><script>${count} + 1</script></scriptTask><exclusiveGateway id="${again}" default="${again}-${out}"/><task id="${out}"/>
      ${flows(`${merge} -> ${inner.first}; ${inner.last} -> ${count} -> ${again}; ${again} -> ${merge} if ${count} < ${turns}; ${again} -> ${out}`)}`,
    first: merge, last: out,
  };
};

const timed = ({ body, handler, interrupting }: Block & { is: 'timed' }, name: Namer): Drawn => {
  const [scope, timer, after] = [name('scope'), name('timer'), name('after')];
  const [inner, late] = [draw(body, name), draw(handler, name)];
  return {
    xml: `${enclosed(scope, inner)}
      <boundaryEvent id="${timer}" attachedToRef="${scope}" cancelActivity="${interrupting}"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
      ${late.xml}${interrupting ? `<exclusiveGateway id="${after}"/>` : `<endEvent id="${after}"/>`}${flows(`${timer} -> ${late.first}; ${late.last} -> ${after}${interrupting ? `; ${scope} -> ${after}` : ''}`)}`,
    first: scope, last: interrupting ? after : scope,
  };
};

/** A whole process around a block. */
export const drawn = (block: Block): string => {
  const { xml, first, last } = draw(block, namer());
  return diagram(`<startEvent id="start"/>${xml}<endEvent id="end"/>${flows(`start -> ${first}; ${last} -> end`)}`);
};
