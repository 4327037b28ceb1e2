import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../ui/button.tsx';
import { pick } from '../../ui/language.ts';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-text.ts';
import { FormPage } from '../../forms/ui/form-page.tsx';
import { Guard } from '../forms/guard.tsx';
import { sampleCatalogues } from '../forms/sample-catalogues.ts';
import type { Texts } from '../proof/read-package.ts';
import { useText } from '../words.ts';
import { faultsIn, type Fault } from './faults-in.ts';
import { sightsOf, type Sight } from './looked-at.ts';

interface Found { readonly sight: Sight; readonly faults: readonly Fault[] }

/** Every page of the draft's forms is drawn as on a phone, one after the other, and looked at by axe: told, never in the way. */
export const AccessibilityCheck = ({ files, at }: { files: Texts | undefined; at: string }) => {
  const text = useText();
  const language = useLanguage();
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [now, setNow] = useState<{ readonly sight: Sight; readonly index: number; readonly count: number }>();
  const [found, setFound] = useState<readonly Found[]>();
  const [failed, setFailed] = useState(false);
  const look = async () => {
    const sights = sightsOf(files ?? {});
    const all: Found[] = [];
    setFound(undefined);
    setFailed(false);
    try {
      for (const [index, sight] of sights.entries()) {
        flushSync(() => setNow({ sight, index: index + 1, count: sights.length }));
        // gone when somebody left the page
        if (!frame.current) return;
        const faults = await faultsIn(frame.current);
        if (faults.length > 0) all.push({ sight, faults });
      }
      setFound(all);
    } catch {
      setFailed(true);
    }
    setNow(undefined);
  };
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{text('accessibilityCheck')}</h3>
      <p>{text('accessibilityLead')}</p>
      <Button busy={now !== undefined} aria-disabled={files === undefined} onClick={() => { if (files !== undefined && now === undefined) void look(); }}>{text('accessibilityLook')}</Button>
      <div aria-live="polite">
        {failed && <p>{text('checkFailed')}</p>}
        {found?.length === 0 && <Notice kind="done" title={text('accessibilityNone')} />}
        {found !== undefined && found.length > 0 && (
          <Notice kind="soon" title={text('accessibilityFound', { count: found.length })}>
            <ul>
              {found.map(({ sight: { form, page, lang }, faults }) => (
                <li key={`${form.id} ${page.id} ${lang}`}>
                  <span lang={lang}>{pick(page.title, lang)}</span> <span className="finding-place muted">{text('titleForm', { name: pick(form.title, language) })} · {text(lang === 'vi' ? 'inVietnamese' : 'inEnglish')}</span>
                  <ul>{faults.map(({ rule, help, places }) => <li key={rule}><code>{rule}</code> <span lang="en">{help}</span> <code>{places.join(', ')}</code></li>)}</ul>
                </li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
      {now && (
        <>
          <p className="muted">{text('accessibilityAt', { index: now.index, count: now.count, page: pick(now.sight.page.title, language) })}</p>
          <div className="phone" lang={now.sight.lang} ref={frame}>
            <Guard key={now.index} fallback={<p>{text('previewFailed')}</p>}>
              <FormPage form={now.sight.form} page={now.sight.page} answer={now.sight.answer} onChange={() => undefined} errors={[]} onSubmit={() => undefined} lang={now.sight.lang} at={at} catalogues={sampleCatalogues} />
            </Guard>
          </div>
        </>
      )}
      <details className="panel-more">
        <summary>{text('checkMethod')}</summary>
        <p>{text('accessibilityMethod')}</p>
      </details>
    </section>
  );
};
