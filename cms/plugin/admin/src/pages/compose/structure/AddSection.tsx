import { Button, Menu } from '@strapi/design-system';
import { Plus } from '@strapi/icons';

import { sectionNames } from '../../../../../shared/field-labels';
import { useDeskDirection, useDeskLanguage } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import type { KeyedSection } from '../drafts/drafts';
import { newSection, sectionComponents } from './arrange';

/** Adds an empty section of a chosen type at the end. */
export function AddSection({ onAdd }: { onAdd: (section: KeyedSection) => void }) {
  const text = useText();
  const language = useDeskLanguage();
  const dir = useDeskDirection();
  return (
    <Menu.Root dir={dir}>
      <Menu.Trigger variant="tertiary" startIcon={<Plus />} endIcon={null} tag={Button}>
        {text('compose.section.add')}
      </Menu.Trigger>
      {/* Tall enough for every type: what lies below the edge of a list without a bar is not looked for. */}
      <Menu.Content maxHeight="calc(100vh - 4rem)">
        {sectionComponents.map((component) => (
          <Menu.Item
            key={component}
            onSelect={() => onAdd(newSection(component, `new-${String(Date.now())}`))}
          >
            {sectionNames[component]?.[language] ?? component}
          </Menu.Item>
        ))}
      </Menu.Content>
    </Menu.Root>
  );
}
