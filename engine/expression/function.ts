/** A function as a value, with the names of its parameters. */
export { FeelFunction } from 'feelin';
