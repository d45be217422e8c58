import type { Severity } from "../drift.ts"

/** How bad a change is, and what it means for callers; `{}` stands for what the change is about. */
export type Rule = readonly [Severity, string]

/** What changes in a request come to. A change that is not listed is none. */
export const requestRules = {
  "operation gone": ["breaking", "The operation is no longer documented: calls of it are likely to fail."],
  "operation gained": ["info", "The operation is new."],
  "operation deprecated": ["warning", "The operation still works, but is deprecated: do without it."],
  "server gone": ["warning", "Calls to this host may stop working."],
  "server gained": ["info", "The operation is served from one more host."],
  "security changed": ["breaking", "Calls that authenticate as before are refused."],
  "security gained": ["info", "There is one more way to authenticate."],

  "parameter gained": ["info", "One more parameter can be sent."],
  "required parameter gained": ["breaking", "Calls without the parameter are refused."],
  // A server that no longer reads a parameter ignores it: the call works, perhaps without its effect.
  "parameter gone": ["warning", "The parameter is likely to be ignored."],
  "parameter required": ["breaking", "Calls without the parameter are refused."],
  "parameter optional": ["info", "The parameter can be left out."],
  "parameter deprecated": ["warning", "The parameter still works, but is deprecated: do without it."],
  "parameter written otherwise": ["breaking", "A list or an object in this parameter is read differently."],

  "body gained": ["info", "A body can be sent."],
  "required body gained": ["breaking", "Calls without a body are refused."],
  "body gone": ["breaking", "A body is no longer read."],
  "body required": ["breaking", "Calls without a body are refused."],
  // A body whose schema requires properties was hardly ever left out: providers forget to mark it.
  "body marked required": [
    "warning",
    "Calls without a body are refused; required properties ruled them out already.",
  ],
  "body optional": ["info", "The body can be left out."],
  "content type gained": ["info", "The body can be sent in one more content type."],
  "content type gone": ["breaking", "Bodies of this content type are refused."],

  "property gained": ["info", "One more property can be sent."],
  "required property gained": ["breaking", "Requests without the property are refused."],
  "property gone": ["warning", "The property is likely to be ignored."],
  "required property gone": ["warning", "The property is likely to be ignored."],
  "property gone, object closed": ["breaking", "Requests that carry the property are refused."],
  "required property gone, object closed": ["breaking", "Requests that carry the property are refused."],
  "property required": ["breaking", "Requests without the property are refused."],
  "property optional": ["info", "The property can be left out."],
  "property deprecated": ["warning", "The property still works, but is deprecated: do without it."],
  // Nothing fails, and yet a currency that was left out may be another one now.
  "default changed": ["info", "Requests that leave this out now mean something else."],
  "object opened": ["info", "Properties that are not listed are accepted."],
  // Who sends what nobody asked for loses nothing; who fills a map that was offered does.
  "object closed": ["warning", "Properties that are not listed are refused; none was offered."],
  "object closed, extras offered": [
    "breaking",
    "Properties that are not listed are refused; they were offered.",
  ],

  "type changed": ["breaking", "Values that were good are refused."],
  "type widened": ["info", "More values are accepted."],
  "type narrowed": ["breaking", "Some values that were good are refused."],
  "null gained": ["info", "Null is accepted."],
  "null gone": ["breaking", "Null is refused."],
  "alternative gained": ["info", "One more form is accepted."],
  "alternative gone": ["breaking", "Values of this form are refused."],
  "values gained": ["info", "More values are accepted: {}."],
  "values gone": ["breaking", "Requests with these values are refused: {}."],
  "values listed": ["breaking", "Values that are not in the new list are refused."],
  "values freed": ["info", "Any value is accepted where a list was."],
  "limit tightened": ["breaking", "Some values that were good are refused: {} is stricter."],
  "limit loosened": ["info", "More values are accepted: {} is looser."],
  "limit changed": ["breaking", "Some values that were good are refused: {} is another."],
  "format changed": ["breaking", "Values of the old format are refused."],
} as const satisfies Readonly<Record<string, Rule>>

/** What changes in a response come to. That a property is always there from now on is no change. */
export const responseRules = {
  "status gained": ["warning", "An answer may come that nobody expects."],
  "error status gained": ["info", "One more failure is documented."],
  "status described": ["info", "A status that another entry stood for has an entry of its own."],
  "success status gone": ["breaking", "A good answer no longer comes with this status."],
  "status gone": ["warning", "An answer with this status is no longer documented."],
  "content type gained": ["warning", "Answers may come in a content type that nobody expects."],
  "content type gone": ["breaking", "Answers no longer come in this content type."],

  "property gained": ["info", "One more property may come."],
  "required property gained": ["info", "One more property comes."],
  "property gone": ["warning", "The property no longer comes; it could be missing before."],
  "required property gone": ["breaking", "The property no longer comes."],
  "property gone, object closed": ["warning", "The property no longer comes; it could be missing before."],
  "required property gone, object closed": ["breaking", "The property no longer comes."],
  // To whoever reads it, a property that may be missing is one that is gone now and then.
  "property optional": ["breaking", "The property may be missing."],
  "property deprecated": ["warning", "The property still comes, but is deprecated: do without it."],
  "object opened": ["info", "Properties that are not listed may come."],

  "type changed": ["breaking", "Values come that were none before."],
  "type widened": ["breaking", "Values of a type may come that nobody expects."],
  "type narrowed": ["info", "Fewer values come."],
  "null gained": ["breaking", "Null may come."],
  "null gone": ["info", "Null no longer comes."],
  "alternative gained": ["breaking", "Values may come in a form that nobody expects."],
  "alternative gone": ["info", "Values of this form no longer come."],
  "values gained": ["warning", "Values may come that nobody expects: {}."],
  "values gone": ["info", "These values no longer come: {}."],
  "values listed": ["info", "Only values of a list come."],
  "values freed": ["warning", "Values may come that nobody expects: they are no longer listed."],
  "limit tightened": ["info", "Fewer values come: {} is stricter."],
  "limit loosened": ["warning", "Values may come that nobody expects: {} is looser."],
  "limit changed": ["warning", "Values may come that nobody expects: {} is another."],
  "format changed": ["breaking", "Values come in another format."],
} as const satisfies Readonly<Record<string, Rule>>
