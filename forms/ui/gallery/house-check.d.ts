declare module 'virtual:house-check' {
  const check: import('../../validate.ts').Check;
  export default check;
}
