import { Flex, Typography } from '@strapi/design-system';

import type { HeldCampaign } from '../../../../shared/desk';
import {
  choicesOf,
  forgetfulHolds,
  isEndingHold,
  wordsOfChoice,
  type holdChoices,
} from '../../../../shared/hold-lists';
import { useDecideHoldMutation } from '../../api/holds';
import { Card } from '../../components/Card';
import { Refusal } from '../../components/Refusal';
import { useDeskIntl } from '../../hooks/use-desk-intl';
import { useText } from '../../hooks/use-text';
import { openCount } from '../../model/delivery-counts';
import { sendNumber } from '../../model/send-number';
import { HoldChoice, HoldChoices } from './HoldChoice';

/** One held campaign: what is known of it, and what each decision would do. */
export function HeldCampaignCard({ campaign, mayDecide }: { campaign: HeldCampaign; mayDecide: boolean }) {
  const text = useText();
  const intl = useDeskIntl();
  const [decide, decided] = useDecideHoldMutation();
  const number = sendNumber(text, { ...campaign, number: campaign.issueNumber });
  const open = openCount(campaign.counts);
  const at = intl.formatDate(campaign.startAt, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <Card title={text('holds.campaign.title', { number, at })}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">
          {text('holds.campaign.counts', {
            accepted: campaign.counts.accepted,
            open,
            recipients: campaign.recipients,
          })}
        </Typography>
        {campaign.hold === 'silent-too-long' && <Typography tag="p">{text(whySilent(campaign))}</Typography>}
        {campaign.hold === 'picture-lost' && <Typography tag="p">{text('holds.picture.why')}</Typography>}
        {isEndingHold(campaign.hold) && <Typography tag="p">{text(whyEnding[campaign.hold])}</Typography>}
        {mayDecide && (
          <HoldChoices>
            {choicesOf(campaign.hold).map((choice) => {
              const words = wordsFor(choice, campaign);
              return (
                <HoldChoice
                  key={choice}
                  label={text(`holds.choice.${words}`)}
                  name={text(`holds.choice.${words}.name`, { number })}
                  question={text(`holds.choice.${words}.question`, { number, open })}
                  means={text(meansOf(words, campaign))}
                  isRisky={words === 'send-the-rest'}
                  disabled={decided.isLoading}
                  onConfirm={() => void decide({ id: campaign.id, choice })}
                />
              );
            })}
          </HoldChoices>
        )}
      </Flex>
      <Refusal error={decided.error} />
    </Card>
  );
}

const whyEnding = {
  'approval-unknown': 'holds.unapproved.why',
  'edition-spoilt': 'holds.changed.why',
} as const;

const endingMeans = {
  cancel: 'holds.unapproved.cancel.means',
  'treat-as-sent': 'holds.unapproved.treat-as-sent.means',
} as const;

function whySilent({ status }: HeldCampaign) {
  if (status === 'scheduled') return 'holds.silent.why.scheduled';
  return status === 'paused' ? 'holds.silent.why.paused' : 'holds.silent.why';
}

/** The words for a choice; of a campaign that lacks a picture it goes on only once that is put back. */
function wordsFor(choice: (typeof holdChoices)[number], { hold, status }: HeldCampaign) {
  const words = wordsOfChoice(choice, status);
  return hold === 'picture-lost' && words === 'send-the-rest' ? 'picture-back' : words;
}

/** What a choice means here: what has not begun has left nobody by this send, and where nothing is forgotten nobody has it twice. */
function meansOf(words: ReturnType<typeof wordsFor>, { startAt, counts, hold }: HeldCampaign) {
  if (isEndingHold(hold)) return endingMeans[words === 'cancel' ? 'cancel' : 'treat-as-sent'];
  if (hold === 'picture-lost' && words === 'cancel') return 'holds.picture.cancel.means';
  if (words !== 'treat-as-sent') return `holds.choice.${words}.means` as const;
  if (new Date(startAt) > new Date() && counts.accepted === 0)
    return 'holds.choice.treat-as-sent.means.scheduled';
  const mayBeForgotten = hold === 'silent-too-long' || forgetfulHolds.some((one) => one === hold);
  return mayBeForgotten ? 'holds.choice.treat-as-sent.means' : 'holds.choice.treat-as-sent.means.known';
}
