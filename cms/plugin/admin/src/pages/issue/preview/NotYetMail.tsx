import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Layout } from '@strapi/icons';
import { Link } from 'react-router-dom';

import type { IssueDetail } from '../../../../../shared/desk';
import { Card } from '../../../components/Card';
import { useSpaced } from '../../../hooks/use-spaced';
import { useText } from '../../../hooks/use-text';
import { deskPath } from '../../../plugin/plugin-id';

/** Stands where the mail will be, as long as the issue is none: what it lacks, and the way to where that is written. */
export function NotYetMail({ issue }: { issue: IssueDetail }) {
  const text = useText();
  const spaced = useSpaced();
  return (
    <Card title={text('preview.not-yet')}>
      <Flex direction="column" alignItems="flex-start" gap={4}>
        <Typography textColor="neutral700">{text('preview.not-yet.why')}</Typography>
        <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
          {issue.obstacles.map(({ message }, index) => (
            <Typography key={`${index} ${message}`} tag="li" style={{ overflowWrap: 'anywhere' }}>
              {spaced(message)}
            </Typography>
          ))}
        </Box>
        {issue.may.edit && (
          <LinkButton tag={Link} to={deskPath.compose(issue.documentId)} startIcon={<Layout />}>
            {text('compose.open')}
          </LinkButton>
        )}
      </Flex>
    </Card>
  );
}
