import { Button } from '@strapi/design-system';
import { Moon, Sun } from '@strapi/icons';

import { useText } from '../hooks/use-text';
import type { Colours } from '../model/mail-colours';

interface ColoursToggleProps {
  colours: Colours;
  onChange: (colours: Colours) => void;
}

/** Shows a mail as it looks on a dark device, or on a light one; the admin's own theme has nothing to do with it. */
export function ColoursToggle({ colours, onChange }: ColoursToggleProps) {
  const text = useText();
  const isDark = colours === 'dark';
  return (
    <Button
      size="S"
      variant="ghost"
      aria-pressed={isDark}
      startIcon={isDark ? <Moon /> : <Sun />}
      onClick={() => onChange(isDark ? 'light' : 'dark')}
    >
      {text(isDark ? 'preview.colours.dark' : 'preview.colours.light')}
    </Button>
  );
}
