import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useState } from 'react';

import type { AnswerOf, LiveDocumentRequest, LiveStand } from '../../../shared/desk';
import { urlOf } from '../../../shared/endpoints';
import { uids } from '../../../shared/uids';
import { useDeskLanguage } from '../hooks/use-desk-intl';
import type { Mending } from '../live/NoteLine';
import { useLiveMail } from '../live/use-live-mail';
import { replaced } from '../model/replace-text';
import { fieldOf, goToField, type PageForm } from './form-fields';
import { documentIn, languageIn } from './form-values';
import { fieldAt, placeOf, shownFields, textKeys } from './piece-fields';

/** A document in Strapi's form. */
export interface FormDocument {
  type: LiveDocumentRequest['document']['type'];
  /** Null while it was never saved. */
  documentId: string | null;
}

/** The mail beside Strapi's form, with what is typed there. */
export function useDockedMail({ type, documentId }: FormDocument) {
  const { post } = useFetchClient();
  const values = useForm('useDockedMail', (form) => form.values as Record<string, unknown>);
  const onChange = useForm('useDockedMail', (form) => form.onChange);
  const isDisabled = useForm('useDockedMail', (form) => form.disabled);
  const language = useDeskLanguage();
  const [stand, setStand] = useState<LiveStand | null>(null);
  const [issue, choose] = useState<string | null>(null);
  const [field, setField] = useState<string | null>(null);
  const [isElsewhere, setElsewhere] = useState(false);
  const form = useMemo<PageForm>(
    () => ({ uid: uids[type], fields: shownFields[type], language }),
    [type, language],
  );

  const ask = useCallback(
    async (page: string, asked: Omit<LiveDocumentRequest, 'page'>) => {
      const { data } = await post<AnswerOf<'showLiveDocument'>>(urlOf('showLiveDocument', {}), {
        page,
        ...asked,
      });
      if (data.stand !== null) setStand(data.stand);
      return data.mail;
    },
    [post],
  );
  const asked = useMemo(
    () => ({ documentId, issue, language: languageIn(values), document: documentIn(type, values) }),
    [documentId, issue, type, values],
  );
  const live = useLiveMail(ask, asked);

  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      const page = document.querySelector('[data-strapi-main-content]');
      if (!(target instanceof Element) || !page?.contains(target)) return;
      const entered = fieldOf(target, form);
      if (entered !== null) setField(entered);
    };
    document.addEventListener('focusin', onFocus);
    return () => document.removeEventListener('focusin', onFocus);
  }, [form]);

  const place = stand?.place ?? null;
  const goTo = useCallback(
    (at: string) => {
      const found = place === null ? null : fieldAt(at, place, type);
      setElsewhere(found === null);
      if (found !== null) goToField(found.field, form);
    },
    [place, type, form],
  );

  const mending = useMemo<Mending | null>(() => {
    if (isDisabled || place === null) return null;
    const mended: (mend: Parameters<Mending['can']>[0]) => [string, unknown] | null = (mend) => {
      const keys = textKeys(mend.place, place, type);
      const next = keys && replaced(values, keys, mend.from, mend.to);
      return keys && next ? [String(keys[0]), next[String(keys[0])]] : null;
    };
    return {
      can: (mend) => mended(mend) !== null,
      apply(mend) {
        const change = mended(mend);
        if (change) onChange(...change);
      },
    };
  }, [isDisabled, place, type, values, onChange]);

  return {
    live,
    stand,
    language: stand?.issue?.language ?? languageIn(values) ?? language,
    /** The piece of the mail that is marked: that of the field somebody is in, or the whole document. */
    shownPlace: place === null ? null : field === null ? place : placeOf(field, place, type),
    /** Whether the piece that was clicked last is none of this document. */
    isElsewhere,
    mending,
    choose,
    goTo,
  };
}
