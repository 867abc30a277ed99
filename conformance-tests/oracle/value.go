package main

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"

	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/common/types/ref"
	"github.com/google/cel-go/common/types/traits"
	apiservercel "k8s.io/apiserver/pkg/cel"
	"k8s.io/apiserver/pkg/cel/lazy"
)

// exactInteger is the largest integer that every reader of JSON keeps.
const exactInteger = 1 << 53

// plain is a CEL value as a JSON value; README.md has the forms.
func plain(value ref.Val) any {
	switch v := value.(type) {
	case types.Bool, types.String, types.Bytes: // encoding/json writes bytes in base64
		return v.Value()
	case types.Null:
		return nil
	case types.Int:
		if v > exactInteger || v < -exactInteger {
			return strconv.FormatInt(int64(v), 10)
		}
		return int64(v)
	case types.Uint:
		return strconv.FormatUint(uint64(v), 10)
	case types.Double:
		switch f := float64(v); {
		case math.IsInf(f, 1):
			return "Infinity"
		case math.IsInf(f, -1):
			return "-Infinity"
		case math.IsNaN(f):
			return "NaN"
		default:
			return f
		}
	case *types.Optional:
		if !v.HasValue() {
			return "optional.none()"
		}
		inner, err := json.Marshal(plain(v.GetValue()))
		if err != nil {
			panic(err)
		}
		return fmt.Sprintf("optional.of(%s)", inner)
	case apiservercel.Format:
		return v.Name
	case *lazy.MapValue:
		return v.Type().TypeName()
	case traits.Lister:
		list := []any{}
		for it := v.Iterator(); it.HasNext() == types.True; {
			list = append(list, plain(it.Next()))
		}
		return list
	case traits.Mapper:
		object := map[string]any{}
		for it := v.Iterator(); it.HasNext() == types.True; {
			key := it.Next()
			object[text(key)] = plain(v.Get(key))
		}
		return object
	default:
		return text(v)
	}
}

// text is what CEL's string() makes of a value, else what the value itself does, else the name of its type.
func text(value ref.Val) string {
	if s, ok := value.ConvertToType(types.StringType).(types.String); ok {
		return string(s)
	}
	if s, ok := value.(fmt.Stringer); ok {
		return s.String()
	}
	return value.Type().TypeName()
}
