import type { AlertVersionRow } from '../../storage/tables/alerts.ts';
import type { AlertContent, AlertView } from '../api/alert.ts';
import { xmlText } from '../http/xml-text.ts';
import { contentOf } from './alerts.ts';
import { capAreaOf } from './cap-area.ts';

/** Who sends, and whether what is sent is made up: then the message says so, as one that nobody acts on. */
export interface Sender { readonly url: string; readonly sample: boolean; readonly name: string }

const zone = 7 * 3_600_000;
/** CAP wants the offset written out, and no fractions of a second. */
const capTime = (instant: string): string => `${new Date(Date.parse(instant) + zone).toISOString().slice(0, 19)}+07:00`;

const senderOf = ({ url }: Sender): string => `alerts@${new URL(url).hostname}`;
const identifierOf = ({ alertId, number }: AlertVersionRow): string => `motcua-${alertId}-${number}`;

const tag = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`;
const maybe = (name: string, text: string | null | undefined): string => (text === null || text === undefined || text === '' ? '' : tag(name, text));

const messageOf = { publish: 'Update', end: 'Update', expire: 'Update', cancel: 'Cancel' } as const;
const over = { end: { vi: 'Đã kết thúc.', en: 'It is over.' }, expire: { vi: 'Đã hết hạn.', en: 'It has expired.' }, cancel: { vi: 'Thông báo được rút lại.', en: 'The message is taken back.' } } as const;

/** One thing that was told, as a message of the Common Alerting Protocol (OASIS CAP 1.2); `versions` are all that were told until then, the oldest first. */
export function capOf(alert: Pick<AlertView, 'id' | 'unit' | 'publishedAt'>, versions: readonly AlertVersionRow[], sender: Sender): string {
  const told = versions.at(-1);
  if (told === undefined) throw new Error('expected at least one version of an alert, but there is none');
  const earlier = versions.slice(0, -1).map((one) => `${senderOf(sender)},${identifierOf(one)},${capTime(one.at)}`).join(' ');
  const content = contentOf(told);
  const languages = content.headline.en === '' || content.description.en === '' ? (['vi'] as const) : (['vi', 'en'] as const);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">',
    tag('identifier', identifierOf(told)), tag('sender', senderOf(sender)), tag('sent', capTime(told.at)), tag('status', sender.sample ? 'Test' : 'Actual'), tag('msgType', earlier === '' ? 'Alert' : messageOf[told.act]),
    tag('source', sender.name), tag('scope', 'Public'), maybe('note', noteOf(told, sender)), maybe('references', earlier),
    ...languages.map((language) => infoOf(language, content, told, alert, sender)), '</alert>\n',
  ].join('');
}

const noteOf = ({ reason }: AlertVersionRow, { sample }: Sender): string => [sample && 'Dữ liệu giả định / Fictional data', reason?.vi].filter(Boolean).join('. ');

function infoOf(language: 'vi' | 'en', content: AlertContent, { act, untilAt, at, reason }: AlertVersionRow, alert: Pick<AlertView, 'id' | 'unit' | 'publishedAt'>, { url }: Sender): string {
  const { event, category, severity, certainty, headline, description, instruction, place, level, levelName, depthCm } = content;
  const isOver = act !== 'publish';
  const { polygons, circles } = capAreaOf(content);
  const parameter = (name: string, value: string): string => `<parameter>${tag('valueName', name)}${tag('value', value)}</parameter>`;
  const said = isOver ? [over[act][language], reason?.[language] || reason?.vi, description[language]].filter(Boolean).join(' ') : description[language];
  return [
    '<info>', tag('language', language === 'vi' ? 'vi-VN' : 'en-US'), tag('category', category), tag('event', event[language] || event.vi), isOver ? tag('responseType', 'AllClear') : '',
    tag('urgency', isOver ? 'Past' : content.urgency), tag('severity', severity), tag('certainty', certainty), tag('effective', capTime(at)), tag('onset', capTime(alert.publishedAt)), isOver ? '' : tag('expires', capTime(untilAt)),
    tag('senderName', alert.unit.name[language] || alert.unit.name.vi), tag('headline', headline[language]), tag('description', said), maybe('instruction', isOver ? null : instruction?.[language] || instruction?.vi), tag('web', `${url}/alerts/${alert.id}`),
    parameter('level', String(level)), parameter('levelName', levelName[language] || levelName.vi), depthCm === null ? '' : parameter('depthCm', String(depthCm)),
    '<area>', tag('areaDesc', place[language] || place.vi), ...polygons.map((polygon) => tag('polygon', polygon)), ...circles.map((circle) => tag('circle', circle)), '</area></info>',
  ].join('');
}
