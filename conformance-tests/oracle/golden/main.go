// Golden writes tables of expressions and what the oracle answers to them, one JSON-lines file for each .cel file here.
//
// Usage: golden ORACLE DIRECTORY, the oracle's binary and where to write.
//
// A .cel file has an expression on each line. A line that begins with
//   - # is a comment,
//   - @ is a JSON object whose fields go along with the expressions below it, until the next,
//   - $name = defines alternatives, separated by " ; ": an expression with $name in it stands for as many as there are
//     combinations of the alternatives of its names,
//   - { "expr" is the whole question as JSON.
package main

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

//go:embed *.cel
var tables embed.FS

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: golden ORACLE DIRECTORY")
	}
	files, err := tables.ReadDir(".")
	if err != nil {
		log.Fatal(err)
	}
	for _, file := range files {
		text, err := tables.ReadFile(file.Name())
		if err != nil {
			log.Fatal(err)
		}
		name := strings.TrimSuffix(file.Name(), ".cel") + ".jsonl"
		questions := questionsOf(string(text))
		table, err := answered(os.Args[1], questions)
		if err == nil {
			err = os.WriteFile(filepath.Join(os.Args[2], name), table, 0o644)
		}
		if err != nil {
			log.Fatalf("%s: %v", file.Name(), err)
		}
		fmt.Printf("%6d %s\n", len(questions), name)
	}
}

var (
	definition  = regexp.MustCompile(`^(\$[a-z]\w*) = (.*)$`)
	placeholder = regexp.MustCompile(`\$[a-z]\w*`)
)

// questionsOf are the lines for the oracle, each once.
func questionsOf(table string) []string {
	alternatives, context := map[string][]string{}, "}"
	var questions []string
	seen := map[string]bool{}
	ask := func(question string) {
		if !seen[question] {
			questions = append(questions, question)
		}
		seen[question] = true
	}
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		define := definition.FindStringSubmatch(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '@':
			context = "}"
			if line != "@" {
				context = "," + compact(line[1:])[1:]
			}
		case define != nil:
			alternatives[define[1]] = strings.Split(define[2], " ; ")
		case strings.HasPrefix(line, `{"expr"`):
			ask(compact(line))
		default:
			for _, expression := range expand(line, alternatives) {
				ask(`{"expr":` + quoted(expression) + context)
			}
		}
	}
	return questions
}

// expand replaces the first name in the expression by each of its alternatives, and so on.
func expand(expression string, alternatives map[string][]string) []string {
	name := placeholder.FindString(expression)
	if alternatives[name] == nil {
		return []string{expression}
	}
	var all []string
	for _, alternative := range alternatives[name] {
		all = append(all, expand(strings.ReplaceAll(expression, name, alternative), alternatives)...)
	}
	return all
}

func compact(text string) string {
	var out bytes.Buffer
	if err := json.Compact(&out, []byte(text)); err != nil {
		log.Fatalf("%s: %v", text, err)
	}
	return out.String()
}

func quoted(s string) string {
	var out strings.Builder
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(s); err != nil {
		panic(err)
	}
	return strings.TrimSpace(out.String())
}

// rounds is how often each question is put. Maps have no order, so a question about one may have several answers, and
// then has no place here.
const rounds = 6

// answered adds to each question the oracle's answer as its field expect.
func answered(oracle string, questions []string) ([]byte, error) {
	command := exec.Command(oracle)
	command.Stdin = strings.NewReader(strings.Repeat(strings.Join(questions, "\n")+"\n", rounds))
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return nil, err
	}
	answers := strings.Split(string(output), "\n")
	var table bytes.Buffer
	for i, question := range questions {
		for round := range rounds {
			if again := answers[i+round*len(questions)]; again != answers[i] || strings.HasPrefix(again, `{"unusable"`) {
				return nil, fmt.Errorf("%s: %s and %s", question, answers[i], again)
			}
		}
		fmt.Fprintf(&table, "%s,\"expect\":%s}\n", strings.TrimSuffix(question, "}"), answers[i])
	}
	return table.Bytes(), nil
}
