import type { ArticleForm } from '../../../../../shared/desk';
import { articleKinds } from '../../../../../shared/lists';
import { uids } from '../../../../../shared/uids';
import { ComposedBody } from './ComposedBody';
import { ChoiceField } from './ChoiceField';
import { FormGrid, Whole } from './FormGrid';
import { LinesField } from './LinesField';
import { PicturesField } from './PicturesField';
import { TextField } from './TextField';

const uid = uids.article;

interface ArticleFormFieldsProps {
  form: ArticleForm;
  onChange: (fields: ArticleForm) => void;
}

/** An article's fields: those that its kind has, in the order in which the mail shows them. */
export function ArticleFormFields({ form, onChange }: ArticleFormFieldsProps) {
  const { kind } = form;
  const line = (name: TextName, isRequired = false) => (
    <TextField
      uid={uid}
      name={name}
      isRequired={isRequired}
      as={name.endsWith('Url') ? 'address' : name.endsWith('Date') ? 'day' : 'line'}
      value={form[name]}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
  const lines = (name: 'present' | 'decisions') => (
    <LinesField uid={uid} name={name} value={form[name]} onChange={(value) => onChange({ [name]: value })} />
  );
  const hasSource = kind === 'editorial' || kind === 'sector-news' || kind === 'feature';
  return (
    <FormGrid>
      <Whole>{line('title', true)}</Whole>
      <Whole>
        <ChoiceField
          uid={uid}
          name="kind"
          value={kind}
          values={articleKinds}
          onChange={(value) => onChange({ kind: value })}
        />
      </Whole>
      {kind === 'event' && (
        <>
          {line('startDate', true)}
          {line('endDate')}
          <Whole>{line('place')}</Whole>
          <Whole>
            <TextField
              uid={uid}
              name="editionNumber"
              value={form.editionNumber?.toString()}
              onChange={(value) => onChange({ editionNumber: numberOf(value) })}
            />
          </Whole>
        </>
      )}
      {kind === 'governance-meeting' && (
        <>
          {line('governingBody', true)}
          {line('meetingDate', true)}
          {line('place')}
          {line('chair')}
          <Whole>{lines('present')}</Whole>
        </>
      )}
      <Whole>
        <TextField
          uid={uid}
          name="standfirst"
          as="lines"
          value={form.standfirst}
          onChange={(standfirst) => onChange({ standfirst })}
        />
      </Whole>
      <Whole>
        <ComposedBody uid={uid} value={form.body} onChange={(body) => onChange({ body })} />
      </Whole>
      {kind === 'governance-meeting' && <Whole>{lines('decisions')}</Whole>}
      <Whole>
        <PicturesField
          uid={uid}
          name="images"
          value={form.images ?? []}
          onChange={(images) => onChange({ images })}
        />
      </Whole>
      {kind === 'editorial' && <Whole>{line('author')}</Whole>}
      {hasSource && (
        <>
          {line('sourceName')}
          {line('sourceUrl')}
        </>
      )}
      {line('callToActionLabel')}
      {line('callToActionUrl')}
    </FormGrid>
  );
}

/** The fields that hold one text, a day or an address. */
type TextName =
  | 'title'
  | 'startDate'
  | 'endDate'
  | 'place'
  | 'governingBody'
  | 'meetingDate'
  | 'chair'
  | 'author'
  | 'sourceName'
  | 'sourceUrl'
  | 'callToActionLabel'
  | 'callToActionUrl';

function numberOf(text: string): number | null {
  const digits = text.replaceAll(/\D/g, '').slice(0, 6);
  return digits === '' ? null : Number(digits);
}
