import { Page, useAuth } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';

import { useReadSideBySideQuery } from '../../api/translations';
import { LoadError } from '../../components/LoadError';
import { useWhileVisible } from '../../hooks/use-while-visible';
import { Translator } from './Translator';
import { WithoutOriginal } from './WithoutOriginal';

/** How often the server is asked what others have saved meanwhile, in milliseconds. */
const ASKED_EVERY = 10_000;

/** An article beside what it translates: one to be read, the other to be written. */
export function TranslatePage() {
  const { documentId = '' } = useParams();
  const pollingInterval = useWhileVisible(ASKED_EVERY);
  const { data, error, refetch } = useReadSideBySideQuery(documentId, {
    pollingInterval,
    refetchOnMountOrArgChange: true,
  });
  const personId = useAuth('TranslatePage', ({ user }) => user?.id);
  if (data?.article.documentId === documentId && personId !== undefined) {
    const { original } = data;
    return original === null ? (
      <WithoutOriginal sideBySide={data} />
    ) : (
      <Translator
        key={documentId}
        sideBySide={{ ...data, original }}
        personId={String(personId)}
        onStored={() => void refetch()}
      />
    );
  }
  if (error !== undefined)
    return (
      <Page.Main>
        <LoadError error={error} onRetry={refetch} />
      </Page.Main>
    );
  return <Page.Loading />;
}
