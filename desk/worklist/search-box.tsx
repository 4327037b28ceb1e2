import { Search } from 'lucide-react';
import { useId, useState, type FormEvent, type RefObject } from 'react';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../words.ts';

interface SearchBoxProps {
  readonly value: string;
  readonly label: string;
  readonly onSearch: (query: string) => void;
  readonly box?: RefObject<HTMLInputElement | null>;
}

/** Searches on Enter or the button, not while typing: nothing jumps under the hands. Give it the value as key too. */
export const SearchBox = ({ value, label, onSearch, box }: SearchBoxProps) => {
  const text = useText();
  const id = useId();
  const [typed, setTyped] = useState(value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch(typed.normalize('NFC').trim());
  };
  return (
    <search>
    <form className="search-box" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <div>
        <input ref={box} id={id} type="search" className="control" maxLength={100} value={typed} onChange={(event) => {
          setTyped(event.target.value);
          // the browser's own ✕ empties the box: the whole list comes back
          if (event.target.value === '' && value !== '') onSearch('');
        }} />
        <Button type="submit" aria-label={text('search')}><Icon of={Search} /></Button>
      </div>
    </form>
    </search>
  );
};
