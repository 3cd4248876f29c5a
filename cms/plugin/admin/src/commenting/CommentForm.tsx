import type { CommentRequest } from '../../../shared/desk';
import { useWriteCommentMutation } from '../api/reviews';
import { WordsForm } from '../components/WordsForm';
import { useText } from '../hooks/use-text';

/** Characters of a comment or an answer, as the server takes them. */
const MOST = 4_000;

interface CommentFormProps {
  /** Of the issue. */
  documentId: string;
  /** A place, perhaps with words that are quoted from it; or the comment that is answered. */
  about: (Required<Pick<CommentRequest, 'place'>> & Pick<CommentRequest, 'quote'>) | { answers: number };
  /** Of the field in its page. */
  name: string;
  /** What has to stand before, since a place is one of what is stored; null for nothing. */
  before?: (() => Promise<boolean>) | null;
  /** Whether somebody has just asked for it, to write. */
  isFocused?: boolean;
  /** The server has taken it. */
  onDone?: () => void;
}

/** Something that somebody says about a place of an issue, or answers to a comment. */
export function CommentForm({
  documentId,
  about,
  name,
  before = null,
  isFocused = false,
  onDone,
}: CommentFormProps) {
  const text = useText();
  const [write, written] = useWriteCommentMutation();
  const isAnswer = 'answers' in about;
  return (
    <WordsForm
      name={name}
      label={text(isAnswer ? 'comments.answer.text' : 'comments.text')}
      most={MOST}
      button={text(isAnswer ? 'comments.answer.button' : 'comments.write')}
      isSending={written.isLoading}
      error={written.error}
      isFocused={isFocused}
      onSend={async (words) => {
        if (before !== null && !(await before())) return false;
        const isTaken = 'data' in (await write({ documentId, ...about, text: words }));
        if (isTaken) onDone?.();
        return isTaken;
      }}
    />
  );
}
