export {
  campaignIntents,
  campaignStatus,
  campaignStatuses,
  troubledCount,
  type CampaignIntent,
  type CampaignStatus,
} from './campaign-status';
export {
  deliveryEvents,
  deliveryStates,
  stateCounts,
  statesBefore,
  totalOf,
  transition,
  unfinishedStates,
  type DeliveryEvent,
  type DeliveryState,
  type StateCounts,
} from './delivery-state';
