import { DeskRoot } from '../components/DeskRoot';
import { ConflictDialog } from './ConflictDialog';
import { EndingDialog } from './EndingDialog';
import { useQuestion } from './question-store';

/** Stands in the pages of the content manager, and asks what a save has to wait for. */
export function QuestionHost() {
  const question = useQuestion();
  if (question === null) return null;
  return (
    <DeskRoot>
      {question.is === 'conflict' ? (
        <ConflictDialog key={question.comparison.revision} conflict={question} />
      ) : (
        <EndingDialog question={question} />
      )}
    </DeskRoot>
  );
}
