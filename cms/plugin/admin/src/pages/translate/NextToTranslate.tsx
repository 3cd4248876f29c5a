import { Button } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';

import type { Language } from '../../../../shared/desk';
import { useBeginTranslationMutation } from '../../api/translations';
import { useText } from '../../hooks/use-text';
import { nextToTranslate } from '../../model/work-to-translate';
import { deskPath } from '../../plugin/plugin-id';
import { useNumber } from './use-number';

/** The way to what the number lacks next; not there where it lacks nothing, and for whoever came from elsewhere. */
export function NextToTranslate({ articleId, language }: { articleId: string; language: Language }) {
  const text = useText();
  const navigate = useNavigate();
  const number = useNumber(language);
  const [begin, { isLoading }] = useBeginTranslationMutation();
  const next = number?.work ? nextToTranslate(number.work, language, articleId) : null;
  if (number === null || next === null) return null;
  const onNext = async (): Promise<void> => {
    if (next.isThere) return void navigate(deskPath.translate(next.documentId, number.named));
    const made = await begin({ documentId: next.documentId, language });
    if ('data' in made && made.data) navigate(deskPath.translate(made.data.documentId, number.named));
  };
  return (
    <Button size="S" loading={isLoading} onClick={() => void onNext()}>
      {text('translate.next')}
    </Button>
  );
}
