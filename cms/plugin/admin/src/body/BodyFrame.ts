import { styled } from 'styled-components';

/** A body as it is written: it looks like Strapi's own inputs, in light and dark, and its text like a page. */
export const BodyFrame = styled.div`
  ${({ theme }) => `
    position: relative;
    border: 1px solid ${theme.colors.neutral200};
    border-radius: ${theme.borderRadius};
    background: ${theme.colors.neutral0};
    color: ${theme.colors.neutral800};
    &[data-invalid='true'] { border-color: ${theme.colors.danger600}; }
    &[data-disabled='true'] { background: ${theme.colors.neutral150}; }
    &:focus-within { border-color: ${theme.colors.primary600}; box-shadow: ${theme.colors.primary600} 0 0 0 2px; }

    .ProseMirror {
      min-height: 16rem;
      padding: 1.2rem 1.6rem;
      font-size: 1.6rem;
      line-height: 1.5;
      outline: none;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .ProseMirror > * + * { margin-block-start: 1rem; }
    h1, h2, h3, h4, h5, h6 { font-weight: 700; line-height: 1.25; }
    h1 { font-size: 2.4rem; }
    h2 { font-size: 2rem; }
    h3 { font-size: 1.7rem; }
    strong { font-weight: 700; }
    em { font-style: italic; }
    u { text-decoration: underline; }
    s { text-decoration: line-through; }
    ul, ol { padding-inline-start: 2.4rem; }
    ul { list-style: disc; }
    ul ul { list-style: circle; }
    ol { list-style: decimal; }
    ol ol { list-style: lower-alpha; }
    blockquote {
      border-inline-start: 0.4rem solid ${theme.colors.neutral200};
      padding-inline-start: 1.2rem;
      color: ${theme.colors.neutral600};
      font-style: italic;
    }
    a[data-url] { color: ${theme.colors.primary600}; text-decoration: underline; cursor: text; }
    code { font-family: monospace; background: ${theme.colors.neutral150}; padding: 0 0.3rem; }
    pre { padding: 1.2rem; background: ${theme.colors.neutral150}; border-radius: ${theme.borderRadius}; overflow-x: auto; }
    .body-misspelt { text-decoration: underline wavy ${theme.colors.danger500}; text-decoration-skip-ink: none; text-underline-offset: 0.2em; }
    .body-table { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    td { border: 1px solid ${theme.colors.neutral300}; padding: 0.6rem 0.8rem; vertical-align: top; position: relative; }
    table[data-header-row='true'] tr:first-child td { background: ${theme.colors.neutral150}; font-weight: 700; }
    td.selectedCell { background: ${theme.colors.primary100}; }
    .body-picture, .body-unknown {
      border: 1px solid ${theme.colors.neutral200};
      border-radius: ${theme.borderRadius};
      padding: 1.2rem;
      display: flex;
      flex-direction: column;
      gap: 0.8rem;
      white-space: normal;
    }
    .body-unknown { color: ${theme.colors.danger600}; }
    .body-picture[data-selected='true'], .body-unknown[data-selected='true'] { outline: 2px solid ${theme.colors.primary600}; }
    .body-picture-image { display: flex; align-items: flex-start; gap: 0.8rem; }
    .body-picture-image img { min-width: 0; max-width: 100%; max-height: 32rem; object-fit: contain; }
    .body-picture-seen { flex: 1 1 auto; min-width: 0; max-width: 42rem; }
    .body-upload {
      display: inline-block;
      width: 1.6rem;
      height: 1.6rem;
      border: 2px solid ${theme.colors.primary600};
      border-top-color: transparent;
      border-radius: 50%;
      animation: body-upload 1s linear infinite;
    }
    @keyframes body-upload { to { transform: rotate(360deg); } }
    .body-gap {
      display: flex;
      align-items: center;
      justify-content: center;
      border: 1px dashed ${theme.colors.neutral300};
      border-radius: ${theme.borderRadius};
      white-space: normal;
    }
    .body-gap button {
      padding: 0.4rem 0.8rem;
      border-radius: ${theme.borderRadius};
      color: ${theme.colors.primary600};
      font-size: 1.2rem;
      cursor: pointer;
    }
    .body-gap button:focus-visible { outline: 2px solid ${theme.colors.primary600}; }
    .ProseMirror-gapcursor { position: relative; }
    .ProseMirror-gapcursor::after { content: ''; position: absolute; top: -0.4rem; width: 2rem; border-top: 1px solid ${theme.colors.neutral800}; }
  `}
`;
