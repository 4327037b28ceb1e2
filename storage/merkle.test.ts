import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { inclusionProof, leafHash, merkleRoot, verifyInclusion } from './merkle.ts';
import { sha256Hex } from './sha256.ts';

const leaves = (count: number): string[] => Array.from({ length: count }, (_, index) => leafHash(sha256Hex, { dossierId: `d${index}`, seq: index + 1, hash: 'ab' }));

describe('a Merkle checkpoint', () => {
  it('gives the roots that RFC 6962 gives for its test leaves', () => {
    const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
    const hashed = inputs.map((hex) => sha256Hex(`00${hex}`));
    const table: [number, string][] = [
      [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
      [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
      [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
      [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
      [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
      [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
    ];
    for (const [count, root] of table) assert.equal(merkleRoot(sha256Hex, hashed.slice(0, count)), root);
  });

  it('proves every leaf, and only at its place, for its root', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), fc.nat(), (count, some, other) => {
      const all = leaves(count);
      const root = merkleRoot(sha256Hex, all);
      const at = some % count;
      const proof = inclusionProof(sha256Hex, all, at);
      assert.ok(verifyInclusion(sha256Hex, all[at] as string, proof, root));
      assert.ok(proof.path.length <= Math.ceil(Math.log2(count)) + 1);
      const elsewhere = other % count;
      if (elsewhere !== at) assert.ok(!verifyInclusion(sha256Hex, all[elsewhere] as string, proof, root));
      assert.ok(!verifyInclusion(sha256Hex, all[at] as string, { ...proof, path: [...proof.path, root] }, root));
      assert.ok(!verifyInclusion(sha256Hex, all[at] as string, proof, merkleRoot(sha256Hex, leaves(count + 1))));
      assert.ok(!verifyInclusion(sha256Hex, all[at] as string, { ...proof, position: count }, root));
    }));
  });

  it('tells a leaf from a node', () => {
    const [a, b] = leaves(2) as [string, string];
    assert.notEqual(sha256Hex(`00${a}${b}`), merkleRoot(sha256Hex, [a, b]));
  });

  it('has no proof for a leaf that is not there', () => {
    assert.throws(() => inclusionProof(sha256Hex, leaves(3), 3), RangeError);
  });
});
