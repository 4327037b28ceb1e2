import { precompile } from '../../forms/precompile/precompile.ts';
import { answerGuide } from '../../procedures/decide.ts';
import { lifeEvents } from '../../procedures/life-events.ts';
import type { Transaction } from '../../storage/store.ts';
import { inForce } from '../../storage/tables/units.ts';
import type { GuideVerdict } from '../api/procedure.ts';
import { manifestOf } from '../agency/manifest.ts';
import { displayed } from '../../forms/answers.ts';
import type { Form } from '../../forms/form.ts';
import type { Json } from '../../engine/state.ts';
import { cataloguesFor } from '../forms/catalogues.ts';
import { judge } from '../forms/judge.ts';
import type { Handlers, RawReply } from '../http/handler.ts';
import { notFound, ProblemError } from '../http/problem-error.ts';
import { mediaOf } from '../library/package-files.ts';
import { isFiled, isService, type Package } from '../library/package.ts';
import { postageAt, withPostage } from '../forms/postage.ts';
import type { Services } from '../services.ts';
import { disposition } from '../uploads/file-name.ts';
import { procedureSummary, serviceSheet } from '../views/sheet-view.ts';

const forEver = 'public, max-age=31536000, immutable';

export const procedureHandlers = ({ store, library, agencies }: Services) => {
  /** The named version of the procedure, else the published one. */
  const packOf = async (tx: Transaction, key: string, version: string | undefined): Promise<Package> => {
    const pack = version === undefined ? await library.current(tx, key) : await library.version(tx, version);
    if (pack === undefined || pack.procedure.key !== key) throw notFound();
    return pack;
  };
  const formOf = (pack: Package, name: string): Form => {
    const form = pack.forms.get(name);
    if (form === undefined) throw notFound();
    return form;
  };

  return {
    'GET /api/app': async ({ context }) => {
      const { name: called, title, lead, colours, menu, tiles } = agencies.at(context.hostname);
      return { name: called, title, lead, ...(colours && { colours }), menu, tiles, lifeEvents: lifeEvents.map(({ key, name, words }) => ({ key, name, words: [...words] })) };
    },

    'GET /manifest.webmanifest': async ({ context }) => ({ content: JSON.stringify(manifestOf(agencies.at(context.hostname))), type: 'application/manifest+json; charset=utf-8', headers: { 'Cache-Control': 'no-cache' } }),

    'GET /api/procedures': ({ at, context }) => store.read(async (tx) => {
      const { procedures: listed } = agencies.at(context.hostname);
      const offered = (await library.published(tx)).readable.filter((pack) => isFiled(pack) && (listed?.includes(pack.procedure.key) ?? true));
      return { procedures: offered.map((pack) => procedureSummary(pack, at)) };
    }),

    'GET /api/procedures/:key': ({ params, at }) => store.read(async (tx) => {
      const pack = await packOf(tx, params.key, undefined);
      if (!isService(pack)) throw notFound();
      return serviceSheet(tx, pack, (await library.published(tx)).readable, at);
    }),

    'POST /api/procedures/:key/guide': ({ params, body, language, at }) => store.read(async (tx) => {
      const pack = await packOf(tx, params.key, undefined);
      if (pack.procedure.forms.guide === undefined) throw notFound();
      const form = formOf(pack, pack.procedure.forms.guide);
      const { value, errors } = judge(form, body.answers, at, await cataloguesFor(tx, undefined, at), language);
      if (errors.length > 0) throw new ProblemError('invalid', { errors });
      const answer = answerGuide(pack, value, at);
      if ('failed' in answer) throw new ProblemError('rejected');
      return verdictOf(form, value, answer);
    }),

    'GET /api/procedures/:key/forms/:form': ({ params, query, actor, at }) => store.read(async (tx) => {
      const pack = await packOf(tx, params.key, query.version);
      const form = withPostage(formOf(pack, params.form), pack, await postageAt(tx, at));
      return {
        procedure: pack.procedure.key, version: pack.hash, form, catalogues: await cataloguesFor(tx, actor, at, form),
        validator: `/api/procedures/${params.key}/forms/${params.form}/validator.js?version=${pack.hash}`,
      };
    }),

    'GET /api/procedures/:key/forms/:form/validator.js': async ({ params, query }): Promise<RawReply> => {
      const form = await store.read(async (tx) => formOf(await packOf(tx, params.key, query.version), params.form));
      const { code } = await precompile(form);
      return { content: code, type: 'text/javascript; charset=utf-8', headers: { 'Cache-Control': query.version === undefined ? 'no-cache' : forEver } };
    },

    'GET /api/procedures/:key/resources/:name': async ({ params, query }): Promise<RawReply> => {
      const pack = await store.read((tx) => packOf(tx, params.key, query.version));
      const content = pack.resources.get(params.name);
      if (content === undefined) throw notFound();
      return {
        content, type: mediaOf(params.name), length: content.length,
        headers: { 'Content-Disposition': disposition('attachment', params.name), 'Cache-Control': query.version === undefined ? 'no-cache' : forEver },
      };
    },

    'GET /api/units': ({ query, at }) => store.read(async (tx) => {
      const rows = await tx.units.find({ ...(query.kind === undefined ? {} : { kind: query.kind }), ...inForce(at) }, { order: [['id', 'asc']], limit: 1000 });
      return { units: rows.map(({ id, name, kind, parentId }) => ({ id, name, kind, parent: parentId })) };
    }),
  } satisfies Partial<Handlers>;
};

const titles: Readonly<Record<GuideVerdict['next'], GuideVerdict['title']>> = {
  'file': { vi: 'Bạn cần nộp hồ sơ', en: 'You need to file' },
  'nothing': { vi: 'Bạn không phải nộp hồ sơ', en: 'You need not file' },
  'find-out': { vi: 'Cần tìm hiểu thêm trước', en: 'Something must be found out first' },
};

function verdictOf(form: Form, answers: { readonly [name: string]: Json }, answer: Extract<ReturnType<typeof answerGuide>, { outcome: string }>): GuideVerdict {
  const next = answer.outcome === 'exempt' ? 'nothing' : answer.outcome === 'ask' ? 'find-out' : 'file';
  const facts = Object.keys(answers).flatMap((field) => {
    const label = form.ui.fields[field]?.label;
    const value = { vi: displayed(form, answers, field, 'vi', {}), en: displayed(form, answers, field, 'en', {}) };
    return label === undefined || value.vi === '' ? [] : [{ field, label, value }];
  });
  return { outcome: answer.outcome || 'unknown', next, title: titles[next], explanation: answer.reason, legalBasis: answer.legalBasis.map(({ title }) => title), facts, fee: null };
}
