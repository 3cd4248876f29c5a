import { Box, Loader } from '@strapi/design-system';
import { useCallback, useMemo } from 'react';

import type { ArticleForm, Composition, LiveNote } from '../../../../shared/desk';
import { Refusal } from '../../components/Refusal';
import type { Deciding } from '../../components/SetAside';
import { useText } from '../../hooks/use-text';
import { FieldComments } from './fields/FieldComments';
import type { Commenting } from './fields/use-commenting';
import type { Saving } from './drafts/use-saving';
import type { KeyedSection } from './drafts/drafts';
import type { Written } from './drafts/use-drafts';
import type { ArticleStanding } from './fields/ArticleField';
import { ArticleFormFields } from './fields/ArticleFormFields';
import type { Mending } from '../../live/NoteLine';
import { FormProvider, type FormContext, type FormNotes } from './fields/form-context';
import { MastheadForm } from './fields/MastheadForm';
import { elementName, fieldAt } from './fields/field-places';
import { SectionFormFields } from './fields/SectionFormFields';
import { PaneHeader } from './PaneHeader';
import { ArticlePicker } from './structure/ArticlePicker';
import { DashboardPicker } from './structure/DashboardPicker';
import { isOfArticles, type Selection } from './structure/selection';
import { usualKind } from './structure/usual-kind';
import type { Articles } from './structure/use-articles';
import type { Dashboards } from './structure/use-dashboards';

interface MiddlePaneProps {
  composition: Composition;
  selection: Selection;
  written: Written;
  saving: Saving;
  articles: Articles;
  dashboards: Dashboards;
  notes: readonly LiveNote[];
  deciding: Deciding | null;
  mending: Mending | null;
  commenting: Commenting | null;
  isLocked: boolean;
  onSelect: (selection: Selection) => void;
  /** Somebody is in a field of the form. */
  onEnter: (field: string) => void;
}

const none: readonly LiveNote[] = [];

/** What is to be said, by the element of the field that it is about. Pure. */
function notesByElement(
  notes: readonly LiveNote[],
  sections: readonly KeyedSection[],
): ReadonlyMap<string, readonly LiveNote[]> {
  const found = new Map<string, LiveNote[]>();
  for (const note of notes) {
    const place = fieldAt(note.at, sections);
    if (place === null) continue;
    const name = elementName(place);
    const there = found.get(name);
    if (there === undefined) found.set(name, [note]);
    else there.push(note);
  }
  return found;
}

/** What is chosen of the number, to be written. */
export function MiddlePane(props: MiddlePaneProps) {
  const { composition, selection, written, notes, deciding, mending, commenting, isLocked, onEnter } = props;
  const { issue, may } = composition;
  const { sections } = written.drafts.issue.form;
  const isDisabled = isLocked || !(selection.is === 'article' ? may.article : may.issue);
  const byElement = useMemo(() => notesByElement(notes, sections), [notes, sections]);
  const said = useMemo(
    (): FormNotes => ({
      notesOf: (field) => byElement.get(elementName({ selection, field })) ?? none,
      ...{ deciding, mending, commenting },
    }),
    [byElement, selection, deciding, mending, commenting],
  );
  const { publicationDate, periodTo } = written.drafts.issue.form;
  const near = publicationDate || periodTo || new Date().toISOString().slice(0, 10);
  const form = useMemo(
    (): FormContext => ({
      ...{ selection, isDisabled, onEnter },
      ...{ language: issue.language, near },
    }),
    [selection, issue.language, near, isDisabled, onEnter],
  );
  return (
    <FormProvider form={form} notes={said}>
      <Box padding={5} maxWidth="88rem">
        <PaneHeader {...props} isDisabled={isDisabled} />
        {commenting && <FieldComments commenting={commenting} place={{ selection, field: null }} />}
        <ChosenForm {...props} />
      </Box>
    </FormProvider>
  );
}

function ChosenForm(props: MiddlePaneProps) {
  const { composition, selection, written, articles, dashboards, onSelect } = props;
  const text = useText();
  const { documentId, language } = composition.issue;
  const { drafts, type } = written;
  const { sections } = drafts.issue.form;
  const chosenArticle = selection.is === 'article' ? selection.documentId : null;
  const typeInArticle = useCallback(
    (fields: ArticleForm) =>
      chosenArticle !== null && type({ type: 'article', documentId: chosenArticle }, fields),
    [type, chosenArticle],
  );
  if (selection.is === 'masthead')
    return (
      <MastheadForm
        form={drafts.issue.form}
        onChange={(fields) => type({ type: 'issue', documentId }, fields)}
      />
    );
  const section = sections.find(({ key }) => key === selection.key);
  if (section === undefined) return null;
  if (selection.is === 'picker')
    return (
      <>
        <ArticlePicker
          language={language}
          present={isOfArticles(section) ? section.articles : []}
          usualKind={usualKind(section, composition.usualKinds, drafts) ?? 'company-news'}
          onAdd={(choices) => {
            articles.add(section.key, choices);
            onSelect({ is: 'section', key: section.key });
          }}
          onCreate={async (article) => {
            const created = await articles.create(section.key, article);
            if (created === null) return false;
            onSelect({ is: 'article', key: section.key, documentId: created });
            return true;
          }}
        />
        <Refusal error={articles.error} />
      </>
    );
  if (selection.is === 'article') {
    const article = drafts.articles[selection.documentId];
    // One that was just added is read once the number is saved with it.
    if (article === undefined) return <Loader>{text('loading')}</Loader>;
    return (
      <ArticleFormFields
        key={selection.documentId}
        form={article.form}
        standing={standingOf(section, selection.documentId)}
        onChange={typeInArticle}
      />
    );
  }
  const dashboardId = section.__component === 'newsletter-section.dashboard' ? section.dashboard : null;
  return (
    <SectionFormFields
      key={section.key}
      section={section}
      dashboard={dashboardId ? (drafts.dashboards[dashboardId]?.form ?? null) : null}
      picker={
        <DashboardPicker sectionKey={section.key} present={dashboardId ?? null} dashboards={dashboards} />
      }
      onChange={(next) =>
        type(
          { type: 'issue', documentId },
          { sections: sections.map((one) => (one.key === next.key ? next : one)) },
        )
      }
      onDashboard={(fields) => dashboardId && type({ type: 'dashboard', documentId: dashboardId }, fields)}
    />
  );
}

function standingOf(section: KeyedSection, documentId: string): ArticleStanding {
  if (!isOfArticles(section)) return { layout: 'list', articleAt: 0 };
  return { layout: section.layout ?? 'list', articleAt: section.articles.indexOf(documentId) };
}
