import { Box, Loader, Typography } from '@strapi/design-system';
import { useState, type ReactNode } from 'react';

import type { DashboardForm } from '../../../../../shared/desk';
import { articleLayouts } from '../../../../../shared/lists';
import { uids } from '../../../../../shared/uids';
import { TextToggle } from '../../../components/TextToggle';
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
  /** Chooses which dashboard stands in it. */
  picker: ReactNode;
  onChange: (section: KeyedSection) => void;
  onDashboard: (fields: DashboardForm) => void;
}

/** The fields of a section, by its type. */
export function SectionFormFields(props: SectionFormFieldsProps) {
  const { section, dashboard, picker, onChange, onDashboard } = props;
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
        <DashboardFields
          form={dashboard}
          isChosen={section.dashboard != null}
          picker={picker}
          onChange={onDashboard}
        />
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
              framing={{
                of: () => section.framing,
                place: () => 'free',
                onChange: (_at, framing) => change({ framing }),
              }}
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

interface DashboardFieldsProps {
  /** Null until it is read, and where none is chosen. */
  form: DashboardForm | null;
  isChosen: boolean;
  picker: ReactNode;
  onChange: (fields: DashboardForm) => void;
}

function DashboardFields({ form, isChosen, picker, onChange }: DashboardFieldsProps) {
  const text = useText();
  const { isDisabled, language } = useForm();
  const [isPicking, setPicking] = useState(false);
  const uid = uids.dashboard;
  if (!isChosen)
    return (
      <Whole>
        {isDisabled ? (
          <Typography textColor="neutral600">{text('compose.dashboard.none')}</Typography>
        ) : (
          picker
        )}
      </Whole>
    );
  // One that was just chosen is read once the number is saved with it.
  if (form === null) return <Loader>{text('loading')}</Loader>;
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
          asOf={form.asOf}
          onChange={(figures, asOf) => onChange({ figures, ...(asOf !== undefined && { asOf }) })}
        />
      </Whole>
      {!isDisabled && (
        <Whole>
          <TextToggle expanded={isPicking} onToggle={() => setPicking(!isPicking)}>
            {text('compose.dashboard.other')}
          </TextToggle>
          {isPicking && <Box paddingTop={4}>{picker}</Box>}
        </Whole>
      )}
    </>
  );
}
