/**
 * Merkle trees as in RFC 6962, section 2.1: a leaf is hashed with 0x00 before it, a node with 0x01,
 * and a tree of n leaves splits at the largest power of two below n. Works on hex text, anywhere.
 */

/** SHA-256 of the bytes that the hex digits stand for, as lower-case hex. */
export type HashHex = (hex: string) => string;

/** Whose journal ended how, when a checkpoint was made. */
export interface Leaf {
  readonly dossierId: string;
  readonly seq: number;
  readonly hash: string;
}

/** Enough to show, without the database, that a leaf is under a root. */
export interface InclusionProof {
  readonly position: number;
  readonly size: number;
  /** Sister hashes from the leaf upwards. */
  readonly path: readonly string[];
}

const encoder = new TextEncoder();
const hexOf = (text: string): string => [...encoder.encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export function leafHash(hash: HashHex, leaf: Leaf): string {
  return hash(`00${hexOf(`motcua head 1\n${leaf.dossierId}\n${leaf.seq}\n${leaf.hash}`)}`);
}

const nodeHash = (hash: HashHex, left: string, right: string): string => hash(`01${left}${right}`);

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Root over leaf hashes in their order; of no leaves, the hash of nothing. */
export function merkleRoot(hash: HashHex, leaves: readonly string[]): string {
  const [only] = leaves;
  if (only === undefined) return hash('');
  if (leaves.length === 1) return only;
  const split = splitOf(leaves.length);
  return nodeHash(hash, merkleRoot(hash, leaves.slice(0, split)), merkleRoot(hash, leaves.slice(split)));
}

export function inclusionProof(hash: HashHex, leaves: readonly string[], position: number): InclusionProof {
  if (!Number.isInteger(position) || position < 0 || position >= leaves.length) throw new RangeError(`expected a position below ${leaves.length}, but got ${position}`);
  const path: string[] = [];
  let [tree, at] = [leaves, position];
  while (tree.length > 1) {
    const split = splitOf(tree.length);
    const [left, right] = [tree.slice(0, split), tree.slice(split)];
    path.unshift(merkleRoot(hash, at < split ? right : left));
    [tree, at] = at < split ? [left, at] : [right, at - split];
  }
  return { position, size: leaves.length, path };
}

/** Whether `leaf` (its hash) stands at the proof's position in the tree with this root. */
export function verifyInclusion(hash: HashHex, leaf: string, proof: InclusionProof, root: string): boolean {
  const turns = turnsOf(proof);
  if (turns === undefined || turns.length !== proof.path.length) return false;
  const top = turns.reduce((below, side, index) => {
    const sister = proof.path[index] ?? '';
    return side === 'left' ? nodeHash(hash, below, sister) : nodeHash(hash, sister, below);
  }, leaf);
  return top === root;
}

/** On which side the leaf's subtree stands, from the leaf upwards. */
function turnsOf({ position, size }: InclusionProof): ('left' | 'right')[] | undefined {
  if (!Number.isSafeInteger(size) || !Number.isInteger(position) || position < 0 || position >= size) return undefined;
  const turns: ('left' | 'right')[] = [];
  let [at, length] = [position, size];
  while (length > 1) {
    const split = splitOf(length);
    turns.unshift(at < split ? 'left' : 'right');
    [at, length] = at < split ? [at, split] : [at - split, length - split];
  }
  return turns;
}
