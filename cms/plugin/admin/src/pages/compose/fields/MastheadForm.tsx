import { Checkbox, Field, NumberInput } from '@strapi/design-system';

import { uids } from '../../../../../shared/uids';
import type { IssueFields } from '../drafts/drafts';
import { FieldNotes } from './FieldNotes';
import { FormGrid, Whole } from './FormGrid';
import { useFieldId, useForm, useLabel } from './form-context';
import { PicturesField } from './PicturesField';
import { TextField } from './TextField';

const uid = uids.issue;

interface MastheadFormProps {
  form: IssueFields;
  onChange: (fields: Partial<IssueFields>) => void;
}

/** What stands over an issue, and what an inbox shows of it. */
export function MastheadForm({ form, onChange }: MastheadFormProps) {
  const { isDisabled, onEnter } = useForm();
  const number = useLabel(uid, 'number');
  const greeting = useLabel(uid, 'greeting');
  const numberId = useFieldId('number');
  return (
    <FormGrid>
      <Whole>
        <TextField
          uid={uid}
          name="subject"
          isRequired
          value={form.subject}
          onChange={(subject) => onChange({ subject })}
        />
      </Whole>
      <Whole>
        <TextField
          uid={uid}
          name="preheader"
          value={form.preheader}
          onChange={(preheader) => onChange({ preheader })}
        />
      </Whole>
      <Field.Root id={numberId} name="number" required>
        <Field.Label>{number.label}</Field.Label>
        <NumberInput
          value={form.number ?? undefined}
          disabled={isDisabled}
          onFocus={() => onEnter('number')}
          onValueChange={(value) => onChange({ number: value ?? null })}
        />
        <FieldNotes field="number" />
      </Field.Root>
      <TextField
        uid={uid}
        name="publicationDate"
        as="day"
        isRequired
        value={form.publicationDate}
        onChange={(publicationDate) => onChange({ publicationDate })}
      />
      <Whole>
        <TextField
          uid={uid}
          name="periodLabel"
          isRequired
          value={form.periodLabel}
          onChange={(periodLabel) => onChange({ periodLabel })}
        />
      </Whole>
      <TextField
        uid={uid}
        name="periodFrom"
        as="day"
        isRequired
        value={form.periodFrom}
        onChange={(periodFrom) => onChange({ periodFrom })}
      />
      <TextField
        uid={uid}
        name="periodTo"
        as="day"
        isRequired
        value={form.periodTo}
        onChange={(periodTo) => onChange({ periodTo })}
      />
      <Whole>
        <Checkbox
          checked={form.greeting ?? false}
          disabled={isDisabled}
          onCheckedChange={(checked) => onChange({ greeting: checked === true })}
        >
          {greeting.label}
        </Checkbox>
      </Whole>
      <Whole>
        <PicturesField
          uid={uid}
          name="cover"
          most={1}
          value={form.cover ? [form.cover] : []}
          onChange={([cover]) => onChange({ cover: cover ?? null })}
          framing={{
            of: () => form.coverFraming,
            place: () => 'cover',
            onChange: (_at, coverFraming) => onChange({ coverFraming }),
          }}
        />
      </Whole>
    </FormGrid>
  );
}
