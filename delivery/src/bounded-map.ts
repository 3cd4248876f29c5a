/**
 * A map that holds `most` entries at most and forgets the oldest for a new one: the cache of this package, for keys that never
 * end (campaigns, domains, limits). What is forgotten is read or counted anew.
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
