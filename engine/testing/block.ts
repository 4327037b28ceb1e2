import * as fc from 'fast-check';

/** A structured process: every split has its own join, so that a simple interpreter can say what must happen. */
export type Block =
  | { readonly is: 'user' | 'service' }
  | { readonly is: 'sequence' | 'parallel'; readonly parts: readonly Block[] }
  | { readonly is: 'choice'; readonly when: Flag; readonly body: Block; readonly otherwise: Block }
  | { readonly is: 'inclusive'; readonly parts: readonly { readonly when: Flag; readonly body: Block }[]; readonly otherwise: Block }
  | { readonly is: 'loop'; readonly body: Block; readonly turns: number }
  | { readonly is: 'scope'; readonly body: Block }
  | { readonly is: 'timed'; readonly body: Block; readonly handler: Block; readonly interrupting: boolean }
  /** A sub-process with an event sub-process that a message begins. */
  | { readonly is: 'guarded'; readonly body: Block; readonly handler: Block; readonly interrupting: boolean }
  /** A sub-process that throws an escalation or error between its two parts, caught at its boundary. */
  | { readonly is: 'thrown'; readonly before: Block; readonly after: Block; readonly handler: Block; readonly how: 'error' | 'interrupting' | 'aside' }
  /** A multi-instance sub-process. */
  | { readonly is: 'each'; readonly body: Block; readonly count: number; readonly sequential: boolean }
  | { readonly is: 'call'; readonly body: Block }
  /** User tasks in a row, all compensated at the end by user tasks. */
  | { readonly is: 'undone'; readonly tasks: number };

export const flags = ['v1', 'v2', 'v3'] as const;
export type Flag = (typeof flags)[number];

/** Random blocks of limited depth. */
export const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block; leaf: Block; plain: Block }>((tie) => {
  const flag = fc.constantFrom(...flags);
  const block = tie('block');
  const leaf: fc.Arbitrary<Block> = fc.record({ is: fc.constantFrom('user' as const, 'service' as const) });
  const plain = tie('plain');
  return {
    leaf,
    // What stands in several copies at once, or sees no data of its caller, must do the same in each.
    plain: fc.oneof({ maxDepth: 2, withCrossShrink: true }, leaf,
      fc.record({ is: fc.constantFrom('sequence' as const, 'parallel' as const), parts: fc.array(plain, { minLength: 2, maxLength: 3 }) }),
      fc.record({ is: fc.constant('scope' as const), body: plain }),
      fc.record({ is: fc.constant('undone' as const), tasks: fc.integer({ min: 1, max: 2 }) })),
    block: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf,
      fc.record({ is: fc.constantFrom('sequence' as const, 'parallel' as const), parts: fc.array(block, { minLength: 2, maxLength: 3 }) }),
      fc.record({ is: fc.constant('choice' as const), when: flag, body: block, otherwise: block }),
      fc.record({ is: fc.constant('inclusive' as const), parts: fc.array(fc.record({ when: flag, body: block }), { minLength: 1, maxLength: 3 }), otherwise: block }),
      fc.record({ is: fc.constant('loop' as const), body: block, turns: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ is: fc.constant('scope' as const), body: block }),
      fc.record({ is: fc.constant('timed' as const), body: block, handler: block, interrupting: fc.boolean() }),
      fc.record({ is: fc.constant('guarded' as const), body: block, handler: plain, interrupting: fc.boolean() }),
      fc.record({ is: fc.constant('thrown' as const), before: block, after: block, handler: block, how: fc.constantFrom('error' as const, 'interrupting' as const, 'aside' as const) }),
      fc.record({ is: fc.constant('each' as const), body: plain, count: fc.integer({ min: 0, max: 3 }), sequential: fc.boolean() }),
      fc.record({ is: fc.constant('call' as const), body: plain }),
      fc.record({ is: fc.constant('undone' as const), tasks: fc.integer({ min: 1, max: 3 }) })),
  };
}).block;
