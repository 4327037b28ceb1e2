import type { ThemeProps } from '@rjsf/core';
import type { FieldProps, FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils';
import type { Json } from '../../engine/state.ts';
import { isHidden } from '../evaluate.ts';
import { fieldOf } from '../field-path.ts';
import { Ask } from './ask.tsx';
import { useAsking } from './asking.ts';
import { Row } from './row.tsx';
import { Rows } from './rows.tsx';

/** One question of a page: finds its field by its place and hands its value to our widgets. */
function Question({ fieldPathId, formData, onChange }: FieldProps) {
  const { expanded } = useAsking();
  const path = fieldPathId.path.join('.');
  const field = expanded.fields.get(fieldOf(path));
  if (!field) return null;
  return <Ask field={field} path={path} value={formData as Json | undefined} onChange={(value) => onChange(value, fieldPathId.path)} />;
}

/** Labels and errors are the questions' own; only what the rules hide is taken out here. */
function Bare({ fieldPathId, children }: FieldTemplateProps) {
  const { evaluation } = useAsking();
  const path = fieldPathId.path.join('.');
  return path !== '' && isHidden(evaluation.hidden, path) ? null : children;
}

const Group = ({ properties }: ObjectFieldTemplateProps) => properties.map(({ name, content }) => <div key={name} className="form-part">{content}</div>);

/** Our theme of react-jsonschema-form: widgets with our marks, groups without boxes, rows as cards. */
export const theme: ThemeProps = {
  fields: { Question },
  templates: { FieldTemplate: Bare, ObjectFieldTemplate: Group, ArrayFieldTemplate: Rows, ArrayFieldItemTemplate: Row },
};
