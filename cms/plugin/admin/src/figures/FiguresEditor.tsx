import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Fragment, useMemo, useState, type KeyboardEvent } from 'react';

import type { Language } from '../../../shared/desk';
import { languages } from '../../../shared/lists';
import { useDeskLanguage } from '../hooks/use-desk-intl';
import { useText } from '../hooks/use-text';
import { numberStyle } from '../model/figure-text';
import { followingDay, newestDay } from '../model/newest-day';
import { emptyGroup } from '../model/sheet';
import { languageOf, missingIn } from '../model/translations-of';
import { GroupSheet } from './GroupSheet';
import { LanguageSwitch } from './LanguageSwitch';
import { NewestDay } from './NewestDay';
import { PeriodsSheet } from './PeriodsSheet';
import { Tiles } from './Tiles';
import { TitleTexts } from './TitleTexts';
import { TranslationSheet } from './TranslationSheet';
import { useSheet } from './use-sheet';
import { useTiles } from './use-tiles';

interface FiguresEditorProps {
  /** As it is stored (the server's `StoredFigures`), or its JSON. */
  value: unknown;
  /** @param day what the dashboard is as of from now on; left out where that stays */
  onChange: (value: unknown, day?: string) => void;
  /** What day it is as of, `YYYY-MM-DD`; left out where that is not at hand. It follows the newest period. */
  asOf?: string | null | undefined;
  /** The dashboard's title, to be written in other languages too; left out where it is not at hand. */
  title?: string | undefined;
  /** Whose texts are shown first: the issue's, where one is written. */
  language?: Language | undefined;
  disabled?: boolean;
}

/**
 * The figures of a dashboard as sheets to type in and paste into, wherever a page shows one. Ctrl+Z takes back what was done in any of its
 * sheets.
 */
export function FiguresEditor(props: FiguresEditorProps) {
  const { value, onChange, asOf = null, title, language, disabled = false } = props;
  const text = useText();
  const own = useDeskLanguage();
  const numbers = useMemo(() => numberStyle(own), [own]);
  const { sheet, edit, undo, redo } = useSheet(value, (next) =>
    onChange(next, followingDay(asOf, value, next) ?? undefined),
  );
  const newest = useMemo(() => newestDay(value), [value]);
  const base = languageOf(sheet, own);
  const [chosen, setChosen] = useState<Language | null>(sheet.language === null ? null : (language ?? null));
  const shown = chosen ?? base;
  const tilesOf = useTiles(sheet, shown);
  const missing = useMemo(
    // Texts that say nothing of languages serve all of them.
    () => (language: Language) => (sheet.language === null ? 0 : missingIn(sheet, title, language)),
    [sheet, title],
  );

  const keys = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    // Within a field the browser takes back what was typed in it.
    if (event.target instanceof Element && event.target.closest('input, select, textarea')) return;
    const key = event.key.toLowerCase();
    const act = key === 'z' ? (event.shiftKey ? redo : undo) : key === 'y' ? redo : null;
    if (act === null || disabled) return;
    event.preventDefault();
    act();
  };

  return (
    <div role="group" aria-label={text('figures.field')} onKeyDown={keys}>
      {title !== undefined && sheet.language !== null && (
        <TitleTexts {...{ sheet, base, disabled }} onEdit={edit} />
      )}
      <LanguageSwitch base={base} chosen={shown} missing={missing} onChoose={setChosen} />
      {shown !== base ? (
        <Box paddingTop={4}>
          <TranslationSheet {...{ sheet, title, base, disabled }} language={shown} onEdit={edit} />
          {sheet.groups.map(({ key }) => (
            <Tiles key={key} {...tilesOf(key)} language={shown} />
          ))}
        </Box>
      ) : (
        <>
          {sheet.language === null && (
            <BaseLanguage
              base={base}
              disabled={disabled}
              onChoose={(own) => edit((one) => ({ ...one, language: own }))}
            />
          )}
          <Box paddingTop={4} paddingBottom={2}>
            <Typography tag="p" variant="omega" fontWeight="bold">
              {text('figures.periods')}
            </Typography>
          </Box>
          <PeriodsSheet periods={sheet.periods} disabled={disabled} onEdit={edit} />
          <NewestDay {...{ asOf, newest, disabled }} onTake={(day) => onChange(value, day)} />
          {sheet.groups.map((group, at) => (
            <Fragment key={group.key}>
              <GroupSheet
                {...{ group, at, numbers, disabled }}
                groups={sheet.groups.length}
                periods={sheet.periods}
                onEdit={edit}
              />
              <Tiles {...tilesOf(group.key)} language={base} />
            </Fragment>
          ))}
          <Box paddingTop={4}>
            <Button
              type="button"
              variant="secondary"
              startIcon={<Plus />}
              disabled={disabled}
              onClick={() =>
                edit((one) => ({ ...one, groups: [...one.groups, emptyGroup(one.periods.length)] }))
              }
            >
              {text('figures.group.add')}
            </Button>
          </Box>
        </>
      )}
    </div>
  );
}

interface BaseLanguageProps {
  base: Language;
  disabled: boolean;
  onChoose: (language: Language) => void;
}

/** Asked while a dashboard says nothing of languages: its texts serve all of them as they are. */
function BaseLanguage({ base, disabled, onChoose }: BaseLanguageProps) {
  const text = useText();
  return (
    <Flex gap={2} wrap="wrap" alignItems="center" paddingTop={2}>
      <Typography variant="pi" textColor="neutral600">
        {text('figures.texts.any')}
      </Typography>
      {languages.map((language) => (
        <Button
          key={language}
          type="button"
          size="S"
          variant={language === base ? 'secondary' : 'tertiary'}
          disabled={disabled}
          onClick={() => onChoose(language)}
        >
          {text('figures.texts.only', { language: text(`language.${language}`) })}
        </Button>
      ))}
    </Flex>
  );
}
