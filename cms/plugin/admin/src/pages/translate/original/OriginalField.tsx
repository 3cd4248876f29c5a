import { Box, Typography } from '@strapi/design-system';

import type { ArticleForm, Language } from '../../../../../shared/desk';
import { directions } from '../../../../../shared/lists';
import { uids } from '../../../../../shared/uids';
import { useDeskIntl } from '../../../hooks/use-desk-intl';
import { useText } from '../../../hooks/use-text';
import type { ArticleFieldName } from '../../compose/fields/article-fields';
import { useLabel } from '../../compose/fields/form-context';
import { described } from '../../../pictures/picture-texts';
import { PictureRow } from '../../../revisions/PictureRow';
import { ChangedWords } from './ChangedWords';

interface OriginalFieldProps {
  name: Exclude<ArticleFieldName, 'body'>;
  form: ArticleForm;
  /** As it was when the translation last followed it; null where nothing has changed. */
  followed: ArticleForm | null;
  language: Language;
}

/** One field of the original, to be read, with the words that were changed since. */
export function OriginalField({ name, form, followed, language }: OriginalFieldProps) {
  const text = useText();
  const { label } = useLabel(uids.article, name);
  const shownIn = useShown();
  const [before, now] = [followed && shownIn(followed, name), shownIn(form, name)];
  const isEmpty = now === '' && !before;
  // In the words of the desk.
  const isOurs = isEmpty || name === 'kind' || name.endsWith('Date');
  const isPictures = name === 'images';
  const pictures = form.images ?? [];
  return (
    <Box>
      <Typography tag="p" variant="pi" fontWeight="bold" textColor="neutral800" paddingBottom={1}>
        {label}
      </Typography>
      {isPictures && pictures.length > 0 && (
        <PictureRow
          pictures={described(pictures, form.imageTexts ?? []).map(({ picture, said }) => ({
            url: picture.url ?? '',
            name: said?.alternativeText || picture.alternativeText || (picture.name ?? ''),
            alternativeText: said?.alternativeText || (picture.alternativeText ?? null),
          }))}
        />
      )}
      {isPictures && pictures.length === 0 && (
        <Typography textColor="neutral600">{text('conflict.nothing')}</Typography>
      )}
      {isPictures && before !== null && before !== now && (
        <Typography tag="p" variant="pi" textColor="neutral800">
          {text('translate.pictures.changed')}
        </Typography>
      )}
      {!isPictures && (
        <div
          lang={isOurs ? undefined : language}
          dir={isOurs ? undefined : name.endsWith('Url') ? 'ltr' : directions[language]}
          style={{ padding: '0.8rem 0' }}
        >
          <Typography textColor={isEmpty ? 'neutral600' : 'neutral800'}>
            {isEmpty ? text('conflict.nothing') : <ChangedWords before={before ?? now} now={now} />}
          </Typography>
        </div>
      )}
    </Box>
  );
}

/** A field in words: days and kinds in those of the admin, pictures by what tells them apart. */
function useShown(): (form: ArticleForm, name: Exclude<ArticleFieldName, 'body'>) => string {
  const { formatDate, formatMessage } = useDeskIntl();
  return (form, name) => {
    if (name === 'images')
      return described(form.images ?? [], form.imageTexts ?? [])
        .map(({ picture, said }) => `${picture.id} ${said?.alternativeText ?? ''} ${said?.caption ?? ''}`)
        .join('\n');
    const value = form[name];
    if (Array.isArray(value)) return value.map((line) => line.text ?? '').join('\n');
    if (value === null || value === undefined || value === '') return '';
    if (name === 'kind') return formatMessage({ id: String(value), defaultMessage: String(value) });
    const isDay = name.endsWith('Date') && /^\d{4}-\d\d-\d\d$/.test(String(value));
    return isDay ? formatDate(String(value), { dateStyle: 'long', timeZone: 'UTC' }) : String(value);
  };
}
