export { AnyJob } from './AnyJob';
export { OwnJob } from './OwnJob';
