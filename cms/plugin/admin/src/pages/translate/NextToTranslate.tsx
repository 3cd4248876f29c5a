import { Button, LinkButton } from '@strapi/design-system';
import { Link, useNavigate, useSearchParams } from 'react-router-dom';

import type { Language } from '../../../../shared/desk';
import { useBeginTranslationMutation, useListToTranslateQuery } from '../../api/translations';
import { useText } from '../../hooks/use-text';
import { nextToTranslate } from '../../model/work-to-translate';
import { deskPath } from '../../plugin/plugin-id';

/** The way to what the number lacks next, or back to where it is written; not there for whoever came from elsewhere. */
export function NextToTranslate({ articleId, language }: { articleId: string; language: Language }) {
  const text = useText();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const issue = search.get('issue') ?? '';
  const { data } = useListToTranslateQuery(issue, { skip: issue === '', refetchOnMountOrArgChange: true });
  const [begin, { isLoading }] = useBeginTranslationMutation();
  if (data === undefined) return null;
  const next = nextToTranslate(data, language, articleId);
  const own = data.find((one) => one.language === language)?.issue ?? issue;
  if (next === null)
    return (
      <LinkButton tag={Link} to={deskPath.compose(own)} size="S">
        {text('translate.back')}
      </LinkButton>
    );
  const onNext = async (): Promise<void> => {
    if (next.isThere) return void navigate(deskPath.translate(next.documentId, issue));
    const made = await begin({ documentId: next.documentId, language });
    if ('data' in made && made.data) navigate(deskPath.translate(made.data.documentId, issue));
  };
  return (
    <Button size="S" loading={isLoading} onClick={() => void onNext()}>
      {text('translate.next')}
    </Button>
  );
}
