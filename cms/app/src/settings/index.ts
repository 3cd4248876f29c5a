export { newsletterSettings } from './newsletter';
export {
  enterEnvironment,
  inheritedEnvironment,
  readSettings,
  settings,
  useSettings,
  type Settings,
} from './settings';
