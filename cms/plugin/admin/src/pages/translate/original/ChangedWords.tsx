import { styled } from 'styled-components';

import { changedWords } from '../../../model/changed-text';

const Text = styled.span`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;
const Added = styled.ins`
  border-radius: 2px;
  background: ${({ theme }) => theme.colors.success100};
  color: ${({ theme }) => theme.colors.success700};
  text-decoration: underline;
`;
export const Removed = styled.del`
  border-radius: 2px;
  background: ${({ theme }) => theme.colors.danger100};
  color: ${({ theme }) => theme.colors.danger700};
  white-space: pre-wrap;
  text-decoration: line-through;
`;

/** A text with the words that it has had since, and those that it has no more. */
export function ChangedWords({ before, now }: { before: string; now: string }) {
  return (
    <Text>
      {before === now
        ? now
        : changedWords(before, now).map(({ text, is }, place) => {
            if (is === 'added') return <Added key={place}>{text}</Added>;
            return is === 'removed' ? <Removed key={place}>{text}</Removed> : text;
          })}
    </Text>
  );
}
