package main

import (
	"encoding/json"

	admissionregistrationv1 "k8s.io/api/admissionregistration/v1"
	apiextensions "k8s.io/apiextensions-apiserver/pkg/client/clientset/clientset/scheme"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/cel/openapi/resolver"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	"k8s.io/kubernetes/pkg/apis/admissionregistration"
	"k8s.io/kubernetes/pkg/apis/admissionregistration/validation"
	"k8s.io/kubernetes/pkg/generated/openapi"
)

// checked is what the API server says to a policy that is written: why it is refused, or the warnings that
// kube-controller-manager writes into its status.
type checked struct {
	Errors             []string                                    `json:"errors"`
	ExpressionWarnings []admissionregistrationv1.ExpressionWarning `json:"expressionWarnings"`
}

// typeChecker knows the types of the built-in kinds.
var typeChecker = validating.TypeChecker{
	SchemaResolver: resolver.NewDefinitionsSchemaResolver(openapi.GetOpenAPIDefinitions, scheme.Scheme, apiextensions.Scheme),
	RestMapper:     kinds,
}

func check(r review) (any, error) {
	policy := &validating.Policy{}
	if err := json.Unmarshal(r.Policy, policy); err != nil {
		return nil, err
	}
	legacyscheme.Scheme.Default(policy)
	c := checked{Errors: []string{}, ExpressionWarnings: typeChecker.Check(policy)}
	if c.ExpressionWarnings == nil {
		c.ExpressionWarnings = []admissionregistrationv1.ExpressionWarning{}
	}
	internal := &admissionregistration.ValidatingAdmissionPolicy{}
	if err := legacyscheme.Scheme.Convert(policy, internal, nil); err != nil {
		return nil, err
	}
	for _, err := range validation.ValidateValidatingAdmissionPolicy(internal) {
		c.Errors = append(c.Errors, err.Error())
	}
	return c, nil
}
