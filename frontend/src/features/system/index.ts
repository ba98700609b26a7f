export { EverybodysJobs } from './EverybodysJobs';
export { Health } from './Health';
export { Providers } from './Providers';
export { Workers } from './Workers';
