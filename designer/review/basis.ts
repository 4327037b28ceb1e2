import type { VersionView } from '../../server/api/designer.ts';

/** Versions that are to be offered later, the next first. */
export const comingOf = (versions: readonly VersionView[]): readonly (VersionView & { readonly from: string })[] =>
  versions.flatMap((version) => (version.from === null ? [] : [{ ...version, from: version.from }])).toSorted((one, other) => (one.from < other.from ? -1 : 1));

/** The version that editing goes on from: the last that is to come, else the live one, else the newest. */
export const basisOf = (versions: readonly VersionView[]): VersionView | undefined => comingOf(versions).at(-1) ?? versions.find(({ current }) => current) ?? versions[0];
