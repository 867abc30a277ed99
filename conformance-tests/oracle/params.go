package main

import (
	"slices"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/client-go/tools/cache"
)

// param is an object as the API server's informer holds it: of its Go type and without apiVersion and kind if the type is
// built in, as it is otherwise.
type param interface {
	runtime.Object
	metav1.Object
}

func stored(object *unstructured.Unstructured) (param, error) {
	typed, err := scheme.Scheme.New(object.GroupVersionKind())
	if runtime.IsNotRegisteredError(err) {
		return object, nil
	}
	err = runtime.DefaultUnstructuredConverter.FromUnstructured(object.Object, typed)
	typed.GetObjectKind().SetGroupVersionKind(schema.GroupVersionKind{})
	return typed.(param), err
}

// params are the objects of one kind of params. They are an informers.GenericInformer that is in sync, and its listers,
// which keep the order of the list.
type params []param

func (ps params) Informer() cache.SharedIndexInformer { return synced{} }
func (ps params) Lister() cache.GenericLister         { return ps }

func (ps params) ByNamespace(namespace string) cache.GenericNamespaceLister {
	return slices.DeleteFunc(slices.Clone(ps), func(p param) bool { return p.GetNamespace() != namespace })
}

func (ps params) List(selector labels.Selector) (list []runtime.Object, err error) {
	for _, p := range ps {
		if selector.Matches(labels.Set(p.GetLabels())) {
			list = append(list, p)
		}
	}
	return list, nil
}

func (ps params) Get(name string) (runtime.Object, error) {
	for _, p := range ps {
		if p.GetName() == name {
			return p, nil
		}
	}
	return nil, apierrors.NewNotFound(schema.GroupResource{}, name)
}

type synced struct{ cache.SharedIndexInformer }

func (synced) HasSynced() bool { return true }
