import { isActive } from '../../../../shared/campaign-order';
import type { IssueDetail } from '../../../../shared/desk';
import type { ReadEdition } from '../../hooks/use-read-edition';
import { useMayOpen } from '../../hooks/use-may-open';
import { campaignsOnPage } from '../../model/campaign';
import { mayBeCommented } from '../../model/review';
import { FollowedCampaignCard } from '../campaign/FollowedCampaignCard';
import { OtherSendsCard } from '../campaign/OtherSendsCard';
import { AudienceCard } from './audience/AudienceCard';
import { FindingsCard } from './findings/FindingsCard';
import { CommentsCard } from './review/CommentsCard';
import { StageCard } from './stage/StageCard';
import { TranslationsCard } from './TranslationsCard';
import { VersionsCard } from './VersionsCard';
import { TestSendCard } from './test-send/TestSendCard';

interface IssueStepsProps {
  issue: IssueDetail;
  /** The edition on the screen, which an approval is bound to. */
  reading: ReadEdition;
}

/** The way of an issue from top to bottom; what does not apply at its stage is not there. */
export function IssueSteps({ issue, reading }: IssueStepsProps) {
  const mayOpen = useMayOpen();
  const { current: campaign, others } = campaignsOnPage(issue.campaigns);
  const open = issue.stage === 'drafting' || issue.stage === 'in-review' || issue.stage === 'approved';
  const sendable = issue.may.send && (open || issue.stage === 'sent') && !(campaign && isActive(campaign));
  return (
    <>
      <StageCard issue={issue} reading={reading} />
      {/* What the person has come for at that stage stands where she looks first. */}
      {sendable && issue.stage === 'approved' && <AudienceCard issue={issue} />}
      {campaign && !open && <FollowedCampaignCard id={campaign.id} language={issue.language} />}
      {issue.may.edit && open && <TranslationsCard issue={issue} />}
      {mayBeCommented(issue) && <CommentsCard issue={issue} />}
      {campaign && open && <FollowedCampaignCard id={campaign.id} language={issue.language} />}
      {others.length > 0 && <OtherSendsCard campaigns={others} />}
      {issue.stage !== 'sent' && (open || issue.findings.length > 0) && <FindingsCard issue={issue} />}
      {issue.may.edit && open && <TestSendCard issue={issue} />}
      {mayOpen('update', 'issue') && open && <VersionsCard issue={issue} />}
      {sendable && issue.stage !== 'approved' && <AudienceCard issue={issue} />}
    </>
  );
}
