import * as fc from 'fast-check';

/** A structured process: every split has its own join, so that a simple interpreter can say what must happen. */
export type Block =
  | { readonly is: 'user' | 'service' }
  | { readonly is: 'sequence' | 'parallel'; readonly parts: readonly Block[] }
  | { readonly is: 'choice'; readonly when: Flag; readonly body: Block; readonly otherwise: Block }
  | { readonly is: 'inclusive'; readonly parts: readonly { readonly when: Flag; readonly body: Block }[]; readonly otherwise: Block }
  | { readonly is: 'loop'; readonly body: Block; readonly turns: number }
  | { readonly is: 'scope'; readonly body: Block }
  | { readonly is: 'timed'; readonly body: Block; readonly handler: Block; readonly interrupting: boolean };

export const flags = ['v1', 'v2', 'v3'] as const;
export type Flag = (typeof flags)[number];

/** Random blocks of limited depth. */
export const anyBlock: fc.Arbitrary<Block> = fc.letrec<{ block: Block; leaf: Block }>((tie) => {
  const flag = fc.constantFrom(...flags);
  const block = tie('block');
  const leaf: fc.Arbitrary<Block> = fc.record({ is: fc.constantFrom('user' as const, 'service' as const) });
  return {
    leaf,
    block: fc.oneof({ maxDepth: 3, withCrossShrink: true }, leaf,
      fc.record({ is: fc.constantFrom('sequence' as const, 'parallel' as const), parts: fc.array(block, { minLength: 1, maxLength: 3 }) }),
      fc.record({ is: fc.constant('choice' as const), when: flag, body: block, otherwise: block }),
      fc.record({ is: fc.constant('inclusive' as const), parts: fc.array(fc.record({ when: flag, body: block }), { minLength: 1, maxLength: 3 }), otherwise: block }),
      fc.record({ is: fc.constant('loop' as const), body: block, turns: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ is: fc.constant('scope' as const), body: block }),
      fc.record({ is: fc.constant('timed' as const), body: block, handler: block, interrupting: fc.boolean() })),
  };
}).block;
