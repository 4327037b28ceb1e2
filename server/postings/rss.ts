import type { Posting } from '../api/posting.ts';
import { xmlText } from '../http/xml-text.ts';

const dayOf = (instant: string): string => new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date(instant));

/** The postings as a feed (RSS 2.0), in Vietnamese. */
export function rssOf(postings: readonly Posting[], { name, url, at, fictional }: { readonly name: string; readonly url: string; readonly at: string; readonly fictional: boolean }): string {
  const items = postings.map(({ id, title, procedure, unit, about, from, to }) => {
    const link = `${url}/notices#${id}`;
    const said = `${procedure.name.vi}${about === null ? '' : `: ${about}`}. Niêm yết tại ${unit.name.vi} từ ${dayOf(from)} đến ${dayOf(to)}${fictional ? ' (dữ liệu giả định)' : ''}.`;
    return `<item><title>${xmlText(title.vi)}</title><link>${xmlText(link)}</link><guid isPermaLink="false">${xmlText(id)}</guid><pubDate>${new Date(from).toUTCString()}</pubDate><category>${xmlText(procedure.name.vi)}</category><description>${xmlText(said)}</description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${xmlText(`${name}: thông báo niêm yết`)}</title><link>${xmlText(`${url}/notices`)}</link><description>Văn bản đang niêm yết công khai theo luật${fictional ? ' (dữ liệu giả định)' : ''}</description><language>vi</language><lastBuildDate>${new Date(at).toUTCString()}</lastBuildDate><ttl>60</ttl>${items.join('')}</channel></rss>\n`;
}
