export {
  campaignStatus,
  campaignStatuses,
  mayBeClaimed,
  statusOf,
  troubledCount,
  type CampaignIntent,
  type CampaignStatus,
} from './campaign-status';
export {
  deliveryEvents,
  deliveryStates,
  reachedStates,
  someDeliveryIn,
  stateCounts,
  statesBefore,
  totalOf,
  transition,
  unfinishedStates,
  type DeliveryEvent,
  type DeliveryState,
  type SettlingEvent,
  type StateCounts,
} from './delivery-state';
