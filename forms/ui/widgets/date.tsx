import type { Json } from '../../../engine/state.ts';
import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';
import type { Word } from '../words.ts';

const parts = ['day', 'month', 'year'] as const satisfies readonly Word[];

/** "2019-03-27", or what has been typed so far, "27/3/", as day, month, year. */
function split(value: Json | undefined): string[] {
  if (typeof value !== 'string') return ['', '', ''];
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (iso) return [iso[3], iso[2], iso[1]].map((part) => String(Number(part)));
  return [0, 1, 2].map((index) => value.split('/')[index] ?? '');
}

function join([day = '', month = '', year = '']: readonly string[]): string | undefined {
  if (day === '' && month === '' && year === '') return undefined;
  const whole = /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^[1-9]\d{3}$/.test(year);
  return whole ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : `${day}/${month}/${year}`;
}

/** Three fields, because a remembered date is typed faster than found in a calendar. */
export function DateWidget({ id, value, onChange, invalid, describedBy, field }: WidgetProps) {
  const { say, readOnly } = useAsking();
  const texts = split(value);
  return (
    <span className="form-date">
      {parts.map((part, index) => (
        <span key={part}>
          <label htmlFor={index === 0 ? id : `${id}-${part}`}>{say(part)}</label>
          <input
            id={index === 0 ? id : `${id}-${part}`}
            className={`control form-date-${part}`}
            type="text"
            inputMode="numeric"
            autoComplete={field.ui.autocomplete === 'bday' ? `bday-${part}` : 'off'}
            maxLength={part === 'year' ? 4 : 2}
            readOnly={readOnly}
            value={texts[index]}
            aria-invalid={invalid || undefined}
            aria-describedby={index === 0 ? describedBy : undefined}
            onChange={({ target }) => onChange(join(texts.map((text, at) => (at === index ? target.value.replace(/\D/g, '') : text))))}
          />
        </span>
      ))}
    </span>
  );
}
