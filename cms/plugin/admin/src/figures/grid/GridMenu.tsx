import { useEffect, useLayoutEffect, useRef, type KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { styled } from 'styled-components';

/** One thing that the menu of a sheet offers. */
export interface MenuItem {
  label: string;
  act: () => void;
}

interface GridMenuProps {
  label: string;
  items: readonly MenuItem[];
  /** In pixels of the window. */
  at: { x: number; y: number };
  /** @param isBack whether the keyboard goes back to the sheet */
  onClose: (isBack: boolean) => void;
}

/** The menu of the right button, and of the keyboard's menu key: arrows, Enter, Escape. */
export function GridMenu({ label, items, at, onClose }: GridMenuProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const own = list.current;
    if (own === null) return;
    const { width, height } = own.getBoundingClientRect();
    own.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - width - 4))}px`;
    own.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - height - 4))}px`;
    own.querySelector('button')?.focus();
  }, [at.x, at.y]);
  useEffect(() => {
    const close = (event: Event): void => {
      if (!(event.target instanceof Node) || !list.current?.contains(event.target)) onClose(false);
    };
    document.addEventListener('mousedown', close);
    document.addEventListener('scroll', close, true);
    return () => {
      document.removeEventListener('mousedown', close);
      document.removeEventListener('scroll', close, true);
    };
  }, [onClose]);
  const keys = (event: KeyboardEvent<HTMLDivElement>): void => {
    event.stopPropagation();
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose(true);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const next = buttons.findIndex((button) => button === document.activeElement) + step;
    buttons[(next + buttons.length) % buttons.length]?.focus();
  };
  return createPortal(
    <List ref={list} role="menu" tabIndex={-1} aria-label={label} onKeyDown={keys}>
      {items.map(({ label: name, act }) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose(true);
            act();
          }}
        >
          {name}
        </button>
      ))}
    </List>,
    document.body,
  );
}

const List = styled.div`
  position: fixed;
  z-index: 500;
  min-width: 20rem;
  padding: 0.4rem;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};

  button {
    display: block;
    width: 100%;
    padding: 0.7rem 1rem;
    color: ${({ theme }) => theme.colors.neutral800};
    background: transparent;
    border: 0;
    border-radius: ${({ theme }) => theme.borderRadius};
    font-size: 1.4rem;
    text-align: start;
    cursor: pointer;
  }
  button:hover,
  button:focus {
    background: ${({ theme }) => theme.colors.primary100};
    outline: none;
  }
`;
