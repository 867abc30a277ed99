// Types writes how the built-in kinds are typed: what kube-apiserver's JSON decoder and encoder know of them, as they
// know it, from the Go types of k8s.io/api. See README.md for the form.
package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"log"
	"os"
	"reflect"
	"slices"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/client-go/kubernetes/scheme"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

func main() {
	log.SetFlags(0)
	known := runtime.NewScheme()
	for _, add := range []func(*runtime.Scheme) error{scheme.AddToScheme, apiextensions.AddToScheme, apiregistration.AddToScheme} {
		if err := add(known); err != nil {
			log.Fatal(err)
		}
	}
	out := gzip.NewWriter(os.Stdout)
	fmt.Fprintf(out, "# The Go types of Kubernetes' API (k8s.io/api, apache-2.0, The Kubernetes Authors), written by conformance-tests/types\n")
	write(out, known)
	if err := out.Close(); err != nil {
		log.Fatal(err)
	}
}

// write prints the kinds, sorted, and then every struct type they reach, each once.
func write(out io.Writer, known *runtime.Scheme) {
	types := &walk{seen: map[reflect.Type]bool{}}
	var kinds []string
	for gvk, goType := range known.AllKnownTypes() {
		if !isObject(gvk, goType) {
			continue
		}
		types.visit(goType)
		kinds = append(kinds, fmt.Sprintf("%s %s %s", gvk.GroupVersion(), gvk.Kind, typeName(goType)))
	}
	slices.Sort(kinds)
	slices.Sort(types.lines)
	for _, line := range slices.Concat(kinds, []string{""}, types.lines) {
		fmt.Fprintln(out, line)
	}
}

// isObject tells whether a kind is one that a user writes: it has metadata, and is no list and no options.
func isObject(gvk schema.GroupVersionKind, goType reflect.Type) bool {
	if gvk.Version == runtime.APIVersionInternal || goType.Kind() != reflect.Struct {
		return false
	}
	_, hasMetadata := goType.FieldByName("ObjectMeta")
	return hasMetadata
}

type walk struct {
	seen  map[reflect.Type]bool
	lines []string
}

// visit writes a line for a struct type and for every one below it.
func (w *walk) visit(t reflect.Type) {
	if w.seen[t] {
		return
	}
	w.seen[t] = true
	var fields []string
	for i := range t.NumField() {
		fields = append(fields, w.fields(t.Field(i))...)
	}
	w.lines = append(w.lines, strings.Join(append([]string{typeName(t)}, fields...), "|"))
}

// fields describes a field, or those of an embedded struct in its place.
func (w *walk) fields(field reflect.StructField) []string {
	tag, tagged := field.Tag.Lookup("json")
	name, options, _ := strings.Cut(tag, ",")
	if name == "-" {
		return nil
	}
	if field.Anonymous && (!tagged || name == "") {
		var inlined []string
		for i := range field.Type.NumField() {
			inlined = append(inlined, w.fields(field.Type.Field(i))...)
		}
		return inlined
	}
	kind := w.kind(field.Type)
	for _, option := range strings.Split(options, ",") {
		switch option {
		case "omitempty":
			kind += "?"
		case "omitzero":
			kind += "!"
		}
	}
	return []string{name + ":" + kind}
}

// kind describes a Go type by its JSON form.
func (w *walk) kind(t reflect.Type) string {
	switch typeName(t) {
	case "meta/v1.Time":
		return "time"
	case "meta/v1.MicroTime":
		return "microtime"
	case "meta/v1.Duration":
		return "duration"
	case "resource.Quantity":
		return "quantity"
	case "intstr.IntOrString":
		return "intorstring"
	case "runtime.RawExtension", "apiextensions/v1.JSON", "meta/v1.FieldsV1":
		return "any"
	case "apiextensions/v1.JSONSchemaPropsOrArray", "apiextensions/v1.JSONSchemaPropsOrBool",
		"apiextensions/v1.JSONSchemaPropsOrStringArray":
		return "any"
	}
	switch t.Kind() {
	case reflect.Pointer:
		return "*" + w.kind(t.Elem())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "bytes"
		}
		return named(t) + "[" + w.kind(t.Elem())
	case reflect.Map:
		return named(t) + "{" + w.kind(t.Elem())
	case reflect.Struct:
		w.visit(t)
		return typeName(t)
	case reflect.String, reflect.Bool, reflect.Int32, reflect.Int64, reflect.Float64:
		return named(t) + t.Kind().String()
	}
	log.Fatalf("%s has no JSON form that is known here", t)
	return ""
}

// named is the name in parentheses that a type has of its own, for the texts of errors: (v1.Protocol)string.
func named(t reflect.Type) string {
	if t.PkgPath() == "" {
		return ""
	}
	return "(" + t.String() + ")"
}

// typeName is the last two elements of a type's package, unless the package has no version, and its name.
func typeName(t reflect.Type) string {
	if t.Name() == "" || t.PkgPath() == "" {
		return t.String()
	}
	path := strings.Split(t.PkgPath(), "/")
	last := path[len(path)-1]
	if strings.HasPrefix(last, "v") {
		last = path[len(path)-2] + "/" + last
	}
	return last + "." + t.Name()
}
