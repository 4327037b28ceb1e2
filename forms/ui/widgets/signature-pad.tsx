import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { Button } from '../../../ui/button.tsx';
import type { LocalText } from '../../text.ts';
import { useAsking } from '../asking.ts';

interface SignaturePadProps {
  readonly id: string;
  readonly label: LocalText;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly busy: boolean;
  /** Name of the picture, its bytes as PNG, and an address at which it may be looked at right away. */
  readonly onSign: (name: string, picture: Blob, address: string) => void;
}

/** Pixels of the sheet; on a screen it is as wide as there is room. */
const sheet = { width: 900, height: 300 } as const;
const ink = '#0b3d91';

interface Bounds { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** What is drawn, cut to its ink with a little air, on nothing: a letter prints it on its own paper. */
function cut(drawn: HTMLCanvasElement, { left, top, right, bottom }: Bounds): HTMLCanvasElement {
  const air = 12;
  const from = [Math.max(0, Math.floor(left - air)), Math.max(0, Math.floor(top - air))] as const;
  const made = document.createElement('canvas');
  made.width = Math.min(sheet.width, Math.ceil(right + air)) - from[0];
  made.height = Math.min(sheet.height, Math.ceil(bottom + air)) - from[1];
  made.getContext('2d')?.drawImage(drawn, -from[0], -from[1]);
  return made;
}

function written(name: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, sheet);
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  const face = (size: number) => `italic ${size}px "Be Vietnam Pro", sans-serif`;
  context.font = face(96);
  const size = Math.min(96, (96 * (sheet.width - 60)) / Math.max(1, context.measureText(name).width));
  context.font = face(size);
  context.fillStyle = ink;
  context.textBaseline = 'middle';
  context.fillText(name, 30, sheet.height / 2);
  return cut(canvas, { left: 30, right: 30 + context.measureText(name).width, top: sheet.height / 2 - size * 0.8, bottom: sheet.height / 2 + size * 0.7 });
}

/** Two ways that count the same: a sheet to draw on, and a line for the name. */
export function SignaturePad({ id, label, describedBy, invalid, busy, onSign }: SignaturePadProps) {
  const { lang, say } = useAsking();
  const [way, setWay] = useState<'draw' | 'type'>('draw');
  const [name, setName] = useState('');
  const [missing, setMissing] = useState<'draw' | 'type'>();
  const [bounds, setBounds] = useState<Bounds>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pen = useRef<readonly [number, number]>(undefined);
  useEffect(() => {
    if (canvas.current) Object.assign(canvas.current, sheet);
  }, [way]);

  const at = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
    const box = currentTarget.getBoundingClientRect();
    return [((clientX - box.left) / box.width) * sheet.width, ((clientY - box.top) / box.height) * sheet.height];
  };
  const line = (to: readonly [number, number]) => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const from = pen.current ?? to;
    Object.assign(context, { strokeStyle: ink, lineWidth: 6, lineCap: 'round', lineJoin: 'round' });
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(to[0], to[1] + (pen.current ? 0 : 0.1));
    context.stroke();
    pen.current = to;
    setBounds((all) => ({ left: Math.min(all?.left ?? to[0], to[0]), right: Math.max(all?.right ?? to[0], to[0]), top: Math.min(all?.top ?? to[1], to[1]), bottom: Math.max(all?.bottom ?? to[1], to[1]) }));
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, sheet.width, sheet.height);
    setBounds(undefined);
  };
  const give = (picture: HTMLCanvasElement, called: string) => {
    picture.toBlob((bytes) => {
      if (bytes) onSign(called, bytes, picture.toDataURL('image/png'));
    }, 'image/png');
  };
  const giveDrawn = () => {
    setMissing(bounds ? undefined : 'draw');
    if (bounds && canvas.current) give(cut(canvas.current, bounds), say('signFile'));
  };
  const giveTyped = () => {
    const typed = name.normalize('NFC').trim().replaceAll(/\s+/g, ' ');
    setMissing(typed === '' ? 'type' : undefined);
    if (typed !== '') give(written(typed), say('signFileOf', { what: typed }));
  };
  const choose = (next: typeof way) => {
    setWay(next);
    setMissing(undefined);
    setBounds(undefined);
  };
  const nameId = `${id}-name`;
  return (
    <>
      <p className="row" role="group" aria-label={label[lang]}>
        {(['draw', 'type'] as const).map((one) => (
          <Button key={one} {...(one === 'draw' && { id })} aria-pressed={way === one} aria-describedby={describedBy} data-invalid={invalid || undefined} onClick={() => choose(one)}>{say(one === 'draw' ? 'signDraw' : 'signType')}</Button>
        ))}
      </p>
      {way === 'draw' ? (
        <>
          <canvas
            ref={canvas} className="form-sign-sheet" role="img" aria-label={say(bounds ? 'signDrawn' : 'signSheet')}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              pen.current = undefined;
              setMissing(undefined);
              line(at(event));
            }}
            onPointerMove={(event) => pen.current && line(at(event))}
            onPointerUp={() => { pen.current = undefined; }}
            onPointerCancel={() => { pen.current = undefined; }}
          />
          {missing === 'draw' && <p className="field-message" role="alert">{say('signDrawFirst')}</p>}
          <p className="row">
            <Button busy={busy} onClick={giveDrawn}>{say('signUse')}</Button>
            <Button kind="quiet" onClick={clear}>{say('signClear')}</Button>
          </p>
        </>
      ) : (
        <>
          <div className={missing === 'type' ? 'field field-error' : 'field'}>
            <label htmlFor={nameId}>{say('signName')}</label>
            <p className="field-hint" id={`${nameId}-hint`}>{say('signNameHint')}</p>
            {missing === 'type' && <p className="field-message" role="alert" id={`${nameId}-missing`}>{say('signNameFirst')}</p>}
            <input
              id={nameId} className="control" type="text" autoComplete="name" maxLength={100} value={name} aria-invalid={missing === 'type' || undefined} aria-describedby={missing === 'type' ? `${nameId}-hint ${nameId}-missing` : `${nameId}-hint`}
              onChange={({ target }) => setName(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                giveTyped();
              }}
            />
          </div>
          <p className="row"><Button busy={busy} onClick={giveTyped}>{say('signByName')}</Button></p>
        </>
      )}
    </>
  );
}
