type Methods = Record<string, (...given: never[]) => unknown>;

/** Strapi's own methods: its services outlive it when it is booted again in one process. */
const originals = new WeakMap<object, Methods>();

/** Puts methods of ours in place of some of a Strapi service's, made anew from Strapi's own at each boot. */
export function rewriteService<Service extends Methods>(
  service: Service,
  rewrite: (own: Service) => Partial<Service>,
): void {
  const own = (originals.get(service) ?? { ...service }) as Service;
  originals.set(service, own);
  Object.assign(service, rewrite(own));
}
