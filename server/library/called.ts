import { withCalled } from '../../procedures/called.ts';
import type { PackageFiles } from '../../procedures/package-files.ts';
import type { FileStore } from '../../storage/files.ts';
import type { Store } from '../../storage/store.ts';
import { packageFiles } from './package-files.ts';

/** A package with the procedures that it calls as they are published now: what is offered, or the version that is asked for. */
export const withPublished = ({ store, files }: { readonly store: Store; readonly files: FileStore }, content: PackageFiles): Promise<PackageFiles> =>
  withCalled(content, async (key, version) => {
    const row = await store.read((tx) => tx.procedureVersions.first({ key, ...(version === 'latest' ? { offered: true } : { number: version }) }, { order: [['number', 'desc']] }));
    return row === undefined ? undefined : packageFiles(files, row.files);
  });
