import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin';
import { useNavigate } from 'react-router-dom';

import { revisedTypeOf } from '../../../shared/uids';
import { useMay } from '../hooks/use-may';
import { useText } from '../hooks/use-text';
import { deskPath } from '../plugin/plugin-id';

/**
 * Strapi's own copy of a document, for everything but a number: that would keep its subject, articles and figures. There the same
 * place leads to where the next number is prepared; whoever may not prepare one has no such place.
 */
export function prepareInstead(clone: DocumentActionComponent): DocumentActionComponent {
  const PrepareAction: DocumentActionComponent = (props) => {
    const text = useText();
    const navigate = useNavigate();
    const may = useMay();
    const copied = clone(props);
    if (!copied || revisedTypeOf(props.model) !== 'issue') return copied;
    if (!may('desk.edit')) return null;
    const { dialog: _, ...action } = copied;
    const number: unknown = props.document?.['number'];
    return {
      ...action,
      label: text('prepare.title'),
      onClick: () => navigate(deskPath.prepare(typeof number === 'number' ? number : null)),
    };
  };
  PrepareAction.type = clone.type;
  PrepareAction.position = clone.position;
  return PrepareAction;
}
