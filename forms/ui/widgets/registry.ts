import type { ComponentType } from 'react';
import type { Widget } from '../../form.ts';
import type { Framing, WidgetProps } from '../widget.ts';
import { AddressWidget } from './address.tsx';
import { CheckboxesWidget, RadiosWidget, SelectWidget, TickWidget, YesNoWidget } from './choices.tsx';
import { DateWidget } from './date.tsx';
import { FilesWidget } from './files.tsx';
import { NumberWidget } from './number.tsx';
import { OutputWidget } from './output.tsx';
import { ParcelsWidget } from './parcels.tsx';
import { PlaceWidget } from './place.tsx';
import { SignatureWidget } from './signature.tsx';
import { TextWidget, TextareaWidget } from './text.tsx';

interface Entry {
  readonly Widget: ComponentType<WidgetProps>;
  readonly framing: Framing;
}

/** Every widget but `rows`, which the array templates of the theme draw. */
export const widgets = {
  text: { Widget: TextWidget, framing: 'label' },
  textarea: { Widget: TextareaWidget, framing: 'label' },
  number: { Widget: NumberWidget, framing: 'label' },
  money: { Widget: NumberWidget, framing: 'label' },
  date: { Widget: DateWidget, framing: 'legend' },
  radios: { Widget: RadiosWidget, framing: 'legend' },
  select: { Widget: SelectWidget, framing: 'label' },
  checkbox: { Widget: TickWidget, framing: 'own' },
  checkboxes: { Widget: CheckboxesWidget, framing: 'legend' },
  'yes-no': { Widget: YesNoWidget, framing: 'legend' },
  declaration: { Widget: TickWidget, framing: 'own' },
  address: { Widget: AddressWidget, framing: 'legend' },
  place: { Widget: PlaceWidget, framing: 'legend' },
  parcels: { Widget: ParcelsWidget, framing: 'label' },
  files: { Widget: FilesWidget, framing: 'legend' },
  signature: { Widget: SignatureWidget, framing: 'legend' },
  output: { Widget: OutputWidget, framing: 'label' },
  rows: { Widget: OutputWidget, framing: 'label' },
} as const satisfies { readonly [W in Widget]: Entry };
