import { randomBytes } from 'node:crypto';
import type { Connector } from '../runtime/connector.ts';
import { createRuntime } from '../runtime/create-runtime.ts';
import type { FileStore } from '../storage/files.ts';
import type { Store } from '../storage/store.ts';
import { readAgencies } from './agency/agencies.ts';
import type { Configuration } from './configuration.ts';
import { follow } from './connectors/follow.ts';
import { describedConnector } from './connectors/described.ts';
import { feeRequest } from './connectors/fee-request.ts';
import { letterIssue } from './connectors/letter-issue.ts';
import { notify } from './connectors/notify.ts';
import { publish } from './connectors/publish.ts';
import { registerNumber } from './connectors/register-number.ts';
import type { Log } from './http/log.ts';
import { openLibrary } from './library/library.ts';
import type { Library } from './library/package.ts';
import { liveHub } from './live/hub.ts';
import { tellOf } from './live/tell.ts';
import { nationalPortal, outward } from './outside/outward.ts';
import { readOwn } from './outside/own-descriptions.ts';
import { portalOf } from './intake/portal-of.ts';
import { knows } from './outside/systems.ts';
import { pushNotice } from './push/of-notice.ts';
import { sendPush } from './push/send-push.ts';
import { providerOf } from './payments/provider-of.ts';
import { paymentProvider } from './payments/give-back.ts';
import { sendRefund } from './payments/send-refund.ts';
import type { Services } from './services.ts';
import { openIdClient } from './session/openid.ts';
import { openTrials } from './trial/trials.ts';

/** What differs between the running server, its tests and the sample's making. */
export interface World {
  readonly configuration: Configuration;
  readonly store: Store;
  readonly files: FileStore;
  readonly log: Log;
  readonly now: () => string;
  readonly samplePassword?: string;
  /** Connectors that stand in for the house's own, by name. */
  readonly instead?: Readonly<Record<string, Connector>>;
  /** Makes ids; `randomId` unless said. */
  readonly newId?: () => string;
  /** Versions that are read already, for a house over the same files, clock and systems; its own unless said. */
  readonly library?: Library;
}

/** 120 random bits in 20 letters that are safe in URLs. */
export const randomId = (): string => randomBytes(15).toString('base64url');

/** Puts the house together over a store, files and a clock. */
export function compose({ configuration, store, files, log, now, samplePassword, instead, newId = randomId, library = openLibrary(files, now, configuration.systems) }: World): Services {
  const live = liveHub();
  const openid = configuration.openid === undefined ? undefined : openIdClient(configuration.openid, `${configuration.publicUrl}/api/session/openid/answer`);
  const own = readOwn(configuration.connectors);
  const base = { configuration, agencies: readAgencies(configuration.agency), store, files, log, now, newId, library, live, trials: openTrials(() => performance.now()), openid, samplePassword, portal: portalOf(configuration), signing: own['signature.sign'], ...providerOf({ configuration, now, log, newId }) };
  const connectors = { 'letter.issue': letterIssue(base), 'register.number': registerNumber(base), 'fee.request': feeRequest, notify, publish, follow, described: describedConnector(base), ...instead };
  const handOn = outward(base, own);
  const runtime = createRuntime({
    store, now, newId, log,
    random: Math.random,
    loadProcedure: async (hash, tx) => (await library.version(tx, hash))?.runnable,
    published: async (tx) => {
      const { readable, unreadable } = await library.published(tx);
      return { readable: readable.map((pack) => pack.runnable), unreadable: unreadable.map(({ key }) => key) };
    },
    current: async (tx, key) => (await library.current(tx, key))?.runnable,
    connectors,
    ...(knows(configuration.systems, 'national-portal') && { statesTo: nationalPortal }),
    ...(configuration.push !== undefined && { push: sendPush(base, configuration.push) }),
    moved: (dossier) => tellOf(live, dossier, now()),
    // The citizen reads notices on the portal: there the outbox row itself is the delivery.
    deliver: async (notice) => {
      if (notice.recipient === paymentProvider) return sendRefund({ ...base, runtime }, notice);
      const dossier = await store.read((tx) => tx.dossiers.first({ id: notice.dossierId }));
      if (dossier === undefined) return;
      if (notice.recipient !== nationalPortal) {
        tellOf(live, dossier, now());
        await pushNotice(base, notice, dossier);
      }
      await handOn(notice, dossier);
    },
  });
  return { ...base, runtime, connectors: new Set(Object.keys(connectors)) };
}
