package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"

	utiljson "k8s.io/apimachinery/pkg/util/json"
)

// answerLine answers one line. What it asks for shows in the fields it has: an expression, a policy with a request, or a
// policy alone.
func answerLine(text []byte) []byte {
	var kind struct {
		Expr    *string `json:"expr"`
		Policy  any     `json:"policy"`
		Request any     `json:"request"`
	}
	var answer any
	err := utiljson.Unmarshal(text, &kind)
	switch {
	case err != nil:
	case kind.Expr != nil:
		answer, err = answerTo(text, evaluate)
	case kind.Request != nil:
		answer, err = answerTo(text, judge)
	case kind.Policy != nil:
		answer, err = answerTo(text, check)
	default:
		err = errors.New("neither an expr, nor a request, nor a policy")
	}
	if err != nil {
		answer = map[string]string{"unusable": err.Error()}
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(answer); err != nil {
		panic(fmt.Errorf("answer to %s: %w", text, err))
	}
	return out.Bytes()
}

// answerTo decodes the question as the API server decodes objects: a number without fraction and exponent is an int64 if
// it fits, else a float64. A panic of the API server's code, such as that of cel-go's compiler on {b'a': 1}, is an error.
func answerTo[Q any](text []byte, answer func(Q) (any, error)) (result any, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	var question Q
	if err := utiljson.Unmarshal(text, &question); err != nil {
		return nil, err
	}
	return answer(question)
}
