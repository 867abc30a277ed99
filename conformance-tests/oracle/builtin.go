package main

import (
	"strings"

	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/events/install"
)

// kinds maps the built-in kinds of the versions that an API server serves unless told otherwise, which are the stable ones.
var kinds = func() meta.RESTMapper {
	mapper := meta.NewDefaultRESTMapper(nil)
	for gvk := range scheme.Scheme.AllKnownTypes() {
		if !strings.Contains(gvk.Version, "alpha") && !strings.Contains(gvk.Version, "beta") {
			mapper.Add(gvk, meta.RESTScopeNamespace) // the scope is not asked for
		}
	}
	return mapper
}()

// builtins knows the built-in resources that are served in two versions or groups, and converts between them.
var builtins admission.ObjectInterfaces = interfaces{
	admission.NewObjectInterfacesFromScheme(legacyscheme.Scheme),
	func() runtime.EquivalentResourceRegistry {
		registry := runtime.NewEquivalentResourceRegistryWithIdentity(func(r schema.GroupResource) string { return r.Resource })
		for _, gv := range []schema.GroupVersion{{Group: "autoscaling", Version: "v2"}, {Group: "autoscaling", Version: "v1"}} {
			for _, subresource := range []string{"", "status"} {
				registry.RegisterKindFor(gv.WithResource("horizontalpodautoscalers"), subresource, gv.WithKind("HorizontalPodAutoscaler"))
			}
		}
		for _, gv := range []schema.GroupVersion{{Version: "v1"}, {Group: "events.k8s.io", Version: "v1"}} {
			registry.RegisterKindFor(gv.WithResource("events"), "", gv.WithKind("Event"))
		}
		return registry
	}(),
}

type interfaces struct {
	admission.ObjectInterfaces
	equivalents runtime.EquivalentResourceMapper
}

func (i interfaces) GetEquivalentResourceMapper() runtime.EquivalentResourceMapper {
	return i.equivalents
}
func (i interfaces) GetObjectConvertor() runtime.ObjectConvertor {
	return convertor{legacyscheme.Scheme}
}

// convertor converts an object as given by way of the internal version, in which the API server itself holds it.
type convertor struct{ *runtime.Scheme }

func (c convertor) Convert(in, out, context any) error {
	object := in.(*unstructured.Unstructured)
	gvk := object.GroupVersionKind()
	typed, err := c.New(gvk)
	if err != nil {
		return err
	}
	if err := runtime.DefaultUnstructuredConverter.FromUnstructured(object.Object, typed); err != nil {
		return err
	}
	internal, err := c.ConvertToVersion(typed, schema.GroupVersion{Group: gvk.Group, Version: runtime.APIVersionInternal})
	if err != nil {
		return err
	}
	return c.Scheme.Convert(internal, out, context)
}
