import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { styled } from 'styled-components';

/** A window in which a mail of 600 pixels stands whole, with what is around it. */
const LEAST = 640;

const Stage = styled.div`
  width: 100%;
  height: 100%;
  overflow: hidden;
  /* The origin of what is scaled is its left edge in every language. */
  direction: ltr;
`;

/** A mail as in a desktop's window: where there is less room than that, smaller as a whole, instead of laid out for a phone. */
export function ScaledMail({ children }: { children: ReactNode }) {
  const stage = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = stage.current;
    if (element === null) return undefined;
    const measure = (): void => setScale(Math.min(1, (element.clientWidth || LEAST) / LEAST));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  const part = `${100 / scale}%`;
  return (
    <Stage ref={stage}>
      <div style={{ width: part, height: part, transform: `scale(${scale})`, transformOrigin: '0 0' }}>
        {children}
      </div>
    </Stage>
  );
}
