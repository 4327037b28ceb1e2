import assert from 'node:assert/strict';
import { withProof } from './use-proof.ts';

describe('What the browser proves while the server still checks', () => {
  const safeness = { rule: 'safeness', severity: 'error', element: 'a', message: 'old' } as const;
  const role = { rule: 'step-role', severity: 'error', element: 'a', message: 'role' } as const;

  it('takes the place of what was proven before, and leaves the rest', () => {
    const gap = { rule: 'gateway-gap', severity: 'warning', element: 'g', message: 'new' } as const;
    assert.deepEqual(withProof([safeness, role], { xml: '', findings: [gap] }), [gap, role]);
  });

  it('says nothing twice', () => {
    const refused = { rule: 'dangling-reference', severity: 'error', element: 'f', message: 'x' } as const;
    assert.deepEqual(withProof([refused, role], { xml: '', findings: [refused] }), [refused, role]);
    assert.deepEqual(withProof(undefined, { xml: '', findings: [] }), []);
  });
});
