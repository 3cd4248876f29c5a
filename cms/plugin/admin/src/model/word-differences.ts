/** More words than this are not compared: the table of both would take too long to fill while somebody waits. */
const mostWords = 1_500;

/** Words of a text, with the white space that follows each. */
export function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/**
 * Places of the words that only one of two texts has, by their longest common sequence. Empty for texts too long to compare.
 * Pure.
 */
export function differingWords(
  mine: readonly string[],
  theirs: readonly string[],
): { mine: Set<number>; theirs: Set<number> } {
  const [rows, columns] = [mine.length, theirs.length];
  const differing = { mine: new Set<number>(), theirs: new Set<number>() };
  if (rows > mostWords || columns > mostWords) return differing;
  const width = columns + 1;
  const lengths = new Uint16Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  // Once for each word, and not for each pair of them.
  const [own, others] = [mine, theirs].map((words) => words.map((word) => word.trim()));
  const same = (row: number, column: number): boolean => own?.[row] === others?.[column];
  for (let row = rows - 1; row >= 0; row -= 1)
    for (let column = columns - 1; column >= 0; column -= 1)
      lengths[row * width + column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    if (row < rows && column < columns && same(row, column)) {
      row += 1;
      column += 1;
    } else if (column >= columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      differing.mine.add(row);
      row += 1;
    } else {
      differing.theirs.add(column);
      column += 1;
    }
  }
  return differing;
}
