export * from './send-test';
