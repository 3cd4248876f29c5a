import type { Placed } from '../../contract/places';
import { addressesOf, isLocal, type Address } from '../link-addresses';
import type { DeepInspection, DeepRule } from './inspection';
import { picturesShown } from './markup';

/** An address that leads nowhere outside a house: this machine, a private network, a name without a domain. */
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
 * Addresses of an installation that itself stands where only its own house comes: on trial, or for a house alone. They are
 * right as soon as it has a public address, so they forbid nothing; whoever means to mail strangers is told.
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
    // What travels in the message itself can be anywhere.
    ({ value: { kind, url } }) => isLocal(url) && (kind === 'link' || shown === null || shown.has(url)),
  );
}

function isOwn({ url }: Address, { installation }: DeepInspection): boolean {
  return installation !== null && new URL(url).host === new URL(installation).host;
}

/** Links of one text lead to one place: a list of links is read without their sentences. */
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
