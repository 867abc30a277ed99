package main

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"

	admissionv1 "k8s.io/api/admission/v1"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	utilnet "k8s.io/apimachinery/pkg/util/net"
	"k8s.io/apiserver/pkg/admission"
	"k8s.io/apiserver/pkg/admission/plugin/policy/generic"
	"k8s.io/apiserver/pkg/admission/plugin/policy/matching"
	"k8s.io/apiserver/pkg/admission/plugin/policy/validating"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	"k8s.io/apiserver/pkg/endpoints/filters"
	"k8s.io/apiserver/pkg/endpoints/handlers/responsewriters"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/fake"
	"k8s.io/kubernetes/pkg/kubeapiserver/admission/exclusion"
)

// review asks what the policies that are bound say to a request, in a cluster that has nothing but what is given here.
type review struct {
	Policy     json.RawMessage              `json:"policy"`
	Policies   []json.RawMessage            `json:"policies"`
	Bindings   []json.RawMessage            `json:"bindings"`
	Params     []unstructured.Unstructured  `json:"params"`
	Namespaces []corev1.Namespace           `json:"namespaces"`
	Request    admissionv1.AdmissionRequest `json:"request"`
	Authorizer decisions                    `json:"authorizer"`
}

// verdict is the API server's response, and what each validation said to it.
type verdict struct {
	Allowed          bool              `json:"allowed"`
	Code             int32             `json:"code"`
	Reason           string            `json:"reason"`
	Message          string            `json:"message"`
	Warnings         []string          `json:"warnings"`
	AuditAnnotations map[string]string `json:"auditAnnotations"`
	Decisions        []outcome         `json:"decisions"`
}

// emptyCluster answers the admission plugin's live look-ups, which it makes for what its informers don't hold.
var emptyCluster = fake.NewClientset()

func judge(r review) (any, error) {
	journal := &journal{outcomes: []outcome{}}
	hooks, err := hooksOf(r, journal)
	if err != nil {
		return nil, err
	}
	stop := make(chan struct{})
	defer close(stop)
	plugin, err := pluginOf(r, hooks, journal, stop)
	if err != nil {
		return nil, err
	}
	object, err := objectOf(r.Request.Object)
	if err != nil {
		return nil, err
	}
	oldObject, err := objectOf(r.Request.OldObject)
	if err != nil {
		return nil, err
	}
	options, err := objectOf(r.Request.Options)
	if err != nil {
		return nil, err
	}
	attributes := &annotated{attributesOf(r.Request, object, oldObject, options), map[string]string{}}
	response := httptest.NewRecorder() // the warnings pass the API server's own limits on their way into the header
	filters.WithWarningRecorder(http.HandlerFunc(func(_ http.ResponseWriter, request *http.Request) {
		if plugin.Handles(attributes.GetOperation()) {
			err = plugin.Dispatch(request.Context(), attributes, builtins)
		}
	})).ServeHTTP(response, httptest.NewRequest(http.MethodPost, "/", nil))

	v := verdict{Allowed: err == nil, Code: http.StatusOK, Warnings: []string{},
		AuditAnnotations: attributes.annotations, Decisions: journal.outcomes}
	if err != nil {
		status := responsewriters.ErrorToAPIStatus(err)
		v.Code, v.Reason, v.Message = status.Code, string(status.Reason), status.Message
	}
	headers, errs := utilnet.ParseWarningHeaders(response.Header()["Warning"])
	if len(errs) > 0 {
		return nil, errs[0]
	}
	for _, header := range headers {
		v.Warnings = append(v.Warnings, header.Text)
	}
	return v, nil
}

// pluginOf is the API server's admission plugin for validating policies, with a source of policies that keeps their order
// and a matcher that notes what is matched.
func pluginOf(r review, hooks hooks, journal *journal, stop chan struct{}) (*generic.Plugin[validating.PolicyHook], error) {
	plugin := generic.NewPlugin(
		admission.NewHandler(admission.Connect, admission.Create, admission.Delete, admission.Update),
		func(informers.SharedInformerFactory, kubernetes.Interface, dynamic.Interface, meta.RESTMapper) generic.Source[validating.PolicyHook] {
			return hooks
		},
		func(a authorizer.Authorizer, m *matching.Matcher, _ kubernetes.Interface) generic.Dispatcher[validating.PolicyHook] {
			return validating.NewDispatcher(a, noting{generic.NewPolicyMatcher(m), journal})
		})
	factory := informers.NewSharedInformerFactory(emptyCluster, 0)
	for i := range r.Namespaces {
		if err := factory.Core().V1().Namespaces().Informer().GetIndexer().Add(&r.Namespaces[i]); err != nil {
			return nil, err
		}
	}
	plugin.SetExternalKubeInformerFactory(factory)
	plugin.SetExternalKubeClientSet(emptyCluster)
	plugin.SetDynamicClient(dynamic.New(nil))
	plugin.SetRESTMapper(kinds)
	plugin.SetAuthorizer(r.Authorizer)
	plugin.SetExcludedAdmissionResources(exclusion.Excluded())
	plugin.SetDrainedNotification(stop)
	plugin.SetEnabled(true)
	err := plugin.ValidateInitialization()
	plugin.SetReadyFunc(func() bool { return true })
	return plugin, err
}

// objectOf is an object as it is given, in the one version it is given in; nil if there is none.
func objectOf(raw runtime.RawExtension) (runtime.Object, error) {
	if len(raw.Raw) == 0 {
		return nil, nil
	}
	object := &unstructured.Unstructured{}
	return object, utiljson.Unmarshal(raw.Raw, &object.Object)
}

// hooks is a source of policies that are there from the start.
type hooks []validating.PolicyHook

func (h hooks) Hooks() []validating.PolicyHook { return h }
func (h hooks) HasSynced() bool                { return true }

func (h hooks) Run(ctx context.Context) error {
	<-ctx.Done()
	return nil
}

// annotated shows the audit annotations that a request was given, which admission.Attributes keeps to itself.
type annotated struct {
	admission.Attributes
	annotations map[string]string
}

func (a *annotated) AddAnnotation(key, value string) error {
	err := a.Attributes.AddAnnotation(key, value)
	if err == nil {
		a.annotations[key] = value
	}
	return err
}
