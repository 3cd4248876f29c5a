import type { Stage } from '../../../shared/desk';
import { useText } from '../hooks/use-text';
import { stageText, stageTone } from '../model/stage';
import { Label } from './Label';

export function StageLabel({ stage }: { stage: Stage }) {
  const text = useText();
  return <Label tone={stageTone(stage)}>{text(stageText(stage))}</Label>;
}
