package main

import (
	"context"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/policy/generic"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/authorization/authorizer"
)

// outcome is what one validation of a policy said under a binding with a param.
type outcome struct {
	Policy     string  `json:"policy"`
	Binding    string  `json:"binding"`
	Param      *string `json:"param"`
	Index      int     `json:"index"`
	Expression string  `json:"expression"`
	Result     string  `json:"result"`
	Message    string  `json:"message"`
	Reason     string  `json:"reason"`
}

// journal takes down the outcomes of one review, whose policies and bindings are looked at one after the other.
type journal struct {
	binding  string
	outcomes []outcome
}

// noting is a matcher that notes the binding whose turn it is.
type noting struct {
	generic.PolicyMatcher
	journal *journal
}

func (n noting) BindingMatches(a admission.Attributes, o admission.ObjectInterfaces, binding generic.BindingAccessor) (bool, error) {
	n.journal.binding = binding.GetName()
	return n.PolicyMatcher.BindingMatches(a, o, binding)
}

// recorder is a validator that takes down what it says.
type recorder struct {
	validating.Validator
	policy  *validating.Policy
	journal *journal
}

// Validate implements validating.Validator.
func (r recorder) Validate(ctx context.Context, resource schema.GroupVersionResource, attributes *admission.VersionedAttributes,
	param runtime.Object, namespace *corev1.Namespace, budget int64, authz authorizer.Authorizer) validating.ValidateResult {
	result := r.Validator.Validate(ctx, resource, attributes, param, namespace, budget, authz)
	validations := r.policy.Spec.Validations
	if result.Decisions == nil { // the matchConditions are not met
		for i, validation := range validations {
			r.add(outcome{Param: nameOf(param), Index: i, Expression: validation.Expression, Result: "skip"})
		}
	}
	for i, decision := range result.Decisions {
		o := outcome{Param: nameOf(param), Index: i, Result: results[decision.Evaluation],
			Message: decision.Message, Reason: string(decision.Reason)}
		if len(result.Decisions) == len(validations) { // else it is one error for all
			o.Expression = validations[i].Expression
		}
		r.add(o)
	}
	return result
}

var results = map[validating.PolicyDecisionEvaluation]string{
	validating.EvalAdmit: "pass", validating.EvalDeny: "fail", validating.EvalError: "error",
}

func (r recorder) add(o outcome) {
	o.Policy, o.Binding = r.policy.Name, r.journal.binding
	r.journal.outcomes = append(r.journal.outcomes, o)
}

// nameOf is NAMESPACE/NAME, or NAME if there is no namespace.
func nameOf(param runtime.Object) *string {
	if param == nil {
		return nil
	}
	content, err := runtime.DefaultUnstructuredConverter.ToUnstructured(param)
	if err != nil {
		panic(err)
	}
	object := unstructured.Unstructured{Object: content}
	name := object.GetName()
	if namespace := object.GetNamespace(); namespace != "" {
		name = namespace + "/" + name
	}
	return &name
}
