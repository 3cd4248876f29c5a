import { styled } from 'styled-components';

export const Stage = styled.div`
  position: relative;
  display: inline-block;
  overflow: hidden;
  touch-action: none;
  user-select: none;
  line-height: 0;
  cursor: crosshair;
  border-radius: 4px;
`;
export const Picture = styled.img`
  max-width: 100%;
  max-height: 46vh;
  pointer-events: none;
`;
/** Dark and light at once: it is seen on any picture. */
export const Frame = styled.button`
  position: absolute;
  cursor: move;
  background: transparent;
  padding: 0;
  border: 2px solid #fff;
  outline: 1px solid #000;
  box-shadow: 0 0 0 200vmax rgb(0 0 0 / 55%);
  &:focus-visible {
    outline: 3px solid #7b79ff;
  }
`;
export const Handle = styled.span`
  position: absolute;
  width: 2.8rem;
  height: 2.8rem;
  margin: -1.4rem;
  display: grid;
  place-items: center;
  &::after {
    content: '';
    width: 1.2rem;
    height: 1.2rem;
    background: #fff;
    border: 1px solid #000;
  }
`;
export const Focus = styled.button`
  position: absolute;
  width: 2.8rem;
  height: 2.8rem;
  margin: -1.4rem;
  padding: 0;
  border-radius: 50%;
  border: 3px solid #fff;
  outline: 1px solid #000;
  background: rgb(73 69 255 / 75%);
  cursor: move;
  &:focus-visible {
    outline: 3px solid #7b79ff;
  }
`;
