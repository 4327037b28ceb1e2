import { join } from 'node:path';
import type { IntakeDescription } from './intake/description.ts';
import { readIntake, shippedIntake } from './intake/read-intake.ts';
import { readSystems, type Systems } from './outside/systems.ts';
import { pushKeysFile, readPushKeys } from './push/keys.ts';
import { pushConfiguration, type PushConfiguration } from './push/push-configuration.ts';
import type { PaymentDescription } from './payments/description.ts';
import { readPayments } from './payments/read-payments.ts';
import { readOpenId } from './session/openid-file.ts';

/** How this installation runs; read once from the environment. */
export interface Configuration {
  readonly port: number;
  readonly host: string;
  /** The address people use, without a trailing slash. Links and QR codes are made from it. */
  readonly publicUrl: string;
  /** SQLite file, or a `postgres://` address. */
  readonly database: string;
  /** Folder of uploaded and issued files. */
  readonly files: string;
  /** Folder of the built apps. */
  readonly apps: string;
  /** A named proxy stands in front and sets X-Forwarded-*. */
  readonly proxy: boolean;
  /** Fictional data: accounts are shown at sign-in, every page says so. */
  readonly sample: boolean;
  readonly openid: OpenIdConfiguration | undefined;
  /** Who takes fees; nobody while it is undefined. `simulated`: a bank that moves no money. */
  readonly payments: PaymentDescription | 'simulated' | undefined;
  /** The portal outside whose dossiers come in here; nobody's while it is undefined. */
  readonly intake: { readonly description: IntakeDescription; readonly simulated: boolean } | undefined;
  /** Key of the simulated bank's signatures. */
  readonly bankSecret: string;
  /** File with name, colours, menu and tiles of the citizen's app (server/agency). */
  readonly agency: string;
  /** Folder of the descriptions by which the house tells the national portal and sends messages (server/outside/outward.ts). */
  readonly connectors: string;
  /** Systems outside that procedures may reach by their connectors (server/outside/systems.ts). */
  readonly systems: Systems;
  /** How phones are reached with pushes; nobody's are while it is undefined. */
  readonly push: PushConfiguration | undefined;
  /** Number to call, printed on letters. */
  readonly phone: string;
}

export interface OpenIdConfiguration {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly name: { readonly vi: string; readonly en: string };
  readonly scope: string;
  /** What the provider calls the 12-digit identity number, the name, the phone and the e-mail address. */
  readonly claims: { readonly idNo: string; readonly name: string; readonly phone: string; readonly email: string };
  /** Allows a provider on plain http: for tests and closed networks. */
  readonly insecure: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads MOTCUA_*. Throws with the variable's name when one does not fit. */
export function readConfiguration(environment: Environment, root: string): Configuration {
  const text = (name: string, usual: string): string => environment[`MOTCUA_${name}`] ?? usual;
  const port = Number(text('PORT', '3000'));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`expected MOTCUA_PORT to be a port number, but it is "${text('PORT', '')}"`);
  const publicUrl = text('URL', `http://localhost:${port}`).replace(/\/+$/, '');
  if (!/^https?:\/\/[^/\s]+$/.test(publicUrl)) throw new Error(`expected MOTCUA_URL like https://motcua.example, but it is "${publicUrl}"`);
  const folder = text('DATA', join(root, 'var'));
  const sample = text('SAMPLE', 'no') === 'yes';
  const systems = systemsOf(environment);
  return {
    port,
    host: text('HOST', '127.0.0.1'),
    publicUrl,
    database: text('DATABASE', join(folder, 'motcua.sqlite')),
    files: text('FILES', join(folder, 'files')),
    apps: text('APPS', join(root, 'dist')),
    proxy: text('PROXY', 'no') === 'yes',
    sample,
    openid: openIdOf(environment),
    payments: paymentsOf(environment, systems, sample),
    intake: intakeOf(environment, systems, sample),
    bankSecret: text('BANK_SECRET', ''),
    agency: text('AGENCY', join(import.meta.dirname, 'agency/default.json')),
    connectors: text('CONNECTORS', join(import.meta.dirname, '../connectors')),
    systems,
    push: pushOf(environment, folder, publicUrl),
    phone: text('PHONE', '028 0000 0000'),
  };
}

/** Without a file there are none; `simulated` plays them all. */
function systemsOf(environment: Environment): Systems {
  const path = environment['MOTCUA_SYSTEMS'] ?? '';
  if (path === '') return {};
  return path === 'simulated' ? path : readSystems(path, environment);
}

/** What is made up is paid at a bank that is made up; where people are real, only what the installation names takes their money. */
function paymentsOf(environment: Environment, systems: Systems, sample: boolean): Configuration['payments'] {
  const path = environment['MOTCUA_PAYMENTS'] ?? '';
  if (path === '') return sample ? 'simulated' : undefined;
  return path === 'simulated' ? path : readPayments(path, systems);
}

/** What is made up has a portal that is made up, and no other. */
function intakeOf(environment: Environment, systems: Systems, sample: boolean): Configuration['intake'] {
  const path = environment['MOTCUA_INTAKE'] ?? '';
  if (path === 'simulated' || (path === '' && sample)) return { description: shippedIntake(), simulated: true };
  return path === '' ? undefined : { description: readIntake(path, systems), simulated: false };
}

/** By the keys that the first start has made (server/commands/serve.ts). */
function pushOf(environment: Environment, folder: string, publicUrl: string): Configuration['push'] {
  const file = pushKeysFile(environment, folder);
  const keys = file === undefined ? undefined : readPushKeys(file);
  return keys && pushConfiguration(keys, publicUrl, environment['MOTCUA_PUSH_CONTACT']);
}

/** Without a file nobody signs in elsewhere. */
function openIdOf(environment: Environment): OpenIdConfiguration | undefined {
  const path = environment['MOTCUA_OPENID'] ?? '';
  return path === '' ? undefined : readOpenId(path, environment);
}
