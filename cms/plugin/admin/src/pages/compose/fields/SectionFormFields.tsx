import { Typography } from '@strapi/design-system';

import type { DashboardForm } from '../../../../../shared/desk';
import { articleLayouts } from '../../../../../shared/lists';
import { uids } from '../../../../../shared/uids';
import { FiguresEditor } from '../../../figures/FiguresEditor';
import { useText } from '../../../hooks/use-text';
import type { KeyedSection } from '../drafts/drafts';
import { ComposedBody } from './ComposedBody';
import { ChoiceField } from './ChoiceField';
import { FormGrid, Whole } from './FormGrid';
import { useForm } from './form-context';
import { PicturesField } from './PicturesField';
import { EntriesField, LinksField } from './SectionRows';
import { TextField } from './TextField';

interface SectionFormFieldsProps {
  section: KeyedSection;
  /** What is typed of the dashboard in it; null where there is none. */
  dashboard: DashboardForm | null;
  onChange: (section: KeyedSection) => void;
  onDashboard: (fields: DashboardForm) => void;
}

/** The fields of a section, by its type. */
export function SectionFormFields({ section, dashboard, onChange, onDashboard }: SectionFormFieldsProps) {
  const uid = section.__component;
  const change = (fields: object): void => onChange({ ...section, ...fields });
  return (
    <FormGrid>
      {'heading' in section && (
        <Whole>
          <TextField
            uid={uid}
            name="heading"
            value={section.heading}
            onChange={(heading) => change({ heading })}
          />
        </Whole>
      )}
      {section.__component === 'newsletter-section.articles' && (
        <Whole>
          <ChoiceField
            uid={uid}
            name="layout"
            value={section.layout ?? 'list'}
            values={articleLayouts}
            onChange={(layout) => change({ layout })}
          />
        </Whole>
      )}
      {section.__component === 'newsletter-section.dashboard' && (
        <DashboardFields form={dashboard} onChange={onDashboard} />
      )}
      {section.__component === 'newsletter-section.agenda' && (
        <Whole>
          <EntriesField section={section} onChange={change} />
        </Whole>
      )}
      {section.__component === 'newsletter-section.text' && (
        <Whole>
          <ComposedBody uid={uid} value={section.body} onChange={(body) => change({ body })} />
        </Whole>
      )}
      {section.__component === 'newsletter-section.quote' && (
        <>
          <Whole>
            <TextField
              uid={uid}
              name="text"
              as="lines"
              isRequired
              value={section.text}
              onChange={(text) => change({ text })}
            />
          </Whole>
          <Whole>
            <TextField
              uid={uid}
              name="attribution"
              value={section.attribution}
              onChange={(attribution) => change({ attribution })}
            />
          </Whole>
        </>
      )}
      {section.__component === 'newsletter-section.image' && (
        <>
          <Whole>
            <PicturesField
              uid={uid}
              name="picture"
              most={1}
              value={section.picture ? [section.picture] : []}
              onChange={([picture]) => change({ picture: picture ?? null })}
            />
          </Whole>
          <Whole>
            <TextField
              uid={uid}
              name="url"
              as="address"
              value={section.url}
              onChange={(url) => change({ url })}
            />
          </Whole>
        </>
      )}
      {section.__component === 'newsletter-section.links' && (
        <Whole>
          <LinksField section={section} onChange={change} />
        </Whole>
      )}
    </FormGrid>
  );
}

function DashboardFields({
  form,
  onChange,
}: {
  form: DashboardForm | null;
  onChange: (fields: DashboardForm) => void;
}) {
  const text = useText();
  const { isDisabled, language } = useForm();
  const uid = uids.dashboard;
  if (form === null)
    return (
      <Whole>
        <Typography textColor="neutral600">{text('compose.dashboard.none')}</Typography>
      </Whole>
    );
  return (
    <>
      <TextField
        uid={uid}
        name="title"
        field="dashboard.title"
        isRequired
        value={form.title}
        onChange={(title) => onChange({ title })}
      />
      <TextField
        uid={uid}
        name="asOf"
        field="dashboard.asOf"
        as="day"
        isRequired
        value={form.asOf}
        onChange={(asOf) => onChange({ asOf })}
      />
      <Whole>
        <FiguresEditor
          value={form.figures}
          title={form.title ?? undefined}
          language={language}
          disabled={isDisabled}
          onChange={(figures) => onChange({ figures })}
        />
      </Whole>
    </>
  );
}
