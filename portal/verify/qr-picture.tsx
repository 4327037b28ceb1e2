import { Camera } from 'lucide-react';
import { useRef, useState, type ChangeEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from './words.ts';
import { codeIn } from './code-in.ts';

interface Detector {
  detect(picture: ImageBitmap): Promise<readonly { rawValue: string }[]>;
}
// Chrome on Android reads QR codes by itself; other browsers do not have it, and then the button is absent.
const Detecting = (globalThis as { BarcodeDetector?: new (options: { formats: string[] }) => Detector }).BarcodeDetector;

/** Photographs the QR of a paper and finds its code, where the browser can. */
export const QrPicture = ({ onCode }: { onCode: (code: string) => void }) => {
  const text = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  if (!Detecting) return null;
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    const found = await createImageBitmap(file).then((picture) => new Detecting({ formats: ['qr_code'] }).detect(picture)).catch(() => []);
    const code = codeIn(found[0]?.rawValue ?? '');
    setFailed(!code);
    if (code) onCode(code);
  };
  return (
    <>
      <Button onClick={() => picker.current?.click()}><Icon of={Camera} />{text('verifyPhoto')}</Button>
      <input ref={picker} type="file" accept="image/*" capture="environment" hidden onChange={(event) => void read(event)} />
      <output>{failed && text('verifyPhotoFailed')}</output>
    </>
  );
};
