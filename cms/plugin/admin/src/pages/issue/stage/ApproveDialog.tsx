import { Button, Checkbox, Dialog, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useState } from 'react';

import type { Finding, IssueDetail } from '../../../../../shared/desk';
import { useApproveIssueMutation } from '../../../api/issues';
import { useListCommentsQuery } from '../../../api/reviews';
import { DialogContent } from '../../../components/DialogContent';
import { Facts } from '../../../components/Facts';
import { Notice } from '../../../components/Notice';
import { Refusal } from '../../../components/Refusal';
import { useSpaced } from '../../../hooks/use-spaced';
import { useText } from '../../../hooks/use-text';
import { sizeMeter } from '../../../model/size';

/** What somebody asks to approve: the issue as it was on her screen, with its findings, and the seal of its edition. */
export interface AskedApproval {
  issue: IssueDetail;
  hash: string;
}

interface ApproveDialogProps extends AskedApproval {
  /** Whether another edition has taken its place since: then there is nothing to approve, but something to read. */
  isExchanged: boolean;
  onClose: () => void;
}

/**
 * The last look before an approval: subject, sender, size, findings. A finding about figures, totals, dates or the number is
 * taken note of one by one, also where a colleague has set it aside; the others that were set aside are listed. Stays open when the server refuses, and can then only be closed where the edition has changed.
 */
export function ApproveDialog({ issue, hash, isExchanged, onClose }: ApproveDialogProps) {
  const text = useText();
  const [approve, approved] = useApproveIssueMutation();
  const { data: said } = useListCommentsQuery(issue.documentId);
  const openComments = said?.comments.filter(({ settled }) => settled === null).length ?? 0;
  const [noted, setNoted] = useState<ReadonlySet<string>>(new Set());
  const grave = issue.findings.filter(({ mustAcknowledge }) => mustAcknowledge);
  const setAside = issue.findings.filter((finding) => finding.setAside !== null && !finding.mustAcknowledge);
  const others = issue.findings.length - grave.length - setAside.length;
  const isComplete = grave.every(({ key }) => noted.has(key));

  const toggle = (key: string, on: boolean) => {
    const next = new Set(noted);
    if (on) next.add(key);
    else next.delete(key);
    setNoted(next);
  };
  const onConfirm = async () => {
    const answer = await approve({
      documentId: issue.documentId,
      hash,
      acknowledged: [...noted],
      setAside: issue.findings.flatMap((finding) => finding.setAside?.id ?? []),
    });
    if ('data' in answer) onClose();
  };

  return (
    <DialogContent>
      <Dialog.Header>{text('approve.title', { number: String(issue.number) })}</Dialog.Header>
      <Dialog.Body>
        <Flex direction="column" alignItems="stretch" gap={4} width="100%">
          <Facts facts={factsOf(issue, text)} />
          {grave.length > 0 && (
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Typography tag="h3" fontWeight="semiBold">
                {text('approve.grave', { count: grave.length })}
              </Typography>
              {grave.map((finding) => (
                <Acknowledgement
                  key={finding.key}
                  finding={finding}
                  checked={noted.has(finding.key)}
                  onChange={(on) => toggle(finding.key, on)}
                />
              ))}
            </Flex>
          )}
          {setAside.length > 0 && (
            <Flex direction="column" alignItems="stretch" gap={3}>
              <Typography tag="h3" fontWeight="semiBold">
                {text('approve.aside', { count: setAside.length })}
              </Typography>
              <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
                {setAside.map((finding, at) => (
                  <li key={`${finding.key} ${at}`} style={{ overflowWrap: 'anywhere' }}>
                    <Said finding={finding} />
                  </li>
                ))}
              </Flex>
            </Flex>
          )}
          {openComments > 0 && (
            <Notice tone="warning">{text('approve.comments', { count: openComments })}</Notice>
          )}
          <Typography tag="p" variant="pi" textColor="neutral600">
            {text('approve.others', { count: others })} {text('approve.warning')}
          </Typography>
          {isExchanged && <Notice tone="warning">{text('approve.exchanged.asked')}</Notice>}
          <Refusal error={approved.error} />
        </Flex>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth disabled={approved.isLoading}>
            {text('confirm.back')}
          </Button>
        </Dialog.Cancel>
        <Button
          fullWidth
          startIcon={<Check />}
          loading={approved.isLoading}
          disabled={!isComplete || isExchanged}
          onClick={() => void onConfirm()}
        >
          {text('approve.button')}
        </Button>
      </Dialog.Footer>
    </DialogContent>
  );
}

function factsOf(issue: IssueDetail, text: ReturnType<typeof useText>): [name: string, value: string][] {
  const { edition, sender } = issue;
  const from = sender ? `${sender.name} <${sender.address}>` : '';
  return [
    [text('send.fact.issue'), `${issue.title} ${text('issue.number', { number: String(issue.number) })}`],
    [text('approve.fact.language'), text(`language.${issue.language}`)],
    [text('send.fact.subject'), edition?.subject ?? issue.subject],
    [text('approve.fact.sender'), from],
    ...(sender?.replyTo ? ([[text('approve.fact.reply-to'), sender.replyTo]] as [string, string][]) : []),
    [text('approve.fact.size'), text('size.reading', { kib: sizeMeter(edition?.sizeBytes ?? 0).kib })],
  ];
}

interface AcknowledgementProps {
  finding: Finding;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Acknowledgement({ finding, checked, onChange }: AcknowledgementProps) {
  return (
    <Checkbox checked={checked} onCheckedChange={(value) => onChange(value === true)}>
      <span style={{ overflowWrap: 'anywhere', whiteSpace: 'normal', textAlign: 'start' }}>
        <Said finding={finding} />
      </span>
    </Checkbox>
  );
}

/** What was found and where, with why somebody has set it aside. */
function Said({ finding: { message, place, setAside } }: { finding: Finding }) {
  const text = useText();
  const spaced = useSpaced();
  return (
    <>
      {spaced(message)}
      {place && ` (${spaced(place)})`}
      {setAside && (
        <Typography tag="span" variant="pi" textColor="neutral700" style={{ display: 'block' }}>
          {setAside.carriedFrom === null
            ? text('approve.aside.reason', { by: setAside.by, reason: setAside.reason })
            : text('approve.aside.reason.carried', {
                ...{ by: setAside.by, reason: setAside.reason, number: setAside.carriedFrom },
              })}
        </Typography>
      )}
    </>
  );
}
