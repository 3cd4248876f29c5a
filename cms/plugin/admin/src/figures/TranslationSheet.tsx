import { Typography } from '@strapi/design-system';
import { useMemo } from 'react';

import type { Language } from '../../../shared/desk';
import { directions } from '../../../shared/lists';
import { useText } from '../hooks/use-text';
import type { Sheet } from '../model/sheet';
import { textsIn, withTexts, type TextRow } from '../model/translations-of';
import { Grid } from './grid/Grid';
import type { GridColumn } from './grid/grid-column';

interface TranslationSheetProps {
  sheet: Sheet;
  /** The dashboard's; undefined where it is not known. */
  title: string | undefined;
  base: Language;
  language: Language;
  disabled: boolean;
  onEdit: (step: (sheet: Sheet) => Sheet) => void;
}

/** The texts of a dashboard beside the same in another language: the first only to be read, the second to be typed or pasted as a column. */
export function TranslationSheet({ sheet, title, base, language, disabled, onEdit }: TranslationSheetProps) {
  const text = useText();
  const rows = useMemo(() => textsIn(sheet, title, language), [sheet, title, language]);
  const columns = useMemo((): GridColumn<TextRow>[] => {
    const shown = (row: TextRow) => row.base;
    const of = (row: TextRow) => text(`figures.text-of.${row.of}`);
    return [
      {
        ...{ key: 'of', title: text('figures.text-of'), width: 10, kind: 'text', isReadOnly: true },
        ...{ show: of, copy: of, write: (row) => row, clear: (row) => row },
      },
      {
        ...{ key: 'base', title: text(`language.${base}`), width: 22, kind: 'text', isReadOnly: true },
        ...{ isRowHeader: true, language: base, direction: directions[base] },
        ...{ show: shown, copy: shown, write: (row) => row, clear: (row) => row },
      },
      {
        ...{ key: 'text', title: text(`language.${language}`), width: 26, kind: 'text' },
        ...{ language, direction: directions[language] },
        show: (row) => row.text,
        copy: (row) => row.text,
        write: (row, written) => ({ ...row, text: written.trim() }),
        clear: (row) => ({ ...row, text: '' }),
        placeholder: () => ({ text: text('figures.text.lacks'), hint: text('figures.text.lacks') }),
      },
    ];
  }, [base, language, text]);
  const missing = rows.filter((row) => row.text === '').length;
  return (
    <>
      <Typography tag="p" variant="pi" textColor={missing > 0 ? 'neutral800' : 'success700'}>
        {text('figures.texts.missing', { count: missing, language: text(`language.${language}`) })}
      </Typography>
      {rows.length > 0 && (
        <Grid
          name={text('figures.texts.sheet', { language: text(`language.${language}`) })}
          rows={rows}
          columns={columns}
          disabled={disabled}
          onChange={(next) => onEdit((before) => withTexts(before, title, base, language, next))}
        />
      )}
    </>
  );
}
