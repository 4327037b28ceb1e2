import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Configuration } from '../configuration.ts';
import { authorized } from '../outside/authorize.ts';
import { fetched, NotAnswered } from '../outside/send.ts';
import type { Portal } from './portal.ts';

const fileSeconds = 60;

/** The portal of this installation whose dossiers come in here; undefined where there is none. */
export function portalOf({ intake, systems }: Pick<Configuration, 'intake' | 'systems'>): Portal | undefined {
  if (intake === undefined) return undefined;
  const { description } = intake;
  if (intake.simulated) return { description, secret: randomBytes(32).toString('hex'), simulated: true, file: (_path, take) => take(Readable.from([Buffer.from(madeUp)])) };
  const system = systems === 'simulated' ? undefined : systems[description.system];
  const secret = system?.secrets[description.signature.secret];
  if (system === undefined || secret === undefined) throw new Error(`expected the system "${description.system}" with its secrets in the file of systems, but it is not there`);
  return {
    description, secret, simulated: false,
    file: (path, take) => fetched(system, authorized({ method: 'GET', path, headers: { accept: '*/*' } }, description.auth, system), AbortSignal.timeout(fileSeconds * 1000), async (incoming) => {
      if (incoming.statusCode === 200) return take(incoming);
      const status = incoming.statusCode ?? 0;
      throw new NotAnswered(`expected the portal to hand out a file, but it answered ${status}`, status >= 300 && status < 500 && status !== 408 && status !== 429 ? 'file-missing' : undefined);
    }),
  };
}

/** The smallest page that readers open. */
const madeUp = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 200]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj
4 0 obj<</Length 74>>stream
BT /F1 14 Tf 40 120 Td (Giay to gia dinh / Fictional paper, simulated) Tj ET
endstream endobj
trailer<</Root 1 0 R>>
%%EOF
`;
