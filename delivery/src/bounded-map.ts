/**
 * A map that holds at most `most` entries and drops the oldest for a new one: the cache of this package, for unbounded keys
 * (campaigns, domains, limits). What was dropped is read or counted again.
 */
export class BoundedMap<Key, Value> extends Map<Key, Value> {
  constructor(readonly most: number) {
    super();
  }

  override set(key: Key, value: Value): this {
    super.set(key, value);
    if (this.size > this.most) {
      for (const oldest of this.keys()) {
        this.delete(oldest);
        break;
      }
    }
    return this;
  }
}
