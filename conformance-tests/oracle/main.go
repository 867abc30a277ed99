// Oracle answers what kube-apiserver would, by running the API server's own code. It reads JSON lines on standard input
// and writes one JSON line for each, in order. README.md has the forms of the lines.
package main

import (
	"bufio"
	"io"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	_ "time/tzdata" // time zones, wherever this runs

	"github.com/go-logr/logr"
	"k8s.io/klog/v2"
)

func main() {
	klog.SetLogger(logr.Discard())
	debug.SetGCPercent(400) // short-lived: rather more memory than more collections
	if err := answerLines(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// answerLines answers lines in parallel and writes the answers in order, at once when no other line waits.
func answerLines(in io.Reader, out io.Writer) error {
	type job struct {
		line   []byte
		answer chan []byte
	}
	jobs, pending := make(chan job), make(chan chan []byte, 64)
	for range runtime.GOMAXPROCS(0) {
		go func() {
			for j := range jobs {
				j.answer <- answerLine(j.line)
			}
		}()
	}
	failed := make(chan error, 1)
	go func() {
		lines := bufio.NewReader(in)
		var err error
		for err == nil {
			var line []byte
			if line, err = lines.ReadBytes('\n'); len(line) > 0 {
				j := job{line, make(chan []byte, 1)}
				pending <- j.answer
				jobs <- j
			}
		}
		close(pending)
		failed <- err
	}()
	w := bufio.NewWriter(out)
	for answer := range pending {
		w.Write(<-answer)
		if len(pending) == 0 {
			if err := w.Flush(); err != nil {
				return err
			}
		}
	}
	if err := <-failed; err != io.EOF {
		return err
	}
	return w.Flush()
}
