import { memo } from 'react';

import type { ArticleForm } from '../../../../../shared/desk';
import { articleKinds, type articleLayouts } from '../../../../../shared/lists';
import { articlePicturePlace } from '../../../../../shared/picture-places';
import { uids } from '../../../../../shared/uids';
import type { ArticleFieldName } from './article-fields';
import { ChoiceField } from './ChoiceField';
import { ComposedBody } from './ComposedBody';
import { LinesField } from './LinesField';
import { framedTexts } from '../../../pictures/picture-texts';
import { PicturesField } from './PicturesField';
import { TextField } from './TextField';

const uid = uids.article;
const required: readonly ArticleFieldName[] = ['title', 'startDate', 'governingBody', 'meetingDate'];

/** Where an article stands: how its section is laid out, and which of its articles it is, counted from 0. */
export interface ArticleStanding {
  layout: (typeof articleLayouts)[number];
  articleAt: number;
}

interface ArticleFieldProps {
  name: ArticleFieldName;
  form: ArticleForm;
  onChange: (fields: ArticleForm) => void;
  /** As one that leads its section where it stands in none, as in its preview. */
  standing?: ArticleStanding;
}

const leading: ArticleStanding = { layout: 'lead', articleAt: 0 };

/** One field of an article; drawn anew when its own value changes, not at each key in another one. */
export const ArticleField = memo(
  FieldOfArticle,
  (before, now) =>
    before.name === now.name &&
    before.onChange === now.onChange &&
    before.form[now.name] === now.form[now.name] &&
    (now.name !== 'body' || before.form.title === now.form.title) &&
    (now.name !== 'images' ||
      (before.form.imageTexts === now.form.imageTexts &&
        before.form.kind === now.form.kind &&
        before.standing?.layout === now.standing?.layout &&
        before.standing?.articleAt === now.standing?.articleAt)),
);

function FieldOfArticle({ name, form, onChange, standing = leading }: ArticleFieldProps) {
  switch (name) {
    case 'kind':
      return (
        <ChoiceField
          uid={uid}
          name="kind"
          value={form.kind}
          values={articleKinds}
          onChange={(kind) => onChange({ kind })}
        />
      );
    case 'body':
      return (
        <ComposedBody
          uid={uid}
          value={form.body}
          onChange={(body) => onChange({ body })}
          title={form.title ?? undefined}
        />
      );
    case 'images':
      return (
        <PicturesField
          uid={uid}
          name="images"
          value={form.images ?? []}
          texts={form.imageTexts ?? []}
          onChange={(images, imageTexts) => onChange({ images, imageTexts })}
          framing={{
            of: (at) => form.imageTexts?.[at]?.framing,
            place: (at) => articlePicturePlace({ kind: form.kind ?? undefined, ...standing, at }),
            onChange: (at, framing) => onChange({ imageTexts: framedTexts(form, at, framing) }),
          }}
        />
      );
    case 'present':
    case 'decisions':
      return (
        <LinesField
          uid={uid}
          name={name}
          value={form[name]}
          onChange={(lines) => onChange({ [name]: lines })}
        />
      );
    case 'editionNumber':
      return (
        <TextField
          uid={uid}
          name={name}
          value={form.editionNumber?.toString()}
          onChange={(value) => onChange({ editionNumber: numberOf(value) })}
        />
      );
    default:
      return (
        <TextField
          uid={uid}
          name={name}
          isRequired={required.includes(name)}
          as={inputOf(name)}
          value={form[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      );
  }
}

function inputOf(name: ArticleFieldName): 'line' | 'lines' | 'day' | 'address' {
  if (name === 'standfirst') return 'lines';
  if (name.endsWith('Url')) return 'address';
  return name.endsWith('Date') ? 'day' : 'line';
}

function numberOf(text: string): number | null {
  const digits = text.replaceAll(/\D/g, '').slice(0, 6);
  return digits === '' ? null : Number(digits);
}
