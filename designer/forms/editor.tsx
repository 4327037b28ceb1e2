import { useMemo, useState, type ReactNode } from 'react';
import { expand } from '../../forms/expand.ts';
import type { Form } from '../../forms/form.ts';
import { missingTexts } from './edit/missing-texts.ts';
import { EditingProvider, type Editing, type Placing } from './editing.ts';
import { NewQuestion } from './outline/new-question.tsx';

interface EditorProps extends Pick<Editing, 'selected' | 'select' | 'change' | 'openRule' | 'findings'> {
  form: Form;
  children: ReactNode;
}

/** Gives its parts the form they edit, and the dialog that names new questions. */
export const Editor = ({ form, children, ...given }: EditorProps) => {
  const [placing, place] = useState<Placing>();
  const expanded = expand(form);
  const missing = useMemo(() => missingTexts(form), [form]);
  return (
    <EditingProvider value={{ ...given, form, expanded, missing, place }}>
      {children}
      {placing && <NewQuestion placing={placing} onClose={() => place(undefined)} />}
    </EditingProvider>
  );
};
