import { jsonFrom, readBytes } from '../http/body.ts';
import type { Handlers } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { setPolicy } from '../http/security-headers.ts';
import { portalPage, type Said } from '../intake/portal-page.ts';
import { sampleMessages } from '../intake/sample-messages.ts';
import { takeDossier } from '../intake/take-dossier.ts';
import { isSigned, signatureOf } from '../payments/signature.ts';
import type { Services } from '../services.ts';

const messageLimit = 1_000_000;

/** Dossiers that were filed at a portal outside. */
export const intakeHandlers = (services: Services) => {
  const { portal } = services;
  const played = () => {
    if (portal?.simulated !== true) throw notFound();
    return portal;
  };
  const page = (said: Said | undefined) => ({ content: portalPage(sampleMessages(played().description), said), type: 'text/html; charset=utf-8', headers: { 'Cache-Control': 'no-store' } });

  return {
    'POST /api/intake/:provider/dossiers': async ({ params, context, language, at }) => {
      if (portal === undefined || params.provider !== portal.description.name) throw notFound();
      const { signature } = portal.description;
      const bytes = await readBytes(context, messageLimit);
      if (!isSigned(portal.secret, bytes, context.get(signature.header), signature)) throw new ProblemError('forbidden');
      return takeDossier(services, portal, jsonFrom(bytes), { language, at });
    },

    'GET /national-portal': async ({ context }) => {
      setPolicy(context, 'app');
      return page(undefined);
    },

    'POST /national-portal': async ({ context, language, at }) => {
      const { description, secret } = played();
      const form = new URLSearchParams((await readBytes(context, 1000)).toString('utf8'));
      const sample = sampleMessages(description)[Number(form.get('sample'))];
      if (sample === undefined) throw notFound();
      setPolicy(context, 'app');
      // The message takes the way of a real portal's: signed bytes, read and checked again.
      const bytes = Buffer.from(JSON.stringify(sample.numbered(services.newId().slice(0, 8))));
      const signature = signatureOf(secret, bytes, description.signature);
      if (!isSigned(secret, bytes, signature, description.signature)) throw new ProblemError('forbidden');
      try {
        return page({ taken: await takeDossier(services, played(), jsonFrom(bytes), { language, at }) });
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        return page({ refused: [...(error.facts.detail === undefined ? [] : [error.facts.detail[language]]), ...(error.facts.errors ?? []).map(({ path, message }) => `${path}: ${message}`)] });
      }
    },
  } satisfies Partial<Handlers>;
};
