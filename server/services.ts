import type { Runtime } from '../runtime/runtime.ts';
import type { FileStore } from '../storage/files.ts';
import type { Store } from '../storage/store.ts';
import type { Agencies } from './agency/agencies.ts';
import type { Configuration } from './configuration.ts';
import type { Description } from '../procedures/described/description.ts';
import type { Log } from './http/log.ts';
import type { Portal } from './intake/portal.ts';
import type { Library } from './library/package.ts';
import type { LiveHub } from './live/hub.ts';
import type { PaymentProvider } from './payments/provider.ts';
import type { SimulatedBank } from './payments/simulated-bank.ts';
import type { OpenId } from './session/openid.ts';
import type { Trials } from './trial/trials.ts';

/** All that the routes work with. Composed in compose.ts; tests compose their own. */
export interface Services {
  readonly configuration: Configuration;
  readonly store: Store;
  readonly runtime: Runtime;
  readonly now: () => string;
  readonly newId: () => string;
  readonly library: Library;
  readonly files: FileStore;
  /** Names of the connectors that the house has itself: other work waits for programs outside. */
  readonly connectors: ReadonlySet<string>;
  /** Who takes fees; undefined where nobody does. */
  readonly payments: PaymentProvider | undefined;
  /** The portal outside whose dossiers come in here. */
  readonly portal: Portal | undefined;
  /** Set when `payments` is the simulated bank, whose page we then show. */
  readonly bank: SimulatedBank | undefined;
  /** How the service for digital signatures of this installation is asked. */
  readonly signing: Description;
  readonly live: LiveHub;
  /** Drafts that are being tried out, each in a house of its own. */
  readonly trials: Trials;
  /** Name, colours, menu and tiles of the citizen's app. */
  readonly agencies: Agencies;
  readonly log: Log;
  readonly openid: OpenId | undefined;
  /** Accounts to show at sign-in while the data is fictional, with their common password. */
  readonly samplePassword: string | undefined;
}
