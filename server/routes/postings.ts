import type { Handlers } from '../http/handler.ts';
import { postingsOf } from '../postings/postings.ts';
import { rssOf } from '../postings/rss.ts';
import type { Services } from '../services.ts';

export const postingHandlers = ({ store, library, agencies, configuration }: Services) => {
  const posted = (at: string) => store.read(async (tx) => postingsOf(tx, (await library.published(tx)).readable, at));
  return {
    'GET /api/postings': async ({ at }) => ({ at, fictional: configuration.sample, postings: await posted(at) }),

    'GET /api/postings.rss': async ({ at }) => ({ content: rssOf(await posted(at), { name: agencies.usual.name.vi, url: configuration.publicUrl, at, fictional: configuration.sample }), type: 'application/rss+xml; charset=utf-8', headers: { 'Cache-Control': 'public, max-age=300' } }),
  } satisfies Partial<Handlers>;
};
