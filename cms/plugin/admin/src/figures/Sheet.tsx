import { useMemo, type ReactElement } from 'react';
import {
  createAddRowsComponent,
  createContextMenuComponent,
  DynamicDataSheetGrid,
  type AddRowsComponentProps,
  type Column,
  type ContextMenuComponentProps,
  type ContextMenuItem,
} from 'react-datasheet-grid';
import 'react-datasheet-grid/dist/style.css';
import { styled } from 'styled-components';

import { useText } from '../hooks/use-text';
import type { TextKey } from '../model/text';
import type { RowOperation } from '../model/sheet';
import { pasteFromMenu } from './pasting';

interface SheetProps<Row> {
  name: string;
  rows: Row[];
  columns: Partial<Column<Row>>[];
  createRow: () => Row;
  disabled: boolean;
  onChange: (rows: Row[], operations: RowOperation[]) => void;
}

/** The grid's own types know components by this name only. */
type Drawn<Props> = (props: Props) => ReactElement | null;

const ROW_PX = 38;
const HEADER_PX = 44;

const menuTexts: Record<ContextMenuItem['type'], TextKey> = {
  COPY: 'figures.menu.copy',
  CUT: 'figures.menu.cut',
  PASTE: 'figures.menu.paste',
  DELETE_ROW: 'figures.menu.delete-row',
  DELETE_ROWS: 'figures.menu.delete-rows',
  DUPLICATE_ROW: 'figures.menu.duplicate-row',
  DUPLICATE_ROWS: 'figures.menu.duplicate-rows',
  INSERT_ROW_BELLOW: 'figures.menu.insert-row',
};

/** A sheet as spreadsheets have them, in the admin's colours and language: arrows, Tab, copy, paste, a menu on the right button. */
export function Sheet<Row>({ name, rows, columns, createRow, disabled, onChange }: SheetProps<Row>) {
  const text = useText();
  const [Menu, AddRows] = useMemo(() => {
    const GridMenu = createContextMenuComponent((item) => (
      <>{text(menuTexts[item.type])}</>
    )) as Drawn<ContextMenuComponentProps>;
    const OurMenu: Drawn<ContextMenuComponentProps> = (props) => (
      <GridMenu {...props} items={props.items.map((item) => withOurPaste(item, props.close))} />
    );
    const Adding = createAddRowsComponent({ button: text('figures.add-rows'), unit: text('figures.rows') });
    return [OurMenu, Adding as Drawn<AddRowsComponentProps>];
  }, [text]);
  const shown = useMemo(
    () => (disabled ? columns.map((column) => ({ ...column, disabled: true })) : columns),
    [columns, disabled],
  );
  return (
    <Frame role="group" aria-label={name}>
      <DynamicDataSheetGrid<Row>
        value={rows}
        onChange={onChange}
        columns={shown}
        createRow={createRow}
        rowHeight={ROW_PX}
        headerRowHeight={HEADER_PX}
        height={HEADER_PX + rows.length * ROW_PX + 14}
        lockRows={disabled}
        disableContextMenu={disabled}
        addRowsComponent={disabled ? false : AddRows}
        contextMenuComponent={Menu}
      />
    </Frame>
  );
}

/** Where the clipboard may not be read the menu closes and nothing is pasted; the browser has asked, and the keyboard still pastes. */
function withOurPaste(item: ContextMenuItem, close: () => void): ContextMenuItem {
  return item.type === 'PASTE' ? { ...item, action: () => void pasteFromMenu().then(close, close) } : item;
}

const Frame = styled.div`
  ${({ theme }) => `
    --dsg-border-color: ${theme.colors.neutral200};
    --dsg-selection-border-color: ${theme.colors.primary600};
    --dsg-selection-background-color: ${theme.colors.primary600}12;
    --dsg-header-text-color: ${theme.colors.neutral600};
    --dsg-header-active-text-color: ${theme.colors.neutral800};
    --dsg-cell-background-color: ${theme.colors.neutral0};
    --dsg-cell-disabled-background-color: ${theme.colors.neutral150};

    .dsg-container,
    .dsg-add-row,
    .dsg-input,
    .choice {
      color: ${theme.colors.neutral800};
      background: ${theme.colors.neutral0};
      font-size: 1.4rem;
    }
    .dsg-input,
    .choice {
      background: transparent;
      font-variant-numeric: tabular-nums;
    }
    .dsg-cell-header {
      font-size: 1.2rem;
      font-weight: 600;
    }
    .dsg-cell-gutter {
      color: ${theme.colors.neutral500};
      font-size: 1.2rem;
    }
    .dsg-add-row {
      border-color: ${theme.colors.neutral200};
      padding: 0.8rem;
    }
    .dsg-add-row-btn,
    .dsg-add-row-input {
      color: ${theme.colors.neutral800};
      background: ${theme.colors.neutral0};
      border: 1px solid ${theme.colors.neutral200};
      border-radius: ${theme.borderRadius};
      padding: 0.4rem 1rem;
    }
    .dsg-add-row-btn:hover {
      background: ${theme.colors.neutral100};
    }
    .not-a-figure .dsg-input {
      color: ${theme.colors.danger600};
      text-decoration: underline wavy;
    }
    .choice {
      width: 100%;
      height: 100%;
      border: 0;
      padding: 0 0.8rem;
      appearance: none;
      cursor: cell;
    }
    .choice:focus {
      outline: none;
      appearance: auto;
    }
    .choice option {
      background: ${theme.colors.neutral0};
    }
  `}
`;
