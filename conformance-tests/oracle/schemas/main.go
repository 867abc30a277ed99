// Schemas writes the CEL types of the built-in kinds, as kube-apiserver's type checking of policies knows them, for
// dev.plimsoll.schemas.SchemaTypes, which explains the format.
//
// Usage: go run ./schemas > ../../rules-engine/src/main/resources/dev/plimsoll/schemas/types.txt
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/client/clientset/clientset/scheme"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apiserver/pkg/cel"
	"k8s.io/apiserver/pkg/cel/common"
	celopenapi "k8s.io/apiserver/pkg/cel/openapi"
	"k8s.io/apiserver/pkg/cel/openapi/resolver"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/kubernetes/pkg/generated/openapi"
)

// table numbers the object types, equal ones with one number, those within before those around.
type table struct {
	numbers map[string]int
	lines   []string
}

var simple = map[string]string{
	"bool": "b", "int": "i", "double": "n", "string": "s", "bytes": "y", "timestamp": "t", "duration": "d", "dyn": "*",
}

func (t *table) text(d *cel.DeclType) string {
	switch {
	case d.IsList():
		return "[" + t.text(d.ElemType)
	case d.IsMap():
		return "{" + t.text(d.ElemType)
	case d.IsObject():
		names := make([]string, 0, len(d.Fields))
		for name := range d.Fields {
			names = append(names, name)
		}
		slices.Sort(names)
		fields := make([]string, len(names))
		for i, name := range names {
			fields[i] = name + ":" + t.text(d.Fields[name].Type)
		}
		line := strings.Join(fields, " ")
		number, known := t.numbers[line]
		if !known {
			number = len(t.lines)
			t.numbers[line] = number
			t.lines = append(t.lines, line)
		}
		return fmt.Sprint(number)
	}
	name := strings.TrimPrefix(d.TypeName(), "google.protobuf.")
	if letter, known := simple[strings.ToLower(name)]; known {
		return letter
	}
	log.Fatalf("no letter for %s", d.TypeName())
	return ""
}

func main() {
	types := &table{numbers: map[string]int{}}
	schemas := resolver.NewDefinitionsSchemaResolver(openapi.GetOpenAPIDefinitions, scheme.Scheme, apiextensions.Scheme)
	var kinds []schema.GroupVersionKind
	for kind := range scheme.Scheme.AllKnownTypes() {
		unstable := strings.Contains(kind.Version, "alpha") || strings.Contains(kind.Version, "beta")
		if !unstable && kind.Version != "__internal" && !strings.HasSuffix(kind.Kind, "List") && !strings.HasSuffix(kind.Kind, "Options") {
			kinds = append(kinds, kind)
		}
	}
	slices.SortFunc(kinds, func(a, b schema.GroupVersionKind) int { return strings.Compare(a.String(), b.String()) })
	var index []string
	for _, kind := range kinds {
		s, err := schemas.ResolveSchema(kind)
		if err != nil {
			continue
		}
		if d := common.SchemaDeclType(&celopenapi.Schema{Schema: s}, true); d != nil && d.IsObject() {
			index = append(index, fmt.Sprintf("%s %s %s", kind.GroupVersion(), kind.Kind, types.text(d)))
		}
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fmt.Fprintf(out, "# CEL types of the kinds of Kubernetes %s, derived from k8s.io/kubernetes/pkg/generated/openapi.\n", version())
	fmt.Fprintln(out, "# Copyright The Kubernetes Authors. Licensed under the Apache License, Version 2.0.")
	fmt.Fprintf(out, "%d\n%s\n%s\n", len(index), strings.Join(index, "\n"), strings.Join(types.lines, "\n"))
}

func version() string {
	info, _ := debug.ReadBuildInfo()
	for _, module := range info.Deps {
		if module.Path == "k8s.io/kubernetes" {
			return strings.TrimPrefix(module.Version, "v")
		}
	}
	return "unknown"
}
