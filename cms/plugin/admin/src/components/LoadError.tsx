import { Button, EmptyStateLayout } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';

import { useRefusalText } from '../hooks/use-refusal-text';
import { useText } from '../hooks/use-text';

/** Stands where something should have been loaded: why it was not, and a way to try again. */
export function LoadError({ error, onRetry }: { error: unknown; onRetry: () => unknown }) {
  const text = useText();
  const refusalText = useRefusalText();
  return (
    <div role="alert">
      <EmptyStateLayout
        hasRadius
        shadow="tableShadow"
        icon={<WarningCircle width="6.4rem" height="6.4rem" fill="danger500" />}
        content={refusalText(error)}
        action={
          <Button variant="secondary" startIcon={<ArrowClockwise />} onClick={() => void onRetry()}>
            {text('retry')}
          </Button>
        }
      />
    </div>
  );
}
