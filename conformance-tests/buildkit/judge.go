package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	digest "github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
)

// judgement is what the frontend says of one Dockerfile. Each part is there as far as the frontend gets.
type judgement struct {
	ParseError  *problem      `json:"parseError,omitempty"` // of the parser
	TypedError  *problem      `json:"typedError,omitempty"` // of the instructions
	BuildError  *problem      `json:"buildError,omitempty"` // of the build that would follow
	Escape      string        `json:"escape,omitempty"`
	Nodes       []instruction `json:"instructions"`
	EmptyLines  []int         `json:"emptyContinuations"`
	Stages      []stage       `json:"stages"`
	GlobalArgs  []string      `json:"globalArgs"`
	LintWarning []warning     `json:"warnings"`
}

type problem struct {
	Message string `json:"message"`
	Line    int    `json:"line"`
	EndLine int    `json:"endLine"`
}

type instruction struct {
	Name     string       `json:"name"`
	Flags    []string     `json:"flags"`
	Args     []string     `json:"args"`
	JSON     bool         `json:"json"`
	Line     int          `json:"line"`
	EndLine  int          `json:"endLine"`
	Text     string       `json:"text"`
	Comments []string     `json:"comments"`
	Heredocs []heredoc    `json:"heredocs"`
	Trigger  *instruction `json:"trigger,omitempty"`
}

type heredoc struct {
	Name           string `json:"name"`
	Content        string `json:"content"`
	Expand         bool   `json:"expand"`
	Chomp          bool   `json:"chomp"`
	FileDescriptor uint   `json:"fd"`
}

type stage struct {
	Name     string   `json:"name"`
	Base     string   `json:"base"`
	Platform string   `json:"platform"`
	Line     int      `json:"line"`
	Commands []string `json:"commands"`
}

type warning struct {
	Rule    string `json:"rule"`
	Line    int    `json:"line"`
	EndLine int    `json:"endLine"`
	Message string `json:"message"`
}

func judge(text []byte) judgement {
	var answer judgement
	result, err := parser.Parse(bytes.NewReader(text))
	if err != nil {
		answer.ParseError = problemOf(err)
		return answer
	}
	answer.Escape = string(result.EscapeToken)
	for _, node := range result.AST.Children {
		answer.Nodes = append(answer.Nodes, instructionOf(node))
	}
	for _, w := range result.Warnings {
		answer.EmptyLines = append(answer.EmptyLines, w.Location.Start.Line)
	}
	stages, args, err := instructions.Parse(result.AST, linter.New(&linter.Config{}))
	if err != nil {
		answer.TypedError = problemOf(err)
	}
	for _, s := range stages {
		answer.Stages = append(answer.Stages, stageOf(s))
	}
	for _, command := range args {
		for _, arg := range command.Args {
			answer.GlobalArgs = append(answer.GlobalArgs, arg.Key)
		}
	}
	answer.lint(text)
	return answer
}

func (answer *judgement) lint(text []byte) {
	platform := ocispecs.Platform{OS: "linux", Architecture: "amd64"}
	opt := dockerfile2llb.ConvertOpt{MetaResolver: plainImages{}, TargetPlatform: &platform, AllStages: true}
	opt.BuildPlatforms = []ocispecs.Platform{platform}
	opt.Warn = func(rule, _, _, message string, location []parser.Range) {
		out := warning{Rule: rule, Message: message}
		if len(location) > 0 {
			out.Line, out.EndLine = location[0].Start.Line, location[len(location)-1].End.Line
		}
		answer.LintWarning = append(answer.LintWarning, out)
	}
	if _, err := dockerfile2llb.Dockerfile2LLB(context.Background(), text, opt); err != nil {
		answer.BuildError = problemOf(err)
	}
	slices.SortFunc(answer.LintWarning, func(a, b warning) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return strings.Compare(a.Rule+"\x00"+a.Message, b.Rule+"\x00"+b.Message)
	})
}

func instructionOf(node *parser.Node) instruction {
	out := instruction{
		Name: node.Value, Flags: node.Flags, JSON: node.Attributes["json"], Line: node.StartLine, EndLine: node.EndLine,
		Text: node.Original, Comments: node.PrevComment,
	}
	for next := node.Next; next != nil; next = next.Next {
		if len(next.Children) == 1 {
			trigger := instructionOf(next.Children[0])
			out.Trigger = &trigger
		} else {
			out.Args = append(out.Args, next.Value)
		}
	}
	for _, h := range node.Heredocs {
		out.Heredocs = append(out.Heredocs, heredoc{h.Name, h.Content, h.Expand, h.Chomp, h.FileDescriptor})
	}
	return out
}

func stageOf(s instructions.Stage) stage {
	out := stage{Name: s.Name, Base: s.BaseName, Platform: s.Platform, Line: s.Location[0].Start.Line}
	for _, command := range s.Commands {
		out.Commands = append(out.Commands, strings.ToLower(command.Name()))
	}
	return out
}

func problemOf(err error) *problem {
	out := problem{Message: err.Error()}
	var located *parser.LocationError
	if errors.As(err, &located) && len(located.Locations) > 0 {
		ranges := located.Locations[0]
		if len(ranges) > 0 {
			out.Line, out.EndLine = ranges[0].Start.Line, ranges[len(ranges)-1].End.Line
		}
	}
	return &out
}

func sortedKeys(set map[string]struct{}) []string {
	return slices.Sorted(maps.Keys(set))
}

// plainImages resolves every image to one that sets nothing but PATH.
type plainImages struct{}

func (plainImages) ResolveImageConfig(
	_ context.Context, ref string, _ sourceresolver.Opt,
) (string, digest.Digest, []byte, error) {
	config, err := json.Marshal(map[string]any{
		"os": "linux", "architecture": "amd64",
		"config": map[string]any{"Env": []string{"PATH=/usr/local/bin:/usr/bin:/bin"}},
		"rootfs": map[string]any{"type": "layers", "diff_ids": []string{string(digest.FromString("layer"))}},
	})
	return ref, digest.FromString(ref), config, err
}
