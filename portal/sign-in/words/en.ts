import type { Translation } from '../../../ui/texts.ts';
import type { vi } from './vi.ts';

export const en = {
  signInLead: 'Sign in to file and to see your dossiers.',
  signInToBegin: 'Sign in to start. What you fill in is saved by itself and can be continued on another device.',
  signInWith: 'Sign in with {name}',
  username: 'User name',
  password: 'Password',
  usernameMissing: 'Enter your user name',
  passwordMissing: 'Enter your password',
  samplesAccounts: 'Sample accounts',
  samplesAccountsHint: 'This is a sample system. Choose a fictional person below to fill in the form, then press Sign in. Common password: {password}',
} satisfies Translation<typeof vi>;
