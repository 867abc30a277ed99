package main

import (
	"context"
	"errors"

	"k8s.io/apiserver/pkg/authorization/authorizer"
)

// decisions are an authorizer that knows its answers: the first decision whose given fields are those asked about holds.
// Without one it has no opinion, so that nothing is allowed.
type decisions []decision

type decision struct {
	User        string `json:"user"`
	Verb        string `json:"verb"`
	Path        string `json:"path"`
	Group       string `json:"group"`
	Resource    string `json:"resource"`
	Subresource string `json:"subresource"`
	Namespace   string `json:"namespace"`
	Name        string `json:"name"`

	Allowed bool   `json:"allowed"`
	Reason  string `json:"reason"`
	Error   string `json:"error"`
}

// Authorize implements authorizer.Authorizer.
func (ds decisions) Authorize(_ context.Context, a authorizer.Attributes) (authorizer.Decision, string, error) {
	for _, d := range ds {
		if !d.concerns(a) {
			continue
		}
		var err error
		if d.Error != "" {
			err = errors.New(d.Error)
		}
		if d.Allowed {
			return authorizer.DecisionAllow, d.Reason, err
		}
		return authorizer.DecisionNoOpinion, d.Reason, err
	}
	return authorizer.DecisionNoOpinion, "", nil
}

func (d decision) concerns(a authorizer.Attributes) bool {
	for given, asked := range map[*string]string{
		&d.User: a.GetUser().GetName(), &d.Verb: a.GetVerb(), &d.Path: a.GetPath(), &d.Group: a.GetAPIGroup(),
		&d.Resource: a.GetResource(), &d.Subresource: a.GetSubresource(), &d.Namespace: a.GetNamespace(), &d.Name: a.GetName(),
	} {
		if *given != "" && *given != asked {
			return false
		}
	}
	return true
}
