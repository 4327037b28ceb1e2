import type { ItemType, TypeName } from './item-type.ts';
import type { FunctionLogic, Logic } from './boxed/logic.ts';

/** Decisions of one DMN file as plain frozen data: what is executed, without drawing or XML. Words are those of DMN 1.5. */
export interface DecisionModel {
  readonly format: 1;
  readonly id: string;
  readonly name: string;
  readonly inputs: readonly InputData[];
  readonly decisions: readonly Decision[];
  readonly knowledge: readonly Knowledge[];
  readonly services: readonly DecisionService[];
  readonly imports: readonly ImportedModel[];
}

export interface ImportedModel {
  readonly name: string;
  readonly namespace: string;
  readonly model: DecisionModel;
}

export interface InputData {
  readonly id: string;
  readonly name: string;
  /** The simple type, `Any` for all others. */
  readonly type: TypeName;
  readonly item: ItemType;
}

/** What is required: an element of the file, or of the imported model that has the namespace. */
export interface Required {
  readonly id: string;
  readonly namespace?: string;
}

export interface Decision {
  readonly id: string;
  readonly name: string;
  readonly variable: string;
  /** Ids of the decisions of this file whose values it reads; they are evaluated first. */
  readonly requires: readonly string[];
  /** Decisions of imported models, and business knowledge models and services that it calls. */
  readonly imported: readonly Required[];
  readonly knows: readonly Required[];
  readonly item: ItemType;
  readonly logic: Logic;
}

/** A business knowledge model. */
export interface Knowledge {
  readonly id: string;
  readonly name: string;
  readonly knows: readonly Required[];
  readonly function: FunctionLogic;
  /** What its variable says of its results, where that is no function type. */
  readonly item: ItemType;
}

export interface DecisionService {
  readonly id: string;
  readonly name: string;
  readonly outputs: readonly string[];
  /** Decisions whose values come from the caller, after the input data in the order of the parameters. */
  readonly inputDecisions: readonly string[];
  readonly inputData: readonly string[];
  readonly item: ItemType;
}
