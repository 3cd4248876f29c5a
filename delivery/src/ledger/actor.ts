/** Who decided something: a person of the CMS, or the system. On record with everything they decide. */
export interface Actor {
  /** The CMS's number of the person, as text; `system` for what no person did. */
  id: string;
  /** As the desk shows it, then and later: a name is kept with the record, even when the person is gone. */
  name: string;
}

/** Whoever acts where no person does: a reader's unsubscription, a bounce, an edit that ends an approval. */
export const systemActor: Actor = { id: 'system', name: 'Nachra' };
