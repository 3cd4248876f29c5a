import { Button, Checkbox, Dialog, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useState } from 'react';
import { Link } from 'react-router-dom';

import type { IssueDetail } from '../../../../../shared/desk';
import { useSubmitIssueMutation } from '../../../api/issues';
import { useListReviewersQuery } from '../../../api/reviews';
import { DialogContent } from '../../../components/DialogContent';
import { Refusal } from '../../../components/Refusal';
import { useText } from '../../../hooks/use-text';

interface AskReviewDialogProps {
  issue: IssueDetail;
  onClose: () => void;
}

/** Asks for a review: of whom, and what to say to them. Those who approve stand first, and nobody is chosen for her. */
export function AskReviewDialog({ issue: { documentId, number }, onClose }: AskReviewDialogProps) {
  const text = useText();
  const reviewers = useListReviewersQuery(documentId, { refetchOnMountOrArgChange: true });
  const [submit, submitted] = useSubmitIssueMutation();
  const [people, setPeople] = useState<readonly number[]>([]);
  const [roles, setRoles] = useState<readonly number[]>([]);
  const [message, setMessage] = useState('');
  const known = reviewers.data?.people ?? [];
  const sorted = [...known].sort((one, two) => Number(two.mayApprove) - Number(one.mayApprove));
  const onConfirm = async () => {
    const answer = await submit({ documentId, people: [...people], roles: [...roles], message });
    if ('data' in answer) onClose();
  };
  return (
    <DialogContent>
      <Dialog.Header>{text('review.ask.title', { number: String(number) })}</Dialog.Header>
      <Dialog.Body>
        <Flex direction="column" alignItems="stretch" gap={4} width="100%">
          {reviewers.isLoading && <Typography textColor="neutral600">{text('loading')}</Typography>}
          <Refusal error={reviewers.error} />
          {reviewers.data && known.length === 0 && (
            <Typography tag="p">
              {text('review.ask.nobody')} <Link to="/settings/users">{text('review.ask.invite')}</Link>
            </Typography>
          )}
          {known.length > 0 && (
            <Choices
              legend={text('review.ask.people')}
              options={sorted.map(({ id, name, mayApprove }) => ({
                id,
                label: mayApprove ? text('review.ask.approver', { name }) : name,
              }))}
              chosen={people}
              onChoose={setPeople}
            />
          )}
          {known.length > 0 && (
            <Choices
              legend={text('review.ask.roles')}
              options={(reviewers.data?.roles ?? []).map(({ id, name, people: count }) => ({
                id,
                label: text('review.ask.role', { name, count }),
              }))}
              chosen={roles}
              onChoose={setRoles}
            />
          )}
          {known.length > 0 && (
            <Field.Root name="message" hint={text('review.ask.hint')}>
              <Field.Label>{text('review.ask.message')}</Field.Label>
              <Textarea
                value={message}
                maxLength={2000}
                onChange={(event: { target: { value: string } }) => setMessage(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
          )}
          <Refusal error={submitted.error} />
        </Flex>
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.Cancel>
          <Button variant="tertiary" fullWidth disabled={submitted.isLoading}>
            {text('review.ask.back')}
          </Button>
        </Dialog.Cancel>
        <Button
          fullWidth
          startIcon={<PaperPlane />}
          loading={submitted.isLoading}
          disabled={known.length > 0 && people.length + roles.length === 0}
          onClick={() => void onConfirm()}
        >
          {text('review.ask.button')}
        </Button>
      </Dialog.Footer>
    </DialogContent>
  );
}

interface ChoicesProps {
  legend: string;
  options: readonly { id: number; label: string }[];
  chosen: readonly number[];
  onChoose: (chosen: readonly number[]) => void;
}

function Choices({ legend, options, chosen, onChoose }: ChoicesProps) {
  return (
    <fieldset style={{ border: 0 }}>
      <Typography tag="legend" fontWeight="semiBold" paddingBottom={2}>
        {legend}
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={2}>
        {options.map(({ id, label }) => (
          <Checkbox
            key={id}
            checked={chosen.includes(id)}
            onCheckedChange={(on) =>
              onChoose(on === true ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          >
            {label}
          </Checkbox>
        ))}
      </Flex>
    </fieldset>
  );
}
