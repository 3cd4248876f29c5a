import { Typography } from '@strapi/design-system';

import type { Comparison } from '../../../shared/desk';
import { useDeskIntl } from '../hooks/use-desk-intl';
import { useText } from '../hooks/use-text';
import type { TextKey } from '../model/text';

const said: Readonly<Record<string, TextKey>> = {
  update: 'conflict.change.update',
  publish: 'conflict.change.publish',
  unpublish: 'conflict.change.unpublish',
  discardDraft: 'conflict.change.discardDraft',
};

/** Who saved since the form was opened, when, and which fields. */
export function ChangeList({ changes }: { changes: Comparison['changes'] }) {
  const text = useText();
  const { formatDate } = useDeskIntl();
  return (
    <ul style={{ listStyle: 'disc', paddingInlineStart: '1.6rem' }}>
      {changes.map(({ by, at, action, fields }) => {
        const change = text(said[action] ?? 'conflict.change.update', {
          by: by ?? text('conflict.program'),
          at: formatDate(at, { dateStyle: 'long', timeStyle: 'short' }),
        });
        return (
          <li key={`${at} ${action}`}>
            <Typography fontWeight="semiBold">
              {fields.length === 0
                ? change
                : text('conflict.change.fields', { change, fields: fields.join(text('comma')) })}
            </Typography>
          </li>
        );
      })}
    </ul>
  );
}
