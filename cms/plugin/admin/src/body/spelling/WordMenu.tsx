import { useEffect, type CSSProperties, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';
import { styled } from 'styled-components';

import type { SpelledLanguage } from '../../../../shared/spelling-lists';
import { useAddWordMutation, useSuggestWordsQuery } from '../../api/spelling';
import { useText } from '../../hooks/use-text';
import type { Notice } from '../paste/report';
import { verdictsOf } from './speller';

interface WordMenuProps {
  /** The word that is asked about. */
  word: string;
  language: SpelledLanguage;
  menu: RefObject<HTMLDivElement>;
  /** Where it stands, in the frame that has it. */
  style?: CSSProperties;
  tell: (notice: Notice) => void;
  onReplace: (spelling: string) => void;
  /** It is over, and the focus is put where the word is. */
  onDone: () => void;
  /** The focus has gone elsewhere. */
  onLeft: () => void;
}

/** What may become of a misspelt word: another spelling, or a place among the words of the house. */
export function WordMenu({ word, language, menu, style, tell, onReplace, onDone, onLeft }: WordMenuProps) {
  const text = useText();
  const { data, isFetching } = useSuggestWordsQuery({ language, word });
  const [addWord] = useAddWordMutation();

  useEffect(() => {
    const [first] = itemsIn(menu.current);
    (first ?? menu.current)?.focus();
    menu.current?.scrollIntoView({ block: 'nearest' });
  }, [isFetching, word, menu]);

  async function add(entry: string): Promise<void> {
    onDone();
    const answer = await addWord({ language, word: entry });
    if ('error' in answer) return tell({ is: 'refused', error: answer.error });
    tell({ is: 'added', word: entry });
    verdictsOf(language)?.again();
  }
  function onKeyDown(event: KeyboardEvent): void {
    const items = itemsIn(menu.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const to = keys[event.key]?.(at, items.length);
    if (to === undefined && event.key !== 'Escape' && event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (to === undefined) onDone();
    else items[to]?.focus();
  }
  function onBlur({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && menu.current?.contains(relatedTarget)) return;
    onLeft();
  }
  function leave(): void {
    onDone();
    verdictsOf(language)?.leave(word);
  }

  const suggestions = data?.suggestions ?? [];
  return (
    <Menu
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={text('body.spelling.menu', { word })}
      style={style}
      onKeyDown={onKeyDown}
      // A click keeps the focus here, also where buttons take none.
      onMouseDown={(event) => event.preventDefault()}
      onBlur={onBlur}
    >
      {suggestions.map((spelling) => (
        <Item
          key={spelling}
          type="button"
          role="menuitem"
          lang={language}
          onClick={() => onReplace(spelling)}
        >
          <strong>{spelling}</strong>
        </Item>
      ))}
      {suggestions.length === 0 && (
        <Said role="presentation">{text(isFetching ? 'body.spelling.looking' : 'body.spelling.none')}</Said>
      )}
      {data?.entry && (
        <Item type="button" role="menuitem" onClick={() => void add(data.entry ?? '')}>
          {text('body.spelling.add', { word: data.entry })}
        </Item>
      )}
      <Item type="button" role="menuitem" onClick={leave}>
        {text('body.spelling.leave')}
      </Item>
    </Menu>
  );
}

const keys: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function itemsIn(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
}

const Menu = styled.div`
  ${({ theme }) => `
    position: absolute;
    z-index: 2;
    display: flex;
    flex-direction: column;
    min-width: 20rem;
    max-width: 100%;
    padding: 0.4rem;
    border: 1px solid ${theme.colors.neutral200};
    border-radius: ${theme.borderRadius};
    background: ${theme.colors.neutral0};
    box-shadow: ${theme.shadows.popupShadow};
    font-size: 1.4rem;
    outline: none;
  `}
`;

const Item = styled.button`
  ${({ theme }) => `
    padding: 0.8rem 1.2rem;
    border: 0;
    border-radius: ${theme.borderRadius};
    background: transparent;
    color: ${theme.colors.neutral800};
    font: inherit;
    text-align: start;
    cursor: pointer;
    strong { font-weight: 700; }
    &:hover { background: ${theme.colors.neutral100}; }
    &:focus-visible { background: ${theme.colors.primary100}; color: ${theme.colors.primary700}; outline: none; }
  `}
`;

const Said = styled.span`
  padding: 0.8rem 1.2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;
