import { Page, useRBAC } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { Navigate, type RouteObject } from 'react-router-dom';

import { PERMISSIONS } from '../plugin/permissions';
import { DESK_PATH } from '../plugin/plugin-id';

/** Where a sign-in leads: to the desk, or to Strapi's own home for whoever may not read it. */
function landing(Home: ComponentType): ComponentType {
  return function Landing() {
    const { allowedActions, isLoading } = useRBAC(PERMISSIONS.read);
    if (isLoading) return <Page.Loading />;
    return allowedActions['canRead'] ? <Navigate to={DESK_PATH} replace /> : <Home />;
  };
}

/** The admin's routes, with the desk where Strapi's own home is. Any other route stays as it is. */
export function landsOnDesk(route: RouteObject): RouteObject {
  const { lazy } = route;
  if (route.index !== true || typeof lazy !== 'function') return route;
  return {
    ...route,
    async lazy() {
      const { Component } = (await lazy()) as { Component: ComponentType };
      return { Component: landing(Component) };
    },
  };
}
