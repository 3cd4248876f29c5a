import { Box, Field } from '@strapi/design-system';

import type { Beside } from '../../../body/beside/use-beside';
import { BodyEditor } from '../../../body/BodyEditor';
import { FieldNotes } from './FieldNotes';
import { useFieldId, useForm, useLabel } from './form-context';

interface ComposedBodyProps {
  uid: string;
  value: readonly unknown[] | null | undefined;
  onChange: (body: unknown[] | null) => void;
  /** See `BodyEditor`. */
  title?: string | undefined;
  beside?: Beside;
}

/** A body, in the same editor as in the content manager's forms. */
export function ComposedBody({ uid, value, onChange, title, beside }: ComposedBodyProps) {
  const { label } = useLabel(uid, 'body');
  const { language, isDisabled, onEnter } = useForm();
  const id = useFieldId('body');
  return (
    <Field.Root id={`${id}-field`} name="body">
      <Field.Label>{label}</Field.Label>
      <Box id={id} onFocus={() => onEnter('body')}>
        <BodyEditor
          label={label}
          value={value}
          onChange={onChange}
          language={language}
          disabled={isDisabled}
          describedBy={`${id}-notes`}
          title={title}
          beside={beside}
        />
      </Box>
      <FieldNotes field="body" />
    </Field.Root>
  );
}
