import { Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { Feather, Mail } from '@strapi/icons';
import { Link } from 'react-router-dom';

import { useReadIssueQuery } from '../api/issues';
import { StageLabel } from '../components/StageLabel';
import { useMay } from '../hooks/use-may';
import { useRefetchOnSave } from '../hooks/use-refetch-on-save';
import { useRefusalText } from '../hooks/use-refusal-text';
import { useText } from '../hooks/use-text';
import { useWhileVisible } from '../hooks/use-while-visible';
import { groupFindings } from '../model/findings';
import { EndedNote } from '../revisions/EndedNote';
import { deskPath } from '../plugin/plugin-id';

interface IssuePanelContentProps {
  /** Missing while the issue was never saved. */
  documentId: string | undefined;
  /** Changes with every save; the desk's view is then asked for again. */
  savedAt: string;
}

export function IssuePanelContent({ documentId, savedAt }: IssuePanelContentProps) {
  const text = useText();
  const mayEdit = useMay()('desk.edit');
  const refusalText = useRefusalText();
  const { data, error, ...asked } = useReadIssueQuery(documentId ?? '', {
    skip: !documentId,
    pollingInterval: useWhileVisible(10_000),
    refetchOnMountOrArgChange: true,
  });
  useRefetchOnSave(savedAt, asked);

  if (!documentId) {
    return <Typography textColor="neutral600">{text('panel.issue.unsaved')}</Typography>;
  }
  if (!data) {
    return error === undefined ? (
      <Loader small>{text('loading')}</Loader>
    ) : (
      <Typography textColor="danger600">{refusalText(error)}</Typography>
    );
  }
  const { errors, warnings } = groupFindings(data.findings);
  const obstacles = data.obstacles.filter((obstacle) => obstacle.code !== 'finding-error').length;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex justifyContent="space-between" gap={2}>
        <Typography textColor="neutral600">{text('stage.title')}</Typography>
        <StageLabel issue={data} />
      </Flex>
      <Flex justifyContent="space-between" gap={2}>
        <Typography textColor="neutral600">{text('findings.title')}</Typography>
        <Typography fontWeight="semiBold" textAlign="end">
          {text('panel.issue.findings', { blocking: obstacles + errors.length, warnings: warnings.length })}
        </Typography>
      </Flex>
      <EndedNote issue={data} />
      {mayEdit && (
        <LinkButton
          tag={Link}
          to={deskPath.compose(documentId)}
          variant="secondary"
          startIcon={<Feather />}
          fullWidth
        >
          {text('compose.open')}
        </LinkButton>
      )}
      <LinkButton
        tag={Link}
        to={deskPath.issue(documentId)}
        variant={mayEdit ? 'tertiary' : 'secondary'}
        startIcon={<Mail />}
        fullWidth
      >
        {text('panel.issue.open')}
      </LinkButton>
    </Flex>
  );
}
