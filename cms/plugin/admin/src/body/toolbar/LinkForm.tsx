import { Button, Field, Flex, TextInput } from '@strapi/design-system';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';

import { useText } from '../../hooks/use-text';
import { readAddress } from '../document/addresses';

/** Asks where the selected text leads: one field. It stands in the form of an article, so it is no form itself. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const text = useText();
  const [before] = useState(() => String(editor.getAttributes('link')['url'] ?? ''));
  const [typed, setTyped] = useState(before);
  const [isWrong, setIsWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  function close(): void {
    onClose();
    editor.commands.focus();
  }
  function apply(): void {
    if (typed.trim() === '') return remove();
    const url = readAddress(typed);
    if (url === null) return setIsWrong(true);
    const chain = editor.chain();
    if (editor.state.selection.empty && before === '')
      chain.insertContent({ type: 'text', text: typed.trim(), marks: [{ type: 'link', attrs: { url } }] });
    else chain.extendMarkRange('link').setMark('link', { url });
    const { to } = editor.state.selection;
    if (!editor.state.selection.empty) chain.setTextSelection(to);
    chain.unsetMark('link').run();
    close();
  }
  function remove(): void {
    editor.chain().extendMarkRange('link').unsetMark('link').run();
    close();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') apply();
    else close();
  }

  return (
    <Flex
      role="group"
      aria-label={text('body.link')}
      gap={2}
      padding={2}
      alignItems="flex-end"
      background="neutral100"
      onKeyDown={onKeyDown}
    >
      <Field.Root error={isWrong ? text('body.link.wrong') : undefined} style={{ flexGrow: 1 }}>
        <Field.Label>{text('body.link.address')}</Field.Label>
        <TextInput
          ref={field}
          size="S"
          value={typed}
          placeholder="https://"
          onChange={(event) => {
            setTyped(event.target.value);
            setIsWrong(false);
          }}
        />
        <Field.Error />
      </Field.Root>
      <Button type="button" size="S" onClick={apply}>
        {text('body.link.apply')}
      </Button>
      {before !== '' && (
        <Button type="button" size="S" variant="danger-light" onClick={remove}>
          {text('body.link.remove')}
        </Button>
      )}
      <Button type="button" size="S" variant="tertiary" onClick={close}>
        {text('body.link.cancel')}
      </Button>
    </Flex>
  );
}
