import { useEffect, useState } from 'react';
import { Page, useFetchClient } from '@strapi/strapi/admin';

/**
 * The way from the settings to one's own second factor, which is a page outside the admin: it asks for a ticket and goes there, in this
 * page's place, so that "back" leads to where one came from.
 */
export default function SecondFactorPage() {
  const { post } = useFetchClient();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    post<{ data: { url: string } }>('/admin/second-factor')
      .then(({ data }) => window.location.replace(data.data.url))
      .catch(() => setHasFailed(true));
  }, [post]);
  return hasFailed ? <Page.Error /> : <Page.Loading />;
}
