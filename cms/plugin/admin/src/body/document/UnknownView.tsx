import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';

import { useText } from '../../hooks/use-text';

/** Shows what the editor does not know, so that whoever opens the body can remove it. */
export function UnknownView({ node, selected }: ReactNodeViewProps) {
  const text = useText();
  return (
    <NodeViewWrapper className="body-unknown" data-selected={selected}>
      {text('body.unknown')} <code>{JSON.stringify(node.attrs['block']).slice(0, 200)}</code>
    </NodeViewWrapper>
  );
}
