import { Button, Flex, Modal, Typography } from '@strapi/design-system';

import type { Side } from '../../../shared/desk';
import { useText } from '../hooks/use-text';
import { savedSide } from '../model/saved-side';
import { ChangeList } from './ChangeList';
import { DifferenceCard } from './DifferenceCard';
import type { Conflict } from './question-store';
import { useStayingOnPage } from './use-staying-on-page';

/** Shows what somebody has saved meanwhile beside what the person wrote, and lets her choose. */
export function ConflictDialog({ conflict }: { conflict: Conflict }) {
  const text = useText();
  const { intent, comparison, chosen, choose, answer } = conflict;
  const { differences, changes, title } = comparison;
  const chooses = intent === 'save' || intent === 'publish';
  const left = chooses ? differences.filter(({ key }) => chosen[key] === undefined).length : 0;
  const takeAll = (side: Side) => choose(Object.fromEntries(differences.map(({ key }) => [key, side])));
  useStayingOnPage();

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && answer(null)}>
      <Modal.Content
        // A click beside it must not throw away what was chosen; and where the page is arranged anew, the focus leaves by itself.
        onInteractOutside={(event: Event) => event.preventDefault()}
        style={{ width: 'min(110rem, 94vw)', maxWidth: 'none' }}
      >
        <Modal.Header>
          <Modal.Title>
            {title === '' ? text('conflict.title.untitled') : text('conflict.title', { title })}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{text(`conflict.lead.${intent}`)}</Typography>
            <ChangeList changes={changes} />
            {differences.length === 0 && <Typography>{text('conflict.none')}</Typography>}
            {chooses && differences.length > 1 && (
              <Flex gap={2} wrap="wrap">
                <Typography textColor="neutral600">{text('conflict.all')}</Typography>
                <Button size="S" variant="secondary" onClick={() => takeAll('mine')}>
                  {text('conflict.all.mine')}
                </Button>
                <Button size="S" variant="secondary" onClick={() => takeAll('theirs')}>
                  {text('conflict.all.theirs')}
                </Button>
              </Flex>
            )}
            {differences.map((difference) => (
              <DifferenceCard
                key={difference.key}
                difference={difference}
                names={
                  chooses
                    ? { mine: text('conflict.mine'), theirs: text(savedSide(difference, changes)) }
                    : { mine: text('conflict.seen'), theirs: text('conflict.now') }
                }
                chosen={chooses ? chosen[difference.key] : undefined}
                onChoose={chooses ? (side) => choose({ ...chosen, [difference.key]: side }) : undefined}
              />
            ))}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => answer(null)}>
            {text(chooses ? 'conflict.back' : 'conflict.keep')}
          </Button>
          <Flex gap={3} wrap="wrap" justifyContent="flex-end">
            {chooses && differences.length > 0 && (
              <Typography textColor="neutral600" aria-live="polite">
                {text('conflict.left', { count: left })}
              </Typography>
            )}
            <Button
              variant={chooses ? 'default' : 'danger'}
              disabled={left > 0}
              onClick={() => answer(chosen)}
            >
              {text(`conflict.go.${intent}`)}
            </Button>
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
