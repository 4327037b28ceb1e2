/** Attributes that name code of another engine, and what they name. What `camunda:type` says is code unless it is `external`. */
export const codeAttributes = {
  'camunda:class': 'the class', 'camunda:formHandlerClass': 'the class', 'camunda:variableMappingClass': 'the class',
  'camunda:delegateExpression': 'the delegate', 'camunda:variableMappingDelegateExpression': 'the delegate',
  'camunda:resource': 'the script', 'camunda:caseRef': 'the case',
} as const satisfies Readonly<Record<string, string>>;

/** Extension elements that are nothing but such code, as they are written. */
export const codeExtensions: ReadonlySet<string> = new Set([
  'camunda:executionListener', 'camunda:taskListener', 'camunda:errorEventDefinition',
  'zeebe:executionListeners', 'zeebe:taskListeners', 'zeebe:linkedResources', 'zeebe:agentDefinition',
]);
