import { Page, useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useParams } from 'react-router-dom';

import type { AnswerOf, Composition } from '../../../../shared/desk';
import { urlOf } from '../../../../shared/endpoints';
import { lockedStages, mayHappen } from '../../../../shared/stages';
import { useReadCompositionQuery } from '../../api/composing';
import { LoadError } from '../../components/LoadError';
import { useChosenComment } from '../../commenting/use-chosen-comment';
import { useText } from '../../hooks/use-text';
import { useWhileVisible } from '../../hooks/use-while-visible';
import { LivePane } from '../../live/LivePane';
import { useLiveMail } from '../../live/use-live-mail';
import { QuestionHost } from '../../revisions/QuestionHost';
import { useCommenting, type Commenting } from './fields/use-commenting';
import { ComposeHeader } from './ComposeHeader';
import { ComposeLayout } from './ComposeLayout';
import { overlaysOf } from './drafts/overlays';
import { useDrafts } from './drafts/use-drafts';
import { useSaving } from './drafts/use-saving';
import { useUndoKey } from './drafts/use-undo-key';
import { elementName, fieldAt, placeOf, type FieldPlace } from './fields/field-places';
import { useMending } from './fields/use-mending';
import { MiddlePane } from './MiddlePane';
import { LackingArticles } from './structure/LackingArticles';
import { isDashboardChosen, presentSelection, type Selection } from './structure/selection';
import { PublishAll } from './structure/PublishAll';
import { StructurePane } from './structure/StructurePane';
import { useArticles } from './structure/use-articles';
import { usualKind } from './structure/usual-kind';
import { useDashboards } from './structure/use-dashboards';
import { useOpenedAt } from './use-opened-at';

/** What is said of the issue as a whole stands at its masthead. */
const wholeIssue: FieldPlace = { selection: { is: 'masthead' }, field: null };

/** How often the server is asked what others have saved meanwhile, in milliseconds. */
const ASKED_EVERY = 10_000;

/** One number in one language, where it is written: its structure, what is chosen of it, and the mail as it becomes. */
export function ComposePage() {
  const { documentId = '' } = useParams();
  const pollingInterval = useWhileVisible(ASKED_EVERY);
  const { data, error, refetch } = useReadCompositionQuery(documentId, {
    pollingInterval,
    refetchOnMountOrArgChange: true,
  });
  const askAgain = useCallback(() => void refetch(), [refetch]);
  const personId = useAuth('ComposePage', ({ user }) => user?.id);
  if (data?.issue.documentId === documentId && personId !== undefined)
    return <Composer key={documentId} composition={data} personId={String(personId)} onStored={askAgain} />;
  if (error !== undefined)
    return (
      <Page.Main>
        <LoadError error={error} onRetry={refetch} />
      </Page.Main>
    );
  return <Page.Loading />;
}

interface ComposerProps {
  composition: Composition;
  personId: string;
  /** Something was saved: the server is asked what there is now. */
  onStored: () => void;
}

function Composer({ composition, personId, onStored }: ComposerProps) {
  const text = useText();
  const { issue, title, may } = composition;
  const written = useDrafts(composition, personId);
  const saving = useSaving(written, onStored);
  const live = useLiveMail(
    useAskLive(issue.documentId),
    useMemo(() => overlaysOf(written.drafts), [written.drafts]),
  );
  const articles = useArticles(written, saving, issue.language);
  const dashboards = useDashboards(written, saving, issue.language);
  const [chosen, setChosen] = useState<Selection>({ is: 'masthead' });
  const [entered, setEntered] = useState<string | null>(null);
  const [wanted, setWanted] = useState<FieldPlace | null>(null);
  const { sections } = written.drafts.issue.form;
  const selection = presentSelection(chosen, sections);

  const select = useCallback((next: Selection, field: string | null = null) => {
    setChosen(next);
    setEntered(field);
  }, []);
  const goTo = useCallback(
    (place: string) => {
      const found = place === '' ? wholeIssue : fieldAt(place, sections);
      if (found === null) return;
      select(found.selection, found.field);
      setWanted(found);
    },
    [sections, select],
  );
  // Once the form that has the field is there.
  useEffect(() => {
    if (wanted !== null) focusOn(elementName(wanted));
  }, [wanted]);
  useOpenedAt(sections, goTo, select);

  const isLocked = lockedStages.includes(issue.stage);
  const mending = useMending(issue.documentId, written, may, isLocked);
  useUndoKey(written);

  const shownPlace = useMemo(
    () =>
      selection.is === 'masthead' && entered === null
        ? null
        : placeOf({ selection, field: entered }, sections),
    [selection, entered, sections],
  );
  const { save } = saving;
  const commenting = useCommenting(issue.documentId, sections, save);
  useFieldOfComment(commenting, goTo);
  const commented = useMemo(() => ({ documentId: issue.documentId, before: save }), [issue.documentId, save]);
  const deciding = useMemo(
    () =>
      may.issue && mayHappen('approve', issue.stage)
        ? { documentId: issue.documentId, before: save, onDone: live.again }
        : null,
    [may.issue, issue.stage, issue.documentId, save, live.again],
  );

  return (
    <Page.Main>
      <Page.Title>{text('compose.title', { number: String(issue.number) })}</Page.Title>
      <QuestionHost />
      <ComposeLayout
        isTable={isDashboardChosen(selection, sections)}
        header={
          <ComposeHeader
            composition={composition}
            name={`${title} ${text('issue.number', { number: String(issue.number) })}`}
            saving={saving}
            written={written}
            notes={live.mail?.notes ?? []}
            deciding={deciding}
            mending={mending}
            isLocked={isLocked}
            commenting={commenting}
            onPlace={goTo}
          />
        }
        structure={
          <>
            <StructurePane
              sections={sections}
              articles={articles.rows}
              selection={selection}
              language={issue.language}
              isDisabled={isLocked || !may.issue}
              onSelect={select}
              onArrange={written.arrange}
            />
            {!isLocked && may.article && (
              <PublishAll sections={sections} articles={articles} saving={saving} />
            )}
            {!isLocked && may.issue && (
              <LackingArticles
                issueId={issue.documentId}
                language={issue.language}
                sections={sections}
                articles={articles}
                kindOf={(section) => usualKind(section, composition.usualKinds, written.drafts)}
              />
            )}
          </>
        }
        middle={
          <MiddlePane
            composition={composition}
            selection={selection}
            written={written}
            saving={saving}
            articles={articles}
            dashboards={dashboards}
            notes={live.mail?.notes ?? []}
            deciding={deciding}
            mending={mending}
            commenting={commenting}
            isLocked={isLocked}
            onSelect={select}
            onEnter={setEntered}
          />
        }
        live={
          <LivePane
            live={live}
            language={issue.language}
            shownPlace={shownPlace}
            onPlace={goTo}
            commented={commented}
          />
        }
      />
    </Page.Main>
  );
}

/** How the mail of an issue is asked for. */
function useAskLive(documentId: string) {
  const { post } = useFetchClient();
  return useCallback(
    async (page: string, typed: ReturnType<typeof overlaysOf>) => {
      const { data } = await post<AnswerOf<'showLive'>>(urlOf('showLive', { documentId }), {
        page,
        ...typed,
      });
      return data.mail;
    },
    [post, documentId],
  );
}

/** The field, or what stands for it where it has no element of its own. */
function focusOn(name: string): void {
  const field = document.getElementById(name);
  const within = field?.matches('input, textarea, button, [tabindex]')
    ? field
    : (field?.querySelector<HTMLElement>('[contenteditable=true]') ??
      field?.querySelector<HTMLElement>('input, textarea, button'));
  within?.focus({ preventScroll: true });
  (within ?? field)?.scrollIntoView({ block: 'nearest' });
}

/** A pin in the mail, or a link from a mail, leads to the field that the comment is about. */
function useFieldOfComment(commenting: Commenting | null, goTo: (place: string) => void): void {
  const { chosen } = useChosenComment();
  const gone = useRef<object | null>(null);
  const place = commenting?.comments.find(({ id }) => id === chosen?.id)?.place;
  useEffect(() => {
    if (chosen === null || chosen === gone.current || chosen.from === 'comment') return;
    if (place === undefined || place === null) return;
    gone.current = chosen;
    goTo(place);
  }, [chosen, place, goTo]);
}
