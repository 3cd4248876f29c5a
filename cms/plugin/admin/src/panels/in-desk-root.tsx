import type { PanelComponent } from '@strapi/content-manager/strapi-admin';

import { DeskRoot } from '../components/DeskRoot';

/** A panel beside Strapi's forms whose content is in the language and direction of the desk. */
export function inDeskRoot(panel: PanelComponent): PanelComponent {
  const Panel: PanelComponent = (props) => {
    const shown = panel(props);
    return shown && { ...shown, content: <DeskRoot>{shown.content}</DeskRoot> };
  };
  return Panel;
}
