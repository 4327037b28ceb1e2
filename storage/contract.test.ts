import { storeContract } from './contract.ts';
import { onEveryStore } from './testing/stores.ts';

onEveryStore('store', storeContract);
