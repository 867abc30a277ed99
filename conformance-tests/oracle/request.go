package main

import (
	admissionv1 "k8s.io/api/admission/v1"
	authenticationv1 "k8s.io/api/authentication/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/authentication/user"
)

// attributesOf is a request as the API server's admission sees it. Its kind and resource are those it was made with: what
// the API server calls requestKind and requestResource.
func attributesOf(r admissionv1.AdmissionRequest, object, oldObject, options runtime.Object) admission.Attributes {
	return admission.NewAttributesRecord(object, oldObject, schema.GroupVersionKind(r.Kind), r.Namespace, r.Name,
		schema.GroupVersionResource(r.Resource), r.SubResource, admission.Operation(r.Operation), options,
		r.DryRun != nil && *r.DryRun, userOf(r.UserInfo))
}

func userOf(u authenticationv1.UserInfo) user.Info {
	extra := map[string][]string{}
	for key, values := range u.Extra {
		extra[key] = values
	}
	return &user.DefaultInfo{Name: u.Username, UID: u.UID, Groups: u.Groups, Extra: extra}
}
