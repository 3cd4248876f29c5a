import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useText } from '../../../hooks/use-text';
import { textOfBlock, type BodyNode } from '../../../model/body-blocks';
import type { BlockChange } from '../../../model/changed-text';
import { serverUrl } from '../../../plugin/backend-url';
import { ChangedWords, Removed } from './ChangedWords';

/** Strapi's own styles leave lists and strong words bare. */
const Text = styled.div`
  overflow-wrap: anywhere;
  white-space: pre-wrap;

  strong {
    font-weight: 700;
  }
  em {
    font-style: italic;
  }
  u {
    text-decoration: underline;
  }
  s {
    text-decoration: line-through;
  }
  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
  ul,
  ol {
    padding-inline-start: 2.4rem;
    list-style: disc;
  }
  ol {
    list-style: decimal;
  }
  blockquote {
    border-inline-start: 0.4rem solid ${({ theme }) => theme.colors.neutral200};
    padding-inline-start: 1.2rem;
    font-style: italic;
  }
  img {
    max-width: 100%;
    max-height: 20rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  td {
    border: 1px solid ${({ theme }) => theme.colors.neutral300};
    padding: 0.4rem 0.8rem;
  }
`;

/** A block of the original as it is read, with what was changed in it. */
export function OriginalBlock({ block, change }: { block: BodyNode; change: BlockChange }) {
  const text = useText();
  return (
    <Text>
      {change.is === 'new' && (
        <Typography tag="p" variant="pi" fontWeight="bold" textColor="success700">
          {text('translate.block.new')}
        </Typography>
      )}
      {change.is === 'changed' && change.before !== textOfBlock(block) ? (
        <ChangedWords before={change.before} now={textOfBlock(block)} />
      ) : (
        <>
          {change.is === 'changed' && (
            <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800">
              {text('translate.block.changed')}
            </Typography>
          )}
          <Block block={block} />
        </>
      )}
    </Text>
  );
}

/** Texts of blocks that the original has no more. */
export function GoneBlocks({ texts }: { texts: readonly string[] }) {
  const text = useText();
  const shown = texts.filter((one) => one.trim() !== '');
  if (shown.length === 0) return null;
  return (
    <>
      <Typography tag="p" variant="pi" fontWeight="bold" textColor="danger700">
        {text('translate.block.gone')}
      </Typography>
      {shown.map((one, place) => (
        <p key={`${place} ${one.slice(0, 20)}`}>
          <Removed>{one}</Removed>
        </p>
      ))}
    </>
  );
}

function Block({ block }: { block: BodyNode }) {
  const { type, image, children = [] } = block;
  if (image)
    return (
      <figure>
        <img src={serverUrl(image.url ?? '')} alt={image.alternativeText ?? ''} />
        <figcaption>{[image.alternativeText, image.caption].filter(Boolean).join(' · ')}</figcaption>
      </figure>
    );
  if (type === 'list') return <List list={block} />;
  if (type === 'table')
    return (
      <table>
        <tbody>
          {children.map((row, at) => (
            <tr key={at}>
              {(row.children ?? []).map((cell, column) => (
                <td key={column} style={{ fontWeight: block.headerRow && at === 0 ? 700 : undefined }}>
                  <Inlines nodes={cell.children} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  if (type === 'quote')
    return (
      <blockquote>
        <Inlines nodes={children} />
      </blockquote>
    );
  if (type === 'heading')
    return (
      <p>
        <strong>
          <Inlines nodes={children} />
        </strong>
      </p>
    );
  return (
    <p>
      <Inlines nodes={children} />
    </p>
  );
}

function List({ list }: { list: BodyNode }) {
  const items = (list.children ?? []).map((child, at) =>
    child.type === 'list' ? (
      <li key={at} style={{ listStyle: 'none' }}>
        <List list={child} />
      </li>
    ) : (
      <li key={at}>
        <Inlines nodes={child.children} />
      </li>
    ),
  );
  return list.format === 'ordered' ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function Inlines({ nodes = [] }: { nodes: BodyNode[] | undefined }) {
  return nodes.map((node, at) => {
    if (node.type !== 'link') return <Words key={at} node={node} />;
    const words = <Inlines nodes={node.children} />;
    return /^(?:https?|mailto|tel):/i.test(node.url ?? '') ? (
      <a key={at} href={node.url} target="_blank" rel="noreferrer" title={node.url}>
        {words}
      </a>
    ) : (
      <u key={at} title={node.url}>
        {words}
      </u>
    );
  });
}

function Words({ node: { text = '', bold, italic, underline, strikethrough } }: { node: BodyNode }) {
  let words = <>{text}</>;
  if (strikethrough) words = <s>{words}</s>;
  if (underline) words = <u>{words}</u>;
  if (italic) words = <em>{words}</em>;
  return bold ? <strong>{words}</strong> : words;
}
