// Buildkit answers what BuildKit's Dockerfile frontend would, by running its own code. It reads JSON lines on standard
// input and writes one JSON line for each, in order. README.md has the forms of the lines.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"runtime/debug"

	"github.com/moby/buildkit/frontend/dockerfile/shell"
)

func main() {
	debug.SetGCPercent(400) // short-lived: rather more memory than more collections
	if err := answerLines(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func answerLines(in io.Reader, out io.Writer) error {
	lines, w := bufio.NewReader(in), bufio.NewWriter(out)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			if err := encoder.Encode(answerLine(line)); err != nil {
				return err
			}
			if lines.Buffered() == 0 {
				if err := w.Flush(); err != nil {
					return err
				}
			}
		}
		if errors.Is(err, io.EOF) {
			return w.Flush()
		}
		if err != nil {
			return err
		}
	}
}

// answerLine answers one line. What it asks for shows in the field it has: a Dockerfile, or a word to expand.
func answerLine(text []byte) (answer any) {
	var question struct {
		Dockerfile *string           `json:"dockerfile"`
		Word       *string           `json:"word"`
		Env        map[string]string `json:"env"`
		Escape     string            `json:"escape"`
	}
	defer func() {
		if r := recover(); r != nil {
			answer = map[string]string{"panic": fmt.Sprint(r)}
		}
	}()
	err := json.Unmarshal(text, &question)
	switch {
	case err != nil:
		return map[string]string{"unusable": err.Error()}
	case question.Dockerfile != nil:
		return judge([]byte(*question.Dockerfile))
	case question.Word != nil:
		return expand(*question.Word, question.Env, question.Escape)
	default:
		return map[string]string{"unusable": "neither a dockerfile nor a word"}
	}
}

type expansion struct {
	Result    string   `json:"result"`
	Words     []string `json:"words"`
	Unmatched []string `json:"unmatched"`
	Error     string   `json:"error,omitempty"`
}

func expand(word string, env map[string]string, escape string) expansion {
	var variables []string
	for name, value := range env {
		variables = append(variables, name+"="+value)
	}
	token := '\\'
	if escape == "`" {
		token = '`'
	}
	result, err := shell.NewLex(token).ProcessWordWithMatches(word, shell.EnvsFromSlice(variables))
	answer := expansion{Result: result.Result, Words: result.Words, Unmatched: sortedKeys(result.Unmatched)}
	if err != nil {
		answer = expansion{Error: err.Error()}
	}
	return answer
}
