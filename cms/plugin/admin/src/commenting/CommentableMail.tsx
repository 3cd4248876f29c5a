import { Button } from '@strapi/design-system';
import { useCallback, useMemo, useState } from 'react';
import { styled } from 'styled-components';

import { useListCommentsQuery } from '../api/reviews';
import { useSpaced } from '../hooks/use-spaced';
import { useText } from '../hooks/use-text';
import { useWhileVisible } from '../hooks/use-while-visible';
import { CommentBubble } from './CommentBubble';
import { MarkedFrame } from './MarkedFrame';
import { nearestPlace } from './place-of-comment';
import type { Piece } from './places-in-mail';
import { useChosenComment } from './use-chosen-comment';

const Whole = styled.div`
  position: relative;
  height: 100%;
`;
const Offer = styled.div<{ $top: number }>`
  position: absolute;
  z-index: 1;
  inset-block-start: clamp(0.4rem, ${({ $top }) => `${$top - 42}px`}, calc(100% - 4rem));
  inset-inline-end: 2.4rem;
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
`;

interface CommentableMailProps {
  documentId: string;
  /** A mail with the marks of its places. */
  html: string;
  title: string;
  shownPlace?: string | null;
  /** What a click into the mail does besides; null where it is there for comments alone. */
  onPlace?: ((place: string) => void) | null;
  /** Stores what the mail shows, before something is said of a place in it. */
  before?: (() => Promise<boolean>) | null;
}

/**
 * A mail in which one comments by pointing: a click on a piece, or words selected in it, and the comment is written there. What was
 * said is marked by numbered pins, which lead to the comments.
 */
export function CommentableMail({
  documentId,
  html,
  title,
  shownPlace = null,
  onPlace = null,
  before = null,
}: CommentableMailProps) {
  const text = useText();
  const spaced = useSpaced();
  const pollingInterval = useWhileVisible(10_000);
  const { data } = useListCommentsQuery(documentId, { pollingInterval });
  const { chosen, choose } = useChosenComment();
  const [piece, setPiece] = useState<Piece | null>(null);
  const [isWriting, setWriting] = useState(false);
  const places = data?.places;
  const pins = useMemo(
    () =>
      (data?.comments ?? []).flatMap(({ id, number, place, quote, where, settled, by }) =>
        place === null || place === '' || (settled !== null && id !== chosen?.id)
          ? []
          : [
              {
                ...{ id, number, place, quote, isChosen: id === chosen?.id },
                label: text('comments.pin', { number, where: spaced(where), name: by.name }),
              },
            ],
      ),
    [data, chosen?.id, text, spaced],
  );
  const onPiece = useCallback(
    (pointed: Piece) => {
      setPiece(pointed);
      setWriting(onPlace === null);
      if (pointed.place !== null && pointed.quote === '') onPlace?.(pointed.place);
    },
    [onPlace],
  );
  const place = nearestPlace(piece?.place ?? null, places?.map((one) => one.place) ?? []);
  const where = spaced(places?.find((one) => one.place === place)?.where ?? '');
  const shown = isWriting && piece !== null ? piece.place : shownPlace;
  return (
    <Whole>
      <MarkedFrame
        html={html}
        title={title}
        shownPlace={shown}
        pins={pins}
        sought={chosen?.from === 'mail' ? null : chosen}
        onPiece={onPiece}
        onPin={(id) => choose(id, 'mail')}
      />
      {piece !== null && places && !isWriting && (
        <Offer $top={piece.top}>
          <Button size="S" variant="secondary" onClick={() => setWriting(true)}>
            {text('comments.write')}
          </Button>
        </Offer>
      )}
      {piece !== null && places && isWriting && (
        <CommentBubble
          key={`${place} ${piece.quote}`}
          documentId={documentId}
          place={place}
          where={where}
          quote={piece.quote}
          top={piece.top}
          before={before}
          onClose={() => setPiece(null)}
        />
      )}
    </Whole>
  );
}
