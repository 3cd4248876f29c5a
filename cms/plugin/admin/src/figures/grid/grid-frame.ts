import { styled } from 'styled-components';

/** A sheet in the admin's colours. A small one shows all of its rows; a long one scrolls within the window, its headings and labels in view. */
export const GridFrame = styled.div`
  ${({ theme: { colors, borderRadius } }) => `
    .scrolled {
      scroll-padding-block-start: 5.6rem;
      max-height: 80vh;
      overflow: auto;
      background: ${colors.neutral0};
      border: 1px solid ${colors.neutral200};
      border-radius: ${borderRadius};
    }
    table {
      min-width: 100%;
      border-collapse: separate;
      border-spacing: 0;
      color: ${colors.neutral800};
      font-size: 1.4rem;
      line-height: 2rem;
    }
    th,
    td {
      position: relative;
      height: 3.6rem;
      padding: 0.6rem 0.8rem;
      background: ${colors.neutral0};
      border-block-end: 1px solid ${colors.neutral150};
      border-inline-end: 1px solid ${colors.neutral150};
      font-weight: 400;
      text-align: start;
      vertical-align: middle;
      cursor: cell;
      user-select: none;
    }
    thead th {
      position: sticky;
      top: 0;
      z-index: 2;
      color: ${colors.neutral700};
      background: ${colors.neutral100};
      font-size: 1.2rem;
      font-weight: 600;
      cursor: default;
    }
    .frozen {
      position: sticky;
      z-index: 1;
    }
    thead .frozen {
      z-index: 3;
    }
    .figure {
      font-variant-numeric: tabular-nums;
      text-align: end;
      white-space: nowrap;
    }
    .flag {
      text-align: center;
    }
    .tick {
      padding: 0.4rem 0.8rem;
      font-size: 1.6rem;
      cursor: pointer;
    }
    [aria-readonly='true'] {
      background: ${colors.neutral100};
    }
    table:focus-within [aria-selected='true'] {
      background: ${colors.primary100};
    }
    tbody [tabindex='0']:focus,
    tbody :focus-within {
      outline: 2px solid ${colors.primary600};
      outline-offset: -2px;
    }
    .wrong .shown {
      color: ${colors.danger600};
      text-decoration: underline wavy;
    }
    .asked::after {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
      border-block-start: 0.9rem solid ${colors.warning600};
      border-inline-start: 0.9rem solid transparent;
      content: '';
    }
    .lacks {
      color: ${colors.neutral600};
      font-style: italic;
    }
    .heard {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .editor {
      position: absolute;
      inset: 0;
      width: 100%;
      padding: 0 0.8rem;
      color: ${colors.neutral800};
      background: ${colors.neutral0};
      border: 0;
      outline: 2px solid ${colors.primary600};
      outline-offset: -2px;
      font: inherit;
      text-align: inherit;
    }
    .below {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.8rem 1.6rem;
      min-height: 4rem;
      padding-block: 0.4rem;
    }
  `}
`;
