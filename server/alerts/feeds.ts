import type { Json } from '../../engine/state.ts';
import type { AlertView } from '../api/alert.ts';
import { xmlText } from '../http/xml-text.ts';
import type { Sender } from './cap.ts';

const minuteOf = (instant: string): string => {
  const part = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const [day, time] = part.format(new Date(instant)).split(', ');
  return `${time} ${day}`;
};

/** Alerts in force as a feed (RSS 2.0), in Vietnamese; each entry leads to its page and to its message of CAP 1.2. */
export function alertsRss(alerts: readonly AlertView[], sender: Sender, at: string): string {
  const { url, name, sample } = sender;
  const items = alerts.map(({ id, version, event, levelName, headline, description, place, updatedAt, until, unit }) => {
    const said = `${place.vi}. ${levelName.vi}. ${description.vi} Dự kiến đến ${minuteOf(until)}. ${unit.name.vi}${sample ? ' (dữ liệu giả định)' : ''}.`;
    return `<item><title>${xmlText(headline.vi)}</title><link>${xmlText(`${url}/alerts/${id}`)}</link><guid isPermaLink="false">${xmlText(`${id}-${version}`)}</guid><pubDate>${new Date(updatedAt).toUTCString()}</pubDate><category>${xmlText(event.vi)}</category><description>${xmlText(said)}</description><enclosure url="${xmlText(`${url}/api/alerts/${id}/cap.xml?version=${version}`)}" length="0" type="application/cap+xml"/></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>${xmlText(`${name}: giao thông, ngập nước`)}</title><link>${xmlText(`${url}/alerts`)}</link><description>Thông báo giao thông, ngập nước đang có hiệu lực</description><language>vi</language><lastBuildDate>${new Date(at).toUTCString()}</lastBuildDate><ttl>5</ttl>${items.join('')}</channel></rss>\n`;
}

/** Alerts in force as GeoJSON (RFC 7946), for maps of others. */
export const alertsGeoJson = (alerts: readonly AlertView[], sender: Sender): Json => ({
  type: 'FeatureCollection',
  features: alerts.map(({ geometry, ...properties }) => ({ type: 'Feature', id: properties.id, geometry: geometry as Json, properties: { ...(properties as unknown as Record<string, Json>), sample: sender.sample, web: `${sender.url}/alerts/${properties.id}` } })),
});
