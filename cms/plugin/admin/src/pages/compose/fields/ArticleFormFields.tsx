import type { ArticleForm } from '../../../../../shared/desk';
import { ArticleField, type ArticleStanding } from './ArticleField';
import { articleFieldsOf, type ArticleFieldName } from './article-fields';
import { FormGrid, Whole } from './FormGrid';

interface ArticleFormFieldsProps {
  form: ArticleForm;
  standing: ArticleStanding;
  onChange: (fields: ArticleForm) => void;
}

/** Fields that share their line with another one where there is room. */
const narrow: readonly ArticleFieldName[] = [
  ...(['startDate', 'endDate', 'place', 'editionNumber', 'governingBody', 'meetingDate', 'chair'] as const),
  ...(['sourceName', 'sourceUrl', 'callToActionLabel', 'callToActionUrl'] as const),
];

/** An article's fields: those that its kind has, in the order in which the mail shows them. */
export function ArticleFormFields({ form, standing, onChange }: ArticleFormFieldsProps) {
  return (
    <FormGrid>
      {articleFieldsOf(form.kind).map((name) => {
        const field = (
          <ArticleField key={name} name={name} form={form} standing={standing} onChange={onChange} />
        );
        return narrow.includes(name) ? field : <Whole key={name}>{field}</Whole>;
      })}
    </FormGrid>
  );
}
