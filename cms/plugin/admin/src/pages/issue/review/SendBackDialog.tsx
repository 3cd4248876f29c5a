import type { IssueDetail } from '../../../../../shared/desk';
import { useSendBackIssueMutation } from '../../../api/issues';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { useText } from '../../../hooks/use-text';

/** Sends an issue back to whoever asked for the review, with what is to be corrected. */
export function SendBackDialog({ issue, onClose }: { issue: IssueDetail; onClose: () => void }) {
  const text = useText();
  const [sendBack, sent] = useSendBackIssueMutation();
  const name = issue.review?.by.name ?? '';
  return (
    <ReasonDialog
      title={text('review.back.title', { number: String(issue.number) })}
      question={text('review.back.what', { name, count: issue.review?.openComments ?? 0 })}
      label={text('review.back.reason')}
      hint={text('review.back.hint')}
      most={2_000}
      button={text('review.back.button')}
      isSending={sent.isLoading}
      error={sent.error}
      onConfirm={async (reason) => {
        const answer = await sendBack({ documentId: issue.documentId, reason });
        if ('data' in answer) onClose();
      }}
    />
  );
}
