import { Camera, FileText, Paperclip } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Json } from '../../../engine/state.ts';
import { Button } from '../../../ui/button.tsx';
import { filesIn } from '../../display.ts';
import type { FileValue } from '../../form.ts';
import { byteSize, mediaNames } from '../../media.ts';
import { messageOf } from '../../messages.ts';
import { useAsking } from '../asking.ts';
import type { WidgetProps } from '../widget.ts';

interface Sending {
  readonly key: number;
  readonly name: string;
  readonly done: number;
  readonly failed?: string;
}


/** Files go up when picked, several at once; each has its own progress and its own error. */
export function FilesWidget({ field, path, id, value, onChange, invalid, describedBy }: WidgetProps) {
  const { lang, say, upload, fileHref, readOnly, uploads } = useAsking();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const files = filesIn(value);
  // Several uploads may end between two renders: each adds to what the one before left.
  const latest = useRef(files);
  const keys = useRef(0);
  useEffect(() => {
    latest.current = files;
  });
  const keep = (next: readonly FileValue[]) => {
    latest.current = [...next];
    onChange(next.length > 0 ? (next as unknown as Json) : undefined);
  };
  const { accept = [], maxBytes, label } = field.ui;
  const update = (key: number, change: Partial<Sending> | undefined) => setSending((all) => (change ? all.map((one) => (one.key === key ? { ...one, ...change } : one)) : all.filter((one) => one.key !== key)));

  const send = async (file: File) => {
    const key = (keys.current += 1);
    const unfit = file.type !== '' && accept.length > 0 && !accept.includes(file.type) ? messageOf('accept', { name: file.name, kinds: mediaNames(accept) }, field) : maxBytes !== undefined && file.size > maxBytes ? messageOf('maxBytes', { name: file.name, most: maxBytes }, field) : undefined;
    setSending((all) => [...all, { key, name: file.name, done: 0, ...(unfit ? { failed: unfit[lang] } : {}) }]);
    if (unfit || !upload) return;
    uploads(1);
    try {
      const sent = await upload(path, file, (done) => update(key, { done }));
      update(key, undefined);
      keep([...latest.current, sent]);
    } catch (error) {
      const said = error instanceof Error && 'forPeople' in error ? error.message : say('uploadFailed', { what: file.name });
      update(key, { failed: said });
    } finally {
      uploads(-1);
    }
  };
  const pick = (input: HTMLInputElement) => {
    for (const file of input.files ?? []) void send(file);
    input.value = '';
  };
  const limits = accept.length > 0 && maxBytes !== undefined ? say('accepts', { kinds: mediaNames(accept), most: byteSize(maxBytes, lang) }) : undefined;
  const images = accept.filter((type) => type.startsWith('image/'));

  return (
    <>
      {limits && <p className="field-hint" id={`${id}-limits`}>{limits}</p>}
      <ul className="form-files">
        {files.map((file) => (
          <li key={file.file}>
            <FileText className="icon" aria-hidden="true" />
            <span className="form-file-name">
              {fileHref ? <a href={fileHref(file)}>{file.name}</a> : file.name} <span className="number muted">{byteSize(file.size, lang)}</span>
            </span>
            {!readOnly && (
              <Button kind="quiet" aria-label={say('removeWhat', { what: file.name })} onClick={() => { keep(files.filter((one) => one.file !== file.file)); document.getElementById(id)?.focus(); }}>
                {say('remove')}
              </Button>
            )}
          </li>
        ))}
        {sending.map(({ key, name, done, failed }) => (
          <li key={key} className={failed ? 'form-file-failed' : undefined}>
            {failed ? (
              <>
                <span className="field-message" role="alert">{failed}</span>
                <Button kind="quiet" aria-label={`${say('dismiss')}: ${name}`} onClick={() => update(key, undefined)}>{say('dismiss')}</Button>
              </>
            ) : (
              <span className="form-file-name">
                {say('uploading', { what: name })}
                <span className="form-progress"><progress value={done} max={1} aria-label={say('uploading', { what: name })} /> {Math.round(done * 100)}%</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <p className="row">
          <Button id={id} aria-label={say('pickFor', { what: label[lang] })} aria-describedby={[limits && `${id}-limits`, describedBy].filter(Boolean).join(' ') || undefined} data-invalid={invalid || undefined} onClick={() => picker.current?.click()}>
            <Paperclip className="icon" aria-hidden="true" /> {say('pick')}
          </Button>
          <input ref={picker} type="file" hidden multiple accept={accept.join(',')} aria-label={label[lang]} onChange={({ target }) => pick(target)} />
          {images.length > 0 && (
            <span className="form-camera">
              <Button aria-label={say('photoFor', { what: label[lang] })} onClick={() => camera.current?.click()}>
                <Camera className="icon" aria-hidden="true" /> {say('photo')}
              </Button>
              <input ref={camera} type="file" hidden accept={images.join(',')} capture="environment" aria-label={label[lang]} onChange={({ target }) => pick(target)} />
            </span>
          )}
        </p>
      )}
    </>
  );
}
