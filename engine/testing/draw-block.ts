import type { Block } from './block.ts';
import { diagram, flows } from './diagram.ts';

interface Drawn {
  readonly xml: string;
  readonly first: string;
  readonly last: string;
}

/** Names elements `kind1`, `kind2`, … in the order the blocks are drawn. */
export interface Namer {
  (kind: string): string;
  /** Called processes, which stand beside the one that is drawn. */
  readonly beside: string[];
}

export const namer = (): Namer => {
  let count = 0;
  return Object.assign((kind: string) => `${kind}${(count += 1)}`, { beside: [] });
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
    case 'guarded': return guarded(block, name);
    case 'thrown': return thrown(block, name);
    case 'each': {
      const id = name('each');
      const inner = draw(block.body, name);
      const loop = `<multiInstanceLoopCharacteristics isSequential="${block.sequential}"><loopCardinality>${block.count}</loopCardinality></multiInstanceLoopCharacteristics>`;
      return { xml: enclosed(id, inner).replace(/<\/subProcess>$/, `${loop}</subProcess>`), first: id, last: id };
    }
    case 'call': {
      const [id, process] = [name('call'), name('process')];
      const { xml, first, last } = draw(block.body, name);
      name.beside.push(`<process id="${process}"><startEvent id="${process}_start"/>${xml}<endEvent id="${process}_end"/>${flows(`${process}_start -> ${first}; ${last} -> ${process}_end`)}</process>`);
      return { xml: `<callActivity id="${id}" calledElement="${process}"/>`, first: id, last: id };
    }
    case 'undone': return undone(block, name);
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

const guarded = ({ body, handler, interrupting }: Block & { is: 'guarded' }, name: Namer): Drawn => {
  const [scope, guard, message] = [name('scope'), name('guard'), name('message')];
  const [inner, late] = [draw(body, name), draw(handler, name)];
  const inside = `<subProcess id="${guard}" triggeredByEvent="true"><startEvent id="${message}" isInterrupting="${interrupting}"><messageEventDefinition/></startEvent>${late.xml}<endEvent id="${guard}_end"/>
    ${flows(`${message} -> ${late.first}; ${late.last} -> ${guard}_end`)}</subProcess>`;
  return { xml: enclosed(scope, inner).replace(/<\/subProcess>$/, `${inside}</subProcess>`), first: scope, last: scope };
};

const thrown = ({ before, after, handler, how }: Block & { is: 'thrown' }, name: Namer): Drawn => {
  const [scope, thrower, boundary, merge] = [name('scope'), name('throw'), name('boundary'), name('merge')];
  const [first, second, late] = [draw(before, name), draw(after, name), draw(handler, name)];
  const kind = how === 'error' ? 'error' : 'escalation';
  const event = how === 'error' ? `<endEvent id="${thrower}"><errorEventDefinition/></endEvent>` : `<intermediateThrowEvent id="${thrower}"><escalationEventDefinition/></intermediateThrowEvent>`;
  const on = how === 'error' ? '' : `; ${thrower} -> ${second.first}; ${second.last} -> ${scope}_end`;
  return {
    xml: `<subProcess id="${scope}"><startEvent id="${scope}_start"/>${first.xml}${event}${how === 'error' ? '' : `${second.xml}<endEvent id="${scope}_end"/>`}${flows(`${scope}_start -> ${first.first}; ${first.last} -> ${thrower}${on}`)}</subProcess>
      <boundaryEvent id="${boundary}" attachedToRef="${scope}" cancelActivity="${how !== 'aside'}"><${kind}EventDefinition/></boundaryEvent>${late.xml}
      ${how === 'aside' ? `<endEvent id="${merge}"/>` : `<exclusiveGateway id="${merge}"/>`}${flows(`${boundary} -> ${late.first}; ${late.last} -> ${merge}${how === 'aside' ? '' : `; ${scope} -> ${merge}`}`)}`,
    first: scope, last: how === 'aside' ? scope : merge,
  };
};

const undone = ({ tasks }: Block & { is: 'undone' }, name: Namer): Drawn => {
  const scope = name('scope');
  const ids = Array.from({ length: tasks }, () => [name('user'), name('undo'), name('compensation')] as const);
  const thrower = name('throw');
  const parts = ids.map(([task, undo, boundary]) => `<userTask id="${task}"/><boundaryEvent id="${boundary}" attachedToRef="${task}"><compensateEventDefinition/></boundaryEvent><userTask id="${undo}" isForCompensation="true"/>
    <association id="${boundary}_to" sourceRef="${boundary}" targetRef="${undo}"/>`).join('');
  const inside = { xml: `${parts}<intermediateThrowEvent id="${thrower}"><compensateEventDefinition/></intermediateThrowEvent>${flows([...ids.map(([task]) => task), thrower].join(' -> '))}`, first: ids[0]![0], last: thrower };
  return { xml: enclosed(scope, inside), first: scope, last: scope };
};

/** A whole process around a block. */
export const drawn = (block: Block): string => {
  const name = namer();
  const { xml, first, last } = draw(block, name);
  return diagram(`<startEvent id="start"/>${xml}<endEvent id="end"/>${flows(`start -> ${first}; ${last} -> end`)}`, name.beside.join(''));
};
