/** Texts, figures and whatever holds them, in one request: a number of a hundred articles, all of them typed anew, has some thirty thousand. */
const mostNodes = 100_000;

/** Whether a request holds no more than anybody types. Pure. */
export function isModest(request: unknown): boolean {
  let count = 0;
  let level: unknown[] = [request];
  while (level.length > 0 && count <= mostNodes) {
    count += level.length;
    level = level.flatMap((node): unknown[] =>
      typeof node === 'object' && node !== null ? Object.values(node) : [],
    );
  }
  return count <= mostNodes;
}
