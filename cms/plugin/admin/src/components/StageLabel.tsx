import type { IssueSummary } from '../../../shared/desk';
import { useText } from '../hooks/use-text';
import { stageLabel } from '../model/stage';
import { Label } from './Label';

export function StageLabel({ issue }: { issue: Pick<IssueSummary, 'stage' | 'campaign'> }) {
  const text = useText();
  const { tone, ...label } = stageLabel(issue);
  return <Label tone={tone}>{text(label)}</Label>;
}
