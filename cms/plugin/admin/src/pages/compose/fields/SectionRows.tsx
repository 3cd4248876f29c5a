import type { KeyedSection } from '../drafts/drafts';
import { FormGrid, Whole } from './FormGrid';
import { PastedEntries } from './PastedEntries';
import { RowsField } from './RowsField';
import { TextField } from './TextField';

type Of<Name extends string> = Extract<KeyedSection, { __component: `newsletter-section.${Name}` }>;

/** The entries of an agenda. */
export function EntriesField({
  section,
  onChange,
}: {
  section: Of<'agenda'>;
  onChange: (fields: Partial<Of<'agenda'>>) => void;
}) {
  const uid = 'newsletter-section-part.agenda-entry';
  return (
    <>
      <RowsField
        uid={section.__component}
        name="entries"
        rows={section.entries}
        emptyRow={{ title: '' }}
        addText="compose.entry.add"
        titleOf={({ title }) => title ?? ''}
        onChange={(entries) => onChange({ entries })}
      >
        {(entry, at, change) => (
          <FormGrid>
            <Whole>
              <TextField
                uid={uid}
                name="title"
                field={`entries.${at}.title`}
                isRequired
                value={entry.title}
                onChange={(title) => change({ title })}
              />
            </Whole>
            <TextField
              uid={uid}
              name="startDate"
              field={`entries.${at}.startDate`}
              as="day"
              isRequired
              value={entry.startDate}
              onChange={(startDate) => change({ startDate })}
            />
            <TextField
              uid={uid}
              name="endDate"
              field={`entries.${at}.endDate`}
              as="day"
              value={entry.endDate}
              onChange={(endDate) => change({ endDate })}
            />
            <TextField
              uid={uid}
              name="place"
              field={`entries.${at}.place`}
              value={entry.place}
              onChange={(place) => change({ place })}
            />
            <TextField
              uid={uid}
              name="url"
              field={`entries.${at}.url`}
              as="address"
              value={entry.url}
              onChange={(url) => change({ url })}
            />
          </FormGrid>
        )}
      </RowsField>
      <PastedEntries onAdd={(entries) => onChange({ entries: [...section.entries, ...entries] })} />
    </>
  );
}

/** The links of a section. */
export function LinksField({
  section,
  onChange,
}: {
  section: Of<'links'>;
  onChange: (fields: Partial<Of<'links'>>) => void;
}) {
  const uid = 'newsletter-section-part.link';
  return (
    <RowsField
      uid={section.__component}
      name="links"
      rows={section.links}
      emptyRow={{ label: '' }}
      addText="compose.link.add"
      titleOf={({ label }) => label ?? ''}
      onChange={(links) => onChange({ links })}
    >
      {(link, at, change) => (
        <FormGrid>
          <TextField
            uid={uid}
            name="label"
            field={`links.${at}.label`}
            isRequired
            value={link.label}
            onChange={(label) => change({ label })}
          />
          <TextField
            uid={uid}
            name="url"
            field={`links.${at}.url`}
            as="address"
            isRequired
            value={link.url}
            onChange={(url) => change({ url })}
          />
          <Whole>
            <TextField
              uid={uid}
              name="note"
              field={`links.${at}.note`}
              value={link.note}
              onChange={(note) => change({ note })}
            />
          </Whole>
        </FormGrid>
      )}
    </RowsField>
  );
}
