import { lazy, Suspense, useState } from 'react';
import type { Json } from '../../../engine/state.ts';
import { Button } from '../../../ui/button.tsx';
import { filesIn } from '../../display.ts';
import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';

// Most forms ask for no signature: what draws one comes when it is asked for.
const Pad = lazy(async () => ({ default: (await import('./signature-pad.tsx')).SignaturePad }));

/** A signature as a picture: drawn with finger or mouse, or the typed name, which is confirmed. It goes up like any file. */
export function SignatureWidget({ field, path, id, value, onChange, invalid, describedBy }: WidgetProps) {
  const { say, upload, fileHref, readOnly, uploads } = useAsking();
  const [picture, setPicture] = useState<{ readonly file: string; readonly address: string }>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [signed] = filesIn(value);
  const sign = async (name: string, made: Blob, address: string) => {
    if (!upload || busy) return;
    setFailed(false);
    setBusy(true);
    uploads(1);
    try {
      const sent = await upload(path, new File([made], `${name}.png`, { type: 'image/png' }), () => undefined);
      setPicture({ file: sent.file, address });
      onChange([sent] as unknown as Json);
    } catch {
      setFailed(true);
    } finally {
      uploads(-1);
      setBusy(false);
    }
  };
  if (signed) {
    const address = picture?.file === signed.file ? picture.address : fileHref?.(signed);
    return (
      <div className="form-sign">
        {address === undefined ? <p>{signed.name}</p> : <img className="form-signature" src={address} alt={signed.name.replace(/\.png$/, '')} />}
        {!readOnly && <Button id={id} aria-describedby={describedBy} onClick={() => onChange(undefined)}>{say('signAgain')}</Button>}
      </div>
    );
  }
  if (readOnly) return <p className="muted">{say('unanswered')}</p>;
  return (
    <div className="form-sign">
      <Suspense fallback={<p className="muted">{say('signLoading')}</p>}>
        <Pad id={id} label={field.ui.label} describedBy={describedBy} invalid={invalid} busy={busy} onSign={(...made) => void sign(...made)} />
      </Suspense>
      {failed && <p className="field-message" role="alert">{say('signFailed')}</p>}
    </div>
  );
}
