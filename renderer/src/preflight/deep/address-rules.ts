import type { Placed } from '../../contract/places';
import { addressesOf, isLocal, type Address } from '../link-addresses';
import type { DeepInspection, DeepRule } from './inspection';
import { picturesShown } from './markup';

/** No address works only inside an institution's network: this machine, a private network, a name without a domain. */
export const linkLocal: DeepRule = {
  name: 'link-local',
  severity: 'error',
  check: (inspection) =>
    localAddresses(inspection)
      .filter(({ value }) => !isOwn(value, inspection))
      .map(({ place, value: { url, kind } }) =>
        inspection.find(place, { url }, kind === 'image' ? 'warning' : 'error'),
      ),
};

/**
 * No address is that of an installation without a public address, such as a trial or an internal one. These addresses work
 * for readers as soon as the installation has a public address, so this is only a warning.
 */
export const installationLocal: DeepRule = {
  name: 'installation-local',
  severity: 'warning',
  check: (inspection) => {
    const { length } = localAddresses(inspection).filter(({ value }) => isOwn(value, inspection));
    const { installation, find } = inspection;
    return length > 0 && installation !== null ? [find('edition', { count: length, url: installation })] : [];
  },
};

function localAddresses({ issue, edition, markup }: DeepInspection): Placed<Address>[] {
  const shown = edition.images === 'embedded' ? picturesShown(markup) : null;
  return addressesOf(issue).filter(
    // The address of an embedded picture does not matter.
    ({ value: { kind, url } }) => isLocal(url) && (kind === 'link' || shown === null || shown.has(url)),
  );
}

function isOwn({ url }: Address, { installation }: DeepInspection): boolean {
  return installation !== null && new URL(url).host === new URL(installation).host;
}

/** Links with the same text have the same target: screen readers list links without their sentences. */
export const linkTextAmbiguous: DeepRule = {
  name: 'link-text-ambiguous',
  severity: 'warning',
  check: ({ issue, find }) => {
    const first = new Map<string, string>();
    return addressesOf(issue).flatMap(({ place, value: { url, text } }) => {
      const name = text?.trim().toLocaleLowerCase() ?? '';
      if (name === '') return [];
      const known = first.get(name);
      if (known === undefined) first.set(name, url);
      return known === undefined || known === url ? [] : [find(place, { text: text ?? '' })];
    });
  },
};
