package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	_ "unsafe" // for go:linkname

	admissionregistrationv1 "k8s.io/api/admissionregistration/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install" // the defaults of policies and bindings
	"k8s.io/utils/lru"
)

// compilePolicy is the API server's own compiler of policies, which its package keeps to itself.
//
//go:linkname compilePolicy k8s.io/apiserver/pkg/admission/plugin/policy/validating.compilePolicy
func compilePolicy(*validating.Policy) validating.Validator

// compiled is a policy as stored, that is, with its defaults, and its compiled expressions.
type compiled struct {
	policy    *validating.Policy
	validator validating.Validator
}

// compiledPolicies remembers policies by their text, since compiling one takes far longer than judging with it.
var compiledPolicies = lru.New(1000)

func policyOf(text json.RawMessage) (compiled, error) {
	if known, found := compiledPolicies.Get(string(text)); found {
		return known.(compiled), nil
	}
	policy := &validating.Policy{}
	if err := json.Unmarshal(text, policy); err != nil {
		return compiled{}, fmt.Errorf("policy: %w", err)
	}
	legacyscheme.Scheme.Default(policy)
	c := compiled{policy, compilePolicy(policy)}
	compiledPolicies.Add(string(text), c)
	return c, nil
}

// hooksOf are the policies that are bound, with their bindings, both in the order of their names. The API server's own
// order is random.
func hooksOf(r review, journal *journal) (hooks, error) {
	bindings := map[string][]*validating.PolicyBinding{}
	for _, text := range r.Bindings {
		binding := &validating.PolicyBinding{}
		if err := json.Unmarshal(text, binding); err != nil {
			return nil, fmt.Errorf("binding: %w", err)
		}
		legacyscheme.Scheme.Default(binding)
		bindings[binding.Spec.PolicyName] = append(bindings[binding.Spec.PolicyName], binding)
	}
	texts := r.Policies
	if r.Policy != nil {
		texts = append(texts, r.Policy)
	}
	var all hooks
	for _, text := range texts {
		c, err := policyOf(text)
		if err != nil {
			return nil, err
		}
		bound := bindings[c.policy.Name]
		if len(bound) == 0 {
			continue
		}
		slices.SortFunc(bound, func(a, b *validating.PolicyBinding) int { return cmp.Compare(a.Name, b.Name) })
		hook := validating.PolicyHook{Policy: c.policy, Bindings: bound, Evaluator: recorder{c.validator, c.policy, journal}}
		if kind := c.policy.Spec.ParamKind; kind != nil {
			hook.ParamInformer, hook.ParamScope, hook.ConfigurationError = paramsOf(r, kind)
		}
		all = append(all, hook)
	}
	slices.SortFunc(all, func(a, b validating.PolicyHook) int { return cmp.Compare(a.Policy.Name, b.Policy.Name) })
	return all, nil
}

// paramsOf knows a kind of params if it is built in or one is given; it is cluster-scoped if one has no namespace.
func paramsOf(r review, kind *admissionregistrationv1.ParamKind) (params, meta.RESTScope, error) {
	gvk := schema.FromAPIVersionAndKind(kind.APIVersion, kind.Kind)
	scope := meta.RESTScopeNamespace
	var found params
	for _, object := range r.Params {
		if object.GroupVersionKind() != gvk {
			continue
		}
		if object.GetNamespace() == "" {
			scope = meta.RESTScopeRoot
		}
		param, err := stored(&object)
		if err != nil {
			return nil, nil, err
		}
		found = append(found, param)
	}
	if _, err := kinds.RESTMapping(gvk.GroupKind(), gvk.Version); err != nil && found == nil {
		return nil, nil, fmt.Errorf("failed to find resource referenced by paramKind: '%v'", gvk)
	}
	slices.SortFunc(found, func(a, b param) int {
		return cmp.Or(cmp.Compare(a.GetNamespace(), b.GetNamespace()), cmp.Compare(a.GetName(), b.GetName()))
	})
	return found, scope, nil
}
