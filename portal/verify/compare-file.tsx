import { useRef, useState, type ChangeEvent } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from './words.ts';

const hashOf = async (file: File) => {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
};

/** Compares the PDF in hand with the one that was issued, on this device: the file is not sent anywhere. */
export const CompareFile = ({ sha256 }: { sha256: string }) => {
  const text = useText();
  const picker = useRef<HTMLInputElement>(null);
  const [verdict, setVerdict] = useState<{ name: string; same: boolean }>();
  // browsers hash only on pages that came over a safe connection
  if (!globalThis.crypto?.subtle) return <p>{text('compareUnsafe')}</p>;
  const compare = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) setVerdict({ name: file.name, same: (await hashOf(file)) === sha256 });
  };
  return (
    <>
      <p>{text('compareHint')}</p>
      <p><Button onClick={() => picker.current?.click()}>{text('compareLabel')}</Button></p>
      <input ref={picker} type="file" accept="application/pdf" hidden aria-label={text('compareLabel')} onChange={(event) => void compare(event)} />
      <output>
        {verdict && (
          <Notice kind={verdict.same ? 'done' : 'danger'} title={verdict.name}>
            <p>{text(verdict.same ? 'compareSame' : 'compareOther')}</p>
          </Notice>
        )}
      </output>
    </>
  );
};
