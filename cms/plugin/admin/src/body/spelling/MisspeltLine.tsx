import { Flex, TextButton, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';

import { useRefusalText } from '../../hooks/use-refusal-text';
import { useText } from '../../hooks/use-text';
import type { Notice } from '../paste/report';
import { spelledLanguage } from './speller';
import { WordMenu } from './WordMenu';
import type { Word } from './words-in';

interface MisspeltLineProps {
  /** What stands in the field. */
  value: string;
  words: readonly Word[];
  language: string;
  /** What the field is called, where it stands elsewhere. */
  name?: string;
  onChange: (value: string) => void;
  /** Puts the focus back into the field. */
  onDone: () => void;
}

/** The misspelt words of a plain field, below it; each leads to what may become of it. */
export function MisspeltLine({ value, words, language, name, onChange, onDone }: MisspeltLineProps) {
  const text = useText();
  const refusalText = useRefusalText();
  const menu = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<Word | null>(null);
  const [notice, setNotice] = useState<Notice | null>(null);
  const spelled = spelledLanguage(language);
  const done = (): void => {
    setAsked(null);
    onDone();
  };
  const replace = ({ word, from, to }: Word, spelling: string): void => {
    done();
    // It may have been typed in meanwhile.
    if (value.slice(from, to).replaceAll('\u00ad', '') === word)
      onChange(value.slice(0, from) + spelling + value.slice(to));
  };
  return (
    <div style={{ position: 'relative' }} role="status" data-misspelt={words.length}>
      {words.length > 0 && (
        <Flex gap={2} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            {name === undefined ? text('spelling.line') : text('spelling.line.of', { name })}
          </Typography>
          {words.map((word) => (
            <TextButton
              key={`${word.from} ${word.word}`}
              type="button"
              lang={language}
              aria-haspopup="menu"
              onClick={() => setAsked(word)}
            >
              {word.word}
            </TextButton>
          ))}
        </Flex>
      )}
      {notice?.is === 'added' && (
        <Typography variant="pi" textColor="neutral600">
          {text('body.spelling.added', { word: notice.word })}
        </Typography>
      )}
      {notice?.is === 'refused' && (
        <Typography variant="pi" textColor="danger600">
          {refusalText(notice.error)}
        </Typography>
      )}
      {asked && spelled && (
        <WordMenu
          word={asked.word}
          language={spelled}
          menu={menu}
          style={{ insetInlineStart: 0, top: '100%' }}
          tell={setNotice}
          onReplace={(spelling) => replace(asked, spelling)}
          onDone={done}
          onLeft={() => setAsked(null)}
        />
      )}
    </div>
  );
}
