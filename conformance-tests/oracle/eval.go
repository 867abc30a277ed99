package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	celgo "github.com/google/cel-go/cel"
	"github.com/google/cel-go/interpreter"
	admissionv1 "k8s.io/api/admission/v1"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/version"
	"k8s.io/apiserver/pkg/admission/plugin/cel"
	"k8s.io/apiserver/pkg/cel/environment"
	"k8s.io/apiserver/pkg/cel/library"
)

// expression asks for the value of one expression of a policy, whatever its type.
type expression struct {
	Expr            string          `json:"expr"`
	Object          any             `json:"object"`
	OldObject       any             `json:"oldObject"`
	Params          any             `json:"params"`
	Request         json.RawMessage `json:"request"`
	NamespaceObject any             `json:"namespaceObject"`
	Variables       variables       `json:"variables"`
	Authorizer      decisions       `json:"authorizer"`
	Kubernetes      string          `json:"kubernetes"`
	New             bool            `json:"new"`
}

// evaluation is a value as plain JSON, its CEL type, and what it is charged, its variables included.
type evaluation struct {
	Value any    `json:"value"`
	Type  string `json:"type"`
	Cost  uint64 `json:"cost"`
}

// failure is why there is no value, in the words of cel-go.
type failure struct {
	Error string `json:"error"`
	Phase string `json:"phase"`
	Cost  uint64 `json:"cost"`
}

// declarations are the same for every expression here, where a policy without a paramKind has no params.
var declarations = cel.OptionalVariableDeclarations{HasParams: true, HasAuthorizer: true}

func evaluate(e expression) (any, error) {
	compiler, mode, err := compilerFor(e)
	if err != nil {
		return nil, err
	}
	compiled := compiler.CompileCELExpression(e, declarations, mode)
	if compiled.Error != nil {
		text := strings.TrimPrefix(compiled.Error.Detail, "compilation failed: ")
		return failure{Error: strings.TrimPrefix(text, "program instantiation failed: "), Phase: "compile"}, nil
	}

	var request any
	var attributes admissionv1.AdmissionRequest
	if len(e.Request) > 0 {
		if err := utiljson.Unmarshal(e.Request, &request); err != nil {
			return nil, err
		}
		if err := utiljson.Unmarshal(e.Request, &attributes); err != nil {
			return nil, err
		}
	}
	resource, user := attributesOf(attributes, nil, nil, nil), userOf(attributes.UserInfo)
	values := map[string]any{
		cel.ObjectVarName:                    e.Object,
		cel.OldObjectVarName:                 e.OldObject,
		cel.ParamsVarName:                    e.Params,
		cel.RequestVarName:                   request,
		cel.NamespaceVarName:                 e.NamespaceObject,
		cel.AuthorizerVarName:                library.NewAuthorizerVal(user, e.Authorizer),
		cel.RequestResourceAuthorizerVarName: library.NewResourceAuthorizerVal(user, e.Authorizer, resource),
	}
	activation, err := interpreter.NewActivation(values)
	if err != nil {
		return nil, err
	}
	ctx := compiler.CreateContext(context.Background())
	values[cel.VariableVarName] = ctx.Variables(activation)

	value, details, err := compiled.Program.ContextEval(ctx, activation)
	cost := *details.ActualCost() + uint64(ctx.GetAndResetCost())
	if err != nil {
		return failure{Error: err.Error(), Phase: "evaluate", Cost: cost}, nil
	}
	return evaluation{Value: plain(value), Type: value.Type().TypeName(), Cost: cost}, nil
}

func (e expression) GetExpression() string { return e.Expr }

// ReturnTypes allows any type, where a validation must be a bool.
func (e expression) ReturnTypes() []*celgo.Type { return []*celgo.Type{celgo.AnyType} }

// variable is one of a policy's spec.variables.
type variable struct {
	Name       string `json:"name"`
	Expression string `json:"expression"`
}

func (v variable) GetName() string          { return v.Name }
func (v variable) GetExpression() string    { return v.Expression }
func (variable) ReturnTypes() []*celgo.Type { return []*celgo.Type{celgo.AnyType, celgo.DynType} }

// variables is a list in the order of their declaration, written as in a policy or as an object of expressions by name.
type variables []cel.NamedExpressionAccessor

func (vs *variables) UnmarshalJSON(text []byte) error {
	var list []variable
	if bytes.HasPrefix(text, []byte("{")) {
		tokens := json.NewDecoder(bytes.NewReader(text))
		for _, _ = tokens.Token(); tokens.More(); {
			var v variable
			name, _ := tokens.Token()
			v.Name = name.(string)
			if err := tokens.Decode(&v.Expression); err != nil {
				return err
			}
			list = append(list, v)
		}
	} else if err := json.Unmarshal(text, &list); err != nil {
		return err
	}
	for _, v := range list {
		*vs = append(*vs, v)
	}
	return nil
}

// compilers holds those without variables: building one takes far longer than compiling an expression with it.
var compilers sync.Map

func compilerFor(e expression) (*cel.CompositedCompiler, environment.Type, error) {
	set, mode, err := environmentOf(e.Kubernetes, e.New)
	if err != nil {
		return nil, "", err
	}
	key := fmt.Sprint(e.Kubernetes, e.New)
	if compiler, found := compilers.Load(key); found && len(e.Variables) == 0 {
		return compiler.(*cel.CompositedCompiler), mode, nil
	}
	compiler, err := cel.NewCompositedCompiler(set)
	if err != nil {
		return nil, "", err
	}
	if len(e.Variables) == 0 {
		compilers.Store(key, compiler)
	}
	compiler.CompileAndStoreVariables(e.Variables, declarations, mode)
	return compiler, mode, nil
}

// environmentOf is the environment of an API server of a version, which evaluates what is stored in all that it knows, and
// accepts what is new only in what its predecessor knows. Only the libraries are of that version: cel-go and the code of
// the libraries are always those linked here.
func environmentOf(kubernetes string, writing bool) (*environment.EnvSet, environment.Type, error) {
	predecessor := environment.DefaultCompatibilityVersion()
	latest := predecessor.AddMinor(1)
	asked := latest
	if kubernetes != "" {
		var err error
		if asked, err = version.ParseMajorMinor(kubernetes); err != nil {
			return nil, "", err
		}
	}
	switch {
	case latest.LessThan(asked):
		return nil, "", fmt.Errorf("kubernetes %s is newer than %s, which is linked here", kubernetes, latest)
	case writing:
		return environment.MustBaseEnvSet(asked.SubtractMinor(1)), environment.NewExpressions, nil
	case asked.LessThan(latest):
		return environment.MustBaseEnvSet(asked), environment.NewExpressions, nil
	default:
		return environment.MustBaseEnvSet(predecessor), environment.StoredExpressions, nil
	}
}
