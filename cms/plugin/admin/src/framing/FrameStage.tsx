import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { VisuallyHidden } from '@strapi/design-system';

import { wholePicture, type PicturePart, type Ratio, type Size } from '../../../shared/picture-cut';
import { useText } from '../hooks/use-text';
import {
  corners,
  frameAround,
  isWithin,
  movedFrame,
  pointWithin,
  resizedFrame,
  scaledFrame,
  type Corner,
  type Point,
} from '../model/crop-frame';
import { Focus, Frame, Handle, Picture, Stage } from './stage-parts';

/** What is dragged, and what it was when that began. */
interface Drag {
  what: 'picture' | 'frame' | 'point' | Corner;
  from: Point;
  frame: PicturePart;
  point: Point;
  hasMoved: boolean;
}

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** Of the picture, for one key; ten times as far with Shift. */
const step = 0.01;

interface FrameStageProps {
  src: string;
  size: Size | null;
  frame: PicturePart;
  /** Null in a place that keeps the sides of the frame: there is nothing to choose. */
  focus: Point | null;
  ratio: Ratio;
  onSize: (size: Size) => void;
  onFrame: (frame: PicturePart) => void;
  onFocus: (focus: Point) => void;
}

/** A picture with the frame over it and the point that stays in sight, both moved by mouse, finger and keys. */
export function FrameStage({ src, size, frame, focus, ratio, onSize, onFrame, onFocus }: FrameStageProps) {
  const text = useText();
  const stage = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  /** What is read aloud once something was moved. */
  const [said, setSaid] = useState('');
  const percent = (share: number): number => Math.round(share * 100);
  const frameName = (at: PicturePart): string =>
    text('framing.frame', {
      left: percent(at.x),
      right: percent(at.x + at.width),
      top: percent(at.y),
      bottom: percent(at.y + at.height),
    });
  const pointName = (at: Point): string => text('framing.point', { x: percent(at.x), y: percent(at.y) });

  const framed = (next: PicturePart): void => {
    onFrame(next);
    setSaid(frameName(next));
  };
  const pointed = (next: Point): void => {
    const isSeen = isWithin(frame, next);
    // What was said to be essential is not left out.
    if (!isSeen) onFrame(frameAround(frame, next));
    onFocus(next);
    setSaid(pointName(next));
  };

  const placeOf = ({ clientX, clientY }: PointerEvent): Point => {
    const { left, top, width, height } = stage.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (clientX - left) / width, y: (clientY - top) / height };
  };
  const begin = (what: Drag['what'], event: PointerEvent): void => {
    event.stopPropagation();
    if (size === null || event.button !== 0) return;
    stage.current?.setPointerCapture(event.pointerId);
    const from = placeOf(event);
    drag.current = { what, from, frame, point: focus ?? from, hasMoved: false };
  };
  const follow = (event: PointerEvent): void => {
    const { current } = drag;
    if (current === null || size === null) return;
    const at = placeOf(event);
    const by = { x: at.x - current.from.x, y: at.y - current.from.y };
    if (!current.hasMoved && Math.hypot(by.x * size.width, by.y * size.height) < size.width / 150) return;
    current.hasMoved = true;
    // Outside of the frame nothing is dragged: it is a click that went astray.
    if (current.what === 'picture') return;
    if (current.what === 'frame') framed(movedFrame(current.frame, by));
    else if (current.what === 'point')
      onFocus(pointWithin(frame, { x: current.point.x + by.x, y: current.point.y + by.y }));
    else framed(resizedFrame(current.frame, current.what, by, ratio, size));
  };
  const end = (event: PointerEvent): void => {
    const { current } = drag;
    drag.current = null;
    // A click says what is essential; what is dragged says only where the frame goes.
    if (current === null || current.hasMoved || current.what === 'point') return;
    const at = placeOf(event);
    if (focus === null) framed(frameAround(frame, at));
    else pointed(pointWithin(wholePicture, at));
  };

  const onFrameKey = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    const scale = event.key === '+' || event.key === '=' ? 1.05 : event.key === '-' ? 1 / 1.05 : null;
    if (arrow === undefined && scale === null) return;
    event.preventDefault();
    const far = event.shiftKey ? step * 10 : step;
    framed(
      arrow ? movedFrame(frame, { x: arrow.x * far, y: arrow.y * far }) : scaledFrame(frame, scale ?? 1),
    );
  };
  const onPointKey = (event: KeyboardEvent): void => {
    const arrow = arrows[event.key];
    if (arrow === undefined || focus === null) return;
    event.preventDefault();
    const far = event.shiftKey ? step * 10 : step;
    const next = { x: focus.x + arrow.x * far, y: focus.y + arrow.y * far };
    pointed(pointWithin(wholePicture, next));
  };

  return (
    <Stage
      ref={stage}
      dir="ltr"
      role="application"
      aria-label={text('framing.stage')}
      onPointerDown={(event) => begin('picture', event)}
      onPointerMove={follow}
      onPointerUp={end}
      onPointerCancel={() => (drag.current = null)}
    >
      <Picture
        src={src}
        alt=""
        draggable={false}
        onLoad={({ currentTarget }) =>
          onSize({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
        }
      />
      {size !== null && (
        <>
          <Frame
            type="button"
            aria-label={frameName(frame)}
            aria-describedby="framing-frame-keys"
            onPointerDown={(event) => begin('frame', event)}
            onKeyDown={onFrameKey}
            style={{
              ...{ left: `${frame.x * 100}%`, top: `${frame.y * 100}%` },
              ...{ width: `${frame.width * 100}%`, height: `${frame.height * 100}%` },
            }}
          >
            {corners.map((corner) => (
              <Handle
                key={`${corner.y} ${corner.x}`}
                data-corner={`${corner.y}-${corner.x}`}
                onPointerDown={(event) => begin(corner, event)}
                style={{
                  left: corner.x === 'left' ? 0 : '100%',
                  top: corner.y === 'top' ? 0 : '100%',
                  cursor: (corner.x === 'left') === (corner.y === 'top') ? 'nwse-resize' : 'nesw-resize',
                }}
              />
            ))}
          </Frame>
          {focus !== null && (
            <Focus
              type="button"
              aria-label={pointName(focus)}
              aria-describedby="framing-point-keys"
              onPointerDown={(event) => begin('point', event)}
              onKeyDown={onPointKey}
              style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
            />
          )}
        </>
      )}
      <VisuallyHidden>
        <span id="framing-frame-keys">{text('framing.frame.keys')}</span>
        <span id="framing-point-keys">{text('framing.point.keys')}</span>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </Stage>
  );
}
