import path from 'node:path';
import { Piscina } from 'piscina';
import { atMostAtOnce } from '../common/at-most-at-once';
import type { NamedTask, RenderTasks } from './render-thread';

/** A task took longer than it may, or more memory: what it was given is to blame. */
export class TaskTooLong extends Error {}

/** Threads that render, check, show and look words up, so that the CMS answers others meanwhile. */
export interface RenderPool extends RenderTasks {
  close(): Promise<void>;
}

/** Two: what takes long must not keep everybody else waiting. Each more would hold dictionaries and MJML once more. */
const threads = 2;

/**
 * The longest that a task may take once it has begun, in milliseconds. The largest issue that the contract allows takes some
 * seconds on a slow machine; past this, whoever asked has left the page.
 */
const longest = 60_000;

/** Memory of one thread, in megabytes: an issue with embedded pictures takes some hundred. */
const mostMemory = 1_024;

/**
 * Opens the pool. Rendering takes a few hundred milliseconds of processor time, a check as much, and hostile text more: on the
 * thread of the CMS nobody else would be answered meanwhile. Threads start with the first task, and stay.
 *
 * @param timeLimit of one task, in milliseconds
 * @throws {TaskTooLong} by each task that does not end in time or fit into memory; its thread is replaced
 */
export function openRenderPool(timeLimit = longest): RenderPool {
  const pool = new Piscina<NamedTask, unknown>({
    filename: path.join(__dirname, 'render-thread.js'),
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: Infinity,
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  const inTurn = atMostAtOnce(threads);
  // Ten people who write leave a thread to whoever previews and approves.
  const liveInTurn = atMostAtOnce(threads - 1);
  let started: Promise<unknown> | null = null;

  const run = (task: NamedTask): Promise<unknown> =>
    // The time of a task begins when a thread is free for it and has loaded MJML, not when it is asked for.
    inTurn(async () => {
      started ??= pool.run({ name: 'ready' });
      await started;
      const signal = AbortSignal.timeout(timeLimit);
      try {
        return await pool.run(task, { signal });
      } catch (error) {
        throw signal.aborted || isOutOfMemory(error) ? new TaskTooLong(task.name) : error;
      }
    });

  return {
    render: (task) => run({ name: 'render', task }) as ReturnType<RenderTasks['render']>,
    live: (task) => liveInTurn(() => run({ name: 'live', task })) as ReturnType<RenderTasks['live']>,
    check: (task) => run({ name: 'check', task }) as ReturnType<RenderTasks['check']>,
    places: (task) => run({ name: 'places', task }) as ReturnType<RenderTasks['places']>,
    show: (task) => run({ name: 'show', task }) as ReturnType<RenderTasks['show']>,
    lookUp: (task) => run({ name: 'lookUp', task }) as ReturnType<RenderTasks['lookUp']>,
    suggest: (task) => run({ name: 'suggest', task }) as ReturnType<RenderTasks['suggest']>,
    close: () => pool.destroy(),
  };
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
