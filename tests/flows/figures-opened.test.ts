import { expect, it } from 'vitest';
import { onDashboard } from './open-dashboard';

onDashboard('the figures of a dashboard that is opened', (room) => {
  it('show the newest period, which is the one to fill in, where not all have room', async () => {
    const { page } = room();
    await page.setViewportSize({ width: 900, height: 720 });
    await page.reload();
    const grid = room().sheet('A. Ressources');
    await grid.getByRole('columnheader', { name: '30/06/2023' }).waitFor();
    const [heading, frame] = await Promise.all([
      grid.getByRole('columnheader', { name: '30/06/2023' }).boundingBox(),
      grid.locator('..').boundingBox(),
    ]);
    const end = (box: typeof frame) => Math.round((box?.x ?? 0) + (box?.width ?? 0));
    const moved = await grid.locator('..').evaluate(({ scrollLeft }: { scrollLeft: number }) => scrollLeft);
    expect(moved).toBeGreaterThan(0);
    expect(end(heading)).toBeLessThanOrEqual(end(frame));
    await room().shot('0-newest');
  });
});
