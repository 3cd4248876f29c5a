import { Searchbar, SearchForm } from '@strapi/design-system';
import { useEffect, useState } from 'react';

import { useText } from '../hooks/use-text';

interface SearchFieldProps {
  label: string;
  value: string;
  onSearch: (value: string) => void;
}

/** How long after the last key the search starts, in milliseconds. */
const PAUSE_MS = 350;

/** A search box that searches while one types; Enter does it at once. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const text = useText();
  const [typed, setTyped] = useState(value);

  // The value also changes from outside (the back button); what was typed then follows it.
  const [followed, setFollowed] = useState(value);
  if (followed !== value) {
    setFollowed(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = window.setTimeout(() => onSearch(typed.trim()), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [typed, value, onSearch]);

  return (
    <SearchForm
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <Searchbar
        name="search"
        value={typed}
        placeholder={label}
        clearLabel={text('search.clear')}
        onChange={(event) => setTyped(event.target.value)}
        onClear={() => onSearch('')}
      >
        {label}
      </Searchbar>
    </SearchForm>
  );
}
