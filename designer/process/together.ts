/** Several changes of the drawing as one step of undo: whatever runs inside is taken back together. */
class Together {
  preExecute({ run }: { readonly run: () => void }): void {
    run();
  }
}

class Registers {
  static $inject = ['commandStack'];
  constructor(commandStack: { registerHandler(command: string, handler: typeof Together): void }) {
    commandStack.registerHandler('motcua.together', Together);
  }
}

export const togetherModule = { __init__: ['motcuaTogether'], motcuaTogether: ['type', Registers] };
