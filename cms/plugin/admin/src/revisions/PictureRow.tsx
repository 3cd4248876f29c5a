import { Flex, Typography } from '@strapi/design-system';

import type { Shown } from '../../../shared/desk';
import { serverUrl } from '../plugin/backend-url';

/** Pictures side by side, each with its name and what is said of it to those who do not see it. */
export function PictureRow({ pictures }: { pictures: Extract<Shown, { is: 'pictures' }>['pictures'] }) {
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-start">
      {pictures.map(({ url, name, alternativeText }) => (
        <figure key={url} style={{ maxWidth: '16rem' }}>
          <img
            src={serverUrl(url)}
            alt={alternativeText ?? name}
            style={{ maxWidth: '16rem', maxHeight: '10rem', borderRadius: '4px' }}
          />
          <figcaption>
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              {name}
            </Typography>
          </figcaption>
        </figure>
      ))}
    </Flex>
  );
}
